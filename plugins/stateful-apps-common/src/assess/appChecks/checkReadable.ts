import { ResourceName } from '../../model';
import { Check, evidence } from '../checks';
import { isLive, whyUnknown } from '../context';
import { AppCase } from './AppCase';

/** What every verdict rests on. Other resources degrade only what is read from them. */
const NEEDED: Array<[ResourceName, string]> = [
  ['statefulsets', 'StatefulSetsUnknown'],
  ['pods', 'PodsUnknown'],
];

/** Without the set and its pods of now nothing is known. @internal */
export const checkReadable: Check<AppCase> = ({ context }) => {
  for (const [resource, reason] of NEEDED) {
    if (isLive(context, resource)) continue;
    const freshness = context.freshness.get(resource);
    return {
      state: 'unknown',
      reason,
      sentence: `Not known how it is: ${whyUnknown(context, resource)}.`,
      evidence: [
        evidence(
          resource,
          'watch',
          freshness?.state ?? 'loading',
          freshness?.since,
        ),
      ],
    };
  }
  return undefined;
};
