import { addCounts, describeCounts, NONE } from '../checks/counts.mjs';
import { steps } from '../checks/steps.mjs';
import { Problem } from '../lib/Problem.mjs';
import { readOptions } from '../lib/readOptions.mjs';
import { say } from '../lib/say.mjs';

function chooseSteps(only) {
  if (only === undefined) return steps;
  const names = only.split(',');
  const unknown = names.find(name => !steps.some(step => step.name === name));
  if (unknown !== undefined) {
    throw new Problem(
      `There is no step "${unknown}"; there are ${steps
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  return steps.filter(({ name }) => names.includes(name));
}

async function runStep(step, results) {
  const needed = results.find(({ name }) => name === step.needs);
  if (needed && needed.state !== 'passed') {
    return { state: 'skipped', reason: `${step.needs} did not pass` };
  }
  say(`${step.name} ...`);
  let outcome;
  try {
    outcome = await step.execute();
  } catch (error) {
    return { state: 'failed', reason: error.message };
  }
  const { ok, skipped, counts } = outcome;
  if (skipped) return { state: 'skipped', reason: skipped, counts };
  return { state: ok ? 'passed' : 'failed', counts };
}

/** A failed step whose tests do not say so, as lint's, counts as one failed test. */
function countsOf({ state, counts = NONE }) {
  return state === 'failed' && counts.failed === 0
    ? { ...counts, failed: 1 }
    : counts;
}

/** All checks and tests; the last line says how many there were. */
export default async function test(args) {
  const { only } = readOptions(args, { only: { type: 'string' } });
  const results = [];
  for (const step of chooseSteps(only)) {
    const started = Date.now();
    const result = await runStep(step, results);
    const seconds = Math.round((Date.now() - started) / 1000);
    results.push({ name: step.name, seconds, ...result });
  }
  const lines = results.map(({ name, state, seconds, reason, counts }) => {
    const details = [counts && describeCounts(counts), reason];
    return [
      name.padEnd(12),
      state.padEnd(8),
      `${seconds} s`.padStart(6),
      `  ${details.filter(Boolean).join('; ')}`,
    ].join(' ');
  });
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
  const total = results.map(countsOf).reduce(addCounts, NONE);
  process.stdout.write(`${describeCounts(total)}\n`);
  return results.some(({ state }) => state === 'failed') ? 1 : 0;
}
