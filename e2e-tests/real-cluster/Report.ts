/** How one check ended. */
export interface CheckResult {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** What was compared, what differs, or why it was left out. */
  details: string[];
  seconds: number;
}

/** Thrown by a check that does not apply here; says why. */
export class Skip extends Error {}

/** Runs checks one after another, says how each ended, and counts. */
export class Report {
  readonly results: CheckResult[] = [];

  constructor(private readonly write: (line: string) => void) {}

  say(line: string): void {
    this.write(`# ${line}`);
  }

  /** One check: what it returns is said beside its name; what it throws fails it. */
  async check(
    name: string,
    run: () => Promise<string | void>,
  ): Promise<boolean> {
    const start = performance.now();
    const end = (outcome: CheckResult['outcome'], details: string[]) => {
      const seconds = (performance.now() - start) / 1000;
      const result = { name, outcome, details, seconds };
      this.results.push(result);
      for (const line of describe(result)) this.write(line);
      return outcome === 'passed';
    };
    try {
      const remark = await run();
      return end('passed', remark ? [remark] : []);
    } catch (error) {
      if (error instanceof Skip) return end('skipped', [error.message]);
      const message = error instanceof Error ? error.message : String(error);
      return end('failed', message.split('\n'));
    }
  }

  count(outcome: CheckResult['outcome']): number {
    return this.results.filter(result => result.outcome === outcome).length;
  }

  /** The line that closes the run. */
  get summary(): string {
    return `${this.count('passed')} passed, ${this.count(
      'failed',
    )} failed, ${this.count('skipped')} skipped`;
  }
}

function describe(result: CheckResult): string[] {
  const mark = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };
  const line = `${mark[result.outcome]} ${
    result.name
  } (${result.seconds.toFixed(1)} s)`;
  return result.outcome === 'failed'
    ? [line, ...result.details.map(detail => `       ${detail}`)]
    : [result.details.length ? `${line}: ${result.details.join('; ')}` : line];
}
