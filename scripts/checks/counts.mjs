import { readFileSync } from 'node:fs';

/** How many tests passed, failed and were skipped. */
export const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** The sum of two counts. */
export function addCounts(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The last line of a test run. */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** From a report that jest wrote with `--json`. A file of tests that does not even load counts as one failed. */
export function countJest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** From a report of Playwright's `json` reporter. */
export function countPlaywright(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** From what Node.js' own test runner printed last with its `tap` reporter. */
export function countTap(text) {
  const number = name => {
    const [, digits] = new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text) ?? [];
    return Number(digits ?? 0);
  };
  return {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
  };
}
