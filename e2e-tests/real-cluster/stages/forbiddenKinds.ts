import { APPS } from '../AppUnderTest';
import { NARROW_CLUSTER, refOf, Run } from '../Run';
import { eventually } from '../settle';

/** What the narrow account may not do; see `credentials.ts`. */
export const FORBIDDEN = 'persistentvolumeclaims';

/** An account that may not list claims: claims are unknown and say so, all else is there. */
export async function forbiddenKinds(run: Run): Promise<void> {
  const app = APPS.web;
  await run.report.check('claims forbidden: only they are unknown', () =>
    eventually(20_000, async () => {
      const view = await run.api.app(refOf(run, app, NARROW_CLUSTER));
      const missing = view.notLive.map(
        ({ resource, state, missingVerb }) =>
          `${resource} ${state}, may not ${missingVerb}`,
      );
      const expected = `${FORBIDDEN} forbidden, may not list`;
      if (missing.join('; ') !== expected) {
        throw new Error(`ours ${missing.join('; ') || 'all live'}`);
      }
      return expected;
    }),
  );
  await run.report.check(
    'claims forbidden: no verdict on volumes',
    async () => {
      const view = await run.api.app(refOf(run, app, NARROW_CLUSTER));
      for (const { name, volumes, pod } of view.identities) {
        const volume = volumes.find(each => each.name === app.data.name);
        if (volume?.survival !== 'unknown' || !pod?.ready) {
          throw new Error(
            `${name}: pod ready=${pod?.ready}, volume ${volume?.survival}`,
          );
        }
        return volume.sentence;
      }
      throw new Error('There are no identities.');
    },
  );
}
