import { ControllerRevisionFacts } from '../../model';
import { asCount } from '../../raw';
import { projectMeta } from './projectMeta';
import { projectOwner } from './projectOwner';

/** Projects a ControllerRevision; its data (a whole pod template) is dropped. @internal */
export function projectControllerRevision(
  raw: unknown,
): ControllerRevisionFacts | undefined {
  const meta = projectMeta(raw, true);
  if (!meta) return undefined;
  const facts: ControllerRevisionFacts = {
    ...meta.facts,
    revision: asCount(meta.object.revision),
  };
  const owner = projectOwner(meta.metadata);
  if (owner) facts.owner = owner;
  return facts;
}
