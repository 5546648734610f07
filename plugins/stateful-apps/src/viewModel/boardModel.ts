import {
  AppView,
  HealthState,
  IdentityView,
} from '@stateful-apps/backstage-plugin-common';
import { Fact, Tone } from './Fact';
import { memberFacts } from './memberFacts';
import { nameFacts } from './nameFacts';
import { pageFacts } from './pageFacts';
import { placeFacts } from './placeFacts';
import { podFacts } from './podFacts';
import { seenAliveFacts } from './seenAliveFacts';
import { stateLook } from './stateLook';
import { Translate } from '../Translate';
import { visibleText } from './visibleText';
import { volumeFacts } from './volumeFacts';

/** The rows of the board, which are its columns once it is turned. */
export type BoardAspect =
  | 'pod'
  | 'place'
  | 'name'
  | 'volumes'
  | 'member'
  | 'page'
  | 'seenAlive';

/** One identity on the board. */
export interface IdentityModel {
  ordinal: number;
  name: string;
  state: HealthState;
  word: string;
  tone: Tone;
  /** Left out where the state's word says it all. */
  sentence?: string;
  /** Why there is no living pod behind it that stays; drawn dashed. */
  absent?: string;
  /** Empty when there is no pod to look into. */
  containers: string[];
  hasPod: boolean;
  cells: Partial<Record<BoardAspect, Fact[]>>;
}

/** The board of one app. */
export interface BoardModel {
  aspects: Array<{ aspect: BoardAspect; label: string }>;
  identities: IdentityModel[];
}

/** The board of an app's identities in ordinal order. */
export function boardModel(view: AppView, t: Translate): BoardModel {
  const aspects = aspectsOf(view);
  const names = new Map(
    view.identities.map(({ ordinal, name }) => [ordinal, name] as const),
  );
  const asked = serversThatAnswered(view);
  const factsOf: Record<BoardAspect, (identity: IdentityView) => Fact[]> = {
    pod: identity => podFacts(identity, t),
    place: identity => placeFacts(identity, t),
    name: identity => nameFacts(identity, view.set, t),
    volumes: identity => volumeFacts(identity, t),
    member: identity => memberFacts(identity, t),
    page: identity => pageFacts(identity, names, t),
    seenAlive: identity => seenAliveFacts(identity, asked, t),
  };
  return {
    aspects: aspects.map(aspect => ({
      aspect,
      label: t(`board.rows.${aspect}`),
    })),
    identities: view.identities.map(identity => ({
      ...identityHead(identity, t),
      cells: Object.fromEntries(
        aspects.map(aspect => [aspect, factsOf[aspect](identity)]),
      ),
    })),
  };
}

function identityHead(
  identity: IdentityView,
  t: Translate,
): Omit<IdentityModel, 'cells'> {
  const { ordinal, name, state, pod, role } = identity;
  let absent: string | undefined;
  if (!pod) absent = t('board.missing');
  if (role === 'condemned') absent = t('board.condemned');
  return {
    ordinal,
    name,
    state,
    ...stateLook(state, t),
    sentence: state === 'healthy' ? undefined : visibleText(identity.sentence),
    absent,
    containers: pod?.containers ?? [],
    hasPod: pod !== undefined,
  };
}

function aspectsOf(view: AppView): BoardAspect[] {
  const common: BoardAspect[] = ['pod', 'place', 'name', 'volumes'];
  if (view.kind === 'consul') return [...common, 'member', 'seenAlive'];
  if (view.kind === 'web') return [...common, 'page'];
  return common;
}

/** Every server sees at least itself alive, so those that were asked are those that see anybody. */
function serversThatAnswered(view: AppView): Map<number, string> {
  const seeing = new Set(
    [
      ...view.identities.map(({ member }) => member),
      ...view.otherMembers,
    ].flatMap(member => member?.seenAliveBy ?? []),
  );
  const answered = new Map<number, string>();
  for (const { ordinal, name } of view.identities) {
    if (seeing.has(ordinal)) answered.set(ordinal, name);
  }
  return answered;
}
