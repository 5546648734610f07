#!/usr/bin/env node
// Behind every npm script of the root. Needs nothing but Node.js and npm, and
// is written so that Node.js versions far too old for the project can still
// read it and say so.
const major = Number(process.versions.node.split('.')[0]);

if (major < 18) {
  process.stderr.write(
    'Node.js ' +
      process.versions.node +
      ' is too old: install Node.js 24 (or 22) and try again.\n',
  );
  process.exitCode = 1;
} else {
  import('./lib/main.mjs').then(({ main }) => main(process.argv.slice(2)));
}
