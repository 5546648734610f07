import fc from 'fast-check';
import { parseWebPage } from './parseWebPage';

describe('parseWebPage', () => {
  it('tells status, title, size and hash of a page', () => {
    expect(
      parseWebPage({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        body: new TextEncoder().encode(
          '<!doctype html><TITLE lang="de">\n Käse &amp; Brot&nbsp;&#128578;\n</TITLE>',
        ),
        sha256: 'ab',
      }),
    ).toEqual({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      title: 'Käse & Brot 🙂',
      bytes: 74,
      sha256: 'ab',
      errors: [],
    });
  });

  it.each([
    ['no title', 'plain text', undefined],
    ['an empty title', '<title></title>', undefined],
    ['a title without an end', '<title>half', undefined],
    [
      'a long title',
      `<title>${'x'.repeat(500)}</title>`,
      `${'x'.repeat(119)}…`,
    ],
    ['markup in a title', '<title>&lt;script&gt;</title>', '<script>'],
    ['an escape in a title', '<title>a\u001b[31m\u202eb</title>', 'a[U+202E]b'],
    [
      'an unknown reference',
      '<title>&foo; &#xffffff;</title>',
      '&foo; &#xffffff;',
    ],
  ])('copes with %s', (_, body, title) => {
    expect(parseWebPage({ status: 200, body }).title).toBe(title);
  });

  it('takes 404 and 403 for answers', () => {
    expect(parseWebPage({ status: 403, body: 'Forbidden' })).toEqual({
      status: 403,
      bytes: 9,
      errors: [],
    });
  });

  it('takes the word of the API server in its place for an error', () => {
    const body =
      '{"kind":"Status","message":"error trying to reach service: dial tcp 10.0.0.1:80: connect: connection refused"}';
    const { errors, status } = parseWebPage({ status: 503, body });
    expect(status).toBeUndefined();
    expect(errors).toEqual([
      expect.objectContaining({ kind: 'refused', endpoint: 'GET /' }),
    ]);
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(
          fc.uint8Array(),
          fc.string({ unit: 'binary' }).map(text => `<title>${text}</title>`),
        ),
        (status, body) => {
          const { title } = parseWebPage({ status, body });
          expect((title ?? '').length).toBeLessThanOrEqual(120);
          expect(title ?? '').not.toMatch(/[\p{Cc}\p{Bidi_C}]/u);
        },
      ),
    );
  });
});
