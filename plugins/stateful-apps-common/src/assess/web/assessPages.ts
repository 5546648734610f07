import { PageView, WebProbe } from '../../model';
import {
  AssessContext,
  IdentitySlot,
  timeSince,
  whyNotAsked,
} from '../context';
import { THRESHOLDS } from '../thresholds';

function recentProbe(
  context: AssessContext,
  slot: IdentitySlot,
): { probe?: WebProbe; why?: string } {
  const probe = slot.pod && context.inputs.probes.get(slot.pod.uid);
  if (probe?.kind !== 'web') {
    return { why: whyNotAsked(context, slot) };
  }
  const age = timeSince(context, probe.at);
  return age === undefined || age > THRESHOLDS.probeAge
    ? { why: `It was last asked at ${probe.at}.` }
    : { probe };
}

function pageOf(probe: WebProbe): PageView {
  const page: PageView = { probedAt: probe.at };
  if (probe.status !== undefined) page.status = probe.status;
  if (probe.title) page.title = probe.title;
  if (probe.sha256) page.sha256 = probe.sha256;
  if (probe.bytes !== undefined) page.bytes = probe.bytes;
  if (probe.errors.length > 0) page.error = probe.errors[0].message;
  return page;
}

/** Marks which identities serve the same page; answers with an error status are no pages. */
function compare(pages: ReadonlyMap<number, PageView>) {
  const byHash = new Map<string, number[]>();
  for (const [ordinal, page] of pages) {
    if (!page.sha256 || (page.status ?? 0) >= 400) continue;
    byHash.set(page.sha256, [...(byHash.get(page.sha256) ?? []), ordinal]);
  }
  let compared = 0;
  for (const ordinals of byHash.values()) compared += ordinals.length;
  if (compared < 2) return;
  for (const ordinals of byHash.values()) {
    for (const ordinal of ordinals) {
      const page = pages.get(ordinal)!;
      page.sibling = ordinals.length > 1 ? 'same' : 'different';
      if (ordinals.length > 1) {
        page.sameAs = ordinals.filter(item => item !== ordinal);
      }
    }
  }
}

/** What each identity serves, by ordinal; identities without a pod serve nothing. @internal */
export function assessPages(
  context: AssessContext,
): ReadonlyMap<number, PageView> {
  const pages = new Map<number, PageView>();
  for (const slot of context.slots) {
    if (!slot.pod) continue;
    const { probe, why } = recentProbe(context, slot);
    pages.set(slot.ordinal, probe ? pageOf(probe) : { error: why });
  }
  compare(pages);
  return pages;
}
