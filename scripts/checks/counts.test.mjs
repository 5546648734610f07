import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  addCounts,
  countJest,
  countPlaywright,
  countTap,
  describeCounts,
} from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
after(() => rmSync(folder, { recursive: true }));

function report(content) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a file of tests that does not load counts as failed', () => {
  assert.deepEqual(
    countJest(
      report({
        numPassedTests: 5,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 2,
        numPendingTests: 3,
        numTodoTests: 1,
      }),
    ),
    { passed: 5, failed: 3, skipped: 4 },
  );
});

test('a browser test that passed only in a second try counts as failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  assert.deepEqual(countPlaywright(report({ stats, errors: [{}] })), {
    passed: 4,
    failed: 3,
    skipped: 2,
  });
});

test('Node.js counts at the end of what it prints', () => {
  const text =
    'ok 1 - # pass 9\n# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n';
  assert.deepEqual(countTap(`${text}# skipped 0\n# todo 0\n`), {
    passed: 3,
    failed: 2,
    skipped: 0,
  });
});

test('the sum is one line', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  assert.equal(
    describeCounts(addCounts(one, one)),
    '2 passed, 4 failed, 6 skipped',
  );
});
