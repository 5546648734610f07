function page(title: string, sentence: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${title}</title></head>
  <body><h1>${title}</h1><p>${sentence}</p></body>
</html>
`;
}

/**
 * The repositories that `git clone` finds, by URL; files by path. There is no
 * way out of the practice cluster, so that no other URL answers.
 *
 * @public
 */
export const repositories: ReadonlyMap<
  string,
  ReadonlyMap<string, string>
> = new Map([
  [
    'https://github.com/octocat/Spoon-Knife',
    new Map([
      ['README.md', '# Spoon-Knife\n\nA page to clone.\n'],
      ['index.html', page('Spoon-Knife', 'A page that was cloned.')],
    ]),
  ],
  [
    'https://github.com/course/two-sites',
    new Map([
      ['README.md', '# Two sites\n\nA folder for each of two identities.\n'],
      ['0/index.html', page('First site', 'The pages of identity 0.')],
      ['1/index.html', page('Second site', 'The pages of identity 1.')],
    ]),
  ],
]);
