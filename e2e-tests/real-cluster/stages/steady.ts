import { AppUnderTest } from '../AppUnderTest';
import { agree } from '../settle';
import { Run } from '../Run';
import { compareObjects, comparePages, memberComparison } from './compareApp';
import { compareNames } from './compareNames';

/** Nothing happens: everything that the API says must be what the cluster's own tools say. */
export async function steady(
  run: Run,
  app: AppUnderTest,
  situation: string,
  withinMs = 20_000,
): Promise<void> {
  await run.report.check(`${situation}: set, pods and volumes`, () =>
    agree(withinMs, () => compareObjects(run, app)),
  );
  await run.report.check(`${situation}: DNS names`, () =>
    agree(withinMs, () => compareNames(run, app)),
  );
  if (app.kind === 'consul') {
    // A member that has left is asked about every ten seconds while somebody looks.
    await run.report.check(`${situation}: members and quorum`, () =>
      agree(withinMs + 40_000, memberComparison(run, app)),
    );
  } else {
    await run.report.check(`${situation}: pages`, () =>
      agree(withinMs, () => comparePages(run, app)),
    );
  }
}
