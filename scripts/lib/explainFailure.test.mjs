import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from './explainFailure.mjs';

for (const [output, expected] of [
  ['npm error code ENOSPC', /no space left/],
  [
    '➤ YN0001: RequestError: getaddrinfo ENOTFOUND example.com',
    /cannot be reached/,
  ],
  ['YN0028: The lockfile would have been modified', /yarn\.lock does not fit/],
  ['npm error code E404', /lacks a package/],
  ['npm error code EACCES', /may not be written to/],
  ['first\nsomething unheard of\n\n', /^something unheard of$/],
  ['', /^it said nothing$/],
]) {
  test(`"${output.split('\n')[0].slice(0, 40)}" is explained`, () => {
    assert.match(explainFailure(output), expected);
  });
}
