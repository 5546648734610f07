import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** A set that is being deleted has nothing else to say. @internal */
export const checkDeleting: Check<AppCase> = ({ context }) => {
  const { name, deletionTimestamp } = context.set;
  if (!deletionTimestamp) return undefined;
  return {
    state: 'healing',
    reason: 'Deleting',
    sentence: 'The StatefulSet is being deleted.',
    evidence: [
      evidence(
        `StatefulSet/${name}`,
        'metadata.deletionTimestamp',
        deletionTimestamp,
      ),
    ],
  };
};
