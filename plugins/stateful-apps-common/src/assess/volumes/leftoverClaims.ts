import { ClaimView } from '../../model';
import { matchesLabels } from '../../labels';
import { AssessContext } from '../context';
import { claimView } from './claimView';

function usedClaims(context: AssessContext): Set<string> {
  const used = new Set<string>();
  for (const { pod, name, role } of context.slots) {
    for (const volume of pod?.volumes ?? []) {
      if (volume.claimName) used.add(volume.claimName);
    }
    if (role !== 'replica') continue;
    for (const template of context.set.claimTemplates) {
      used.add(`${template.name}-${name}`);
    }
  }
  return used;
}

/**
 * Claims that no pod uses and no replica will: of ordinals that are gone, or,
 * by the labels that the StatefulSet controller gives them, of an earlier set
 * of the same name.
 *
 * @internal
 */
export function leftoverClaims(context: AssessContext): ClaimView[] {
  const { set, inputs } = context;
  const used = usedClaims(context);
  const isOfSet = (name: string) =>
    set.claimTemplates.some(template => {
      const prefix = `${template.name}-${set.name}-`;
      return (
        name.startsWith(prefix) && /^\d{1,10}$/.test(name.slice(prefix.length))
      );
    });
  const hasSelector = Object.keys(set.matchLabels).length > 0;
  return inputs.claims
    .filter(
      claim =>
        !used.has(claim.name) &&
        (isOfSet(claim.name) ||
          (hasSelector && matchesLabels(set, claim.labels))),
    )
    .map(claim => claimView(context, claim))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
