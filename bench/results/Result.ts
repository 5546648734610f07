/** One measured figure with what it is held against. */
export interface Result {
  /** Id of the measure in the design of the benchmark, such as `B1`. */
  id: string;
  measure: string;
  size: string;
  unit: string;
  /** plugin-kubernetes in the same run; left out where it has no such thing. */
  incumbent?: number;
  ours: number;
  goal?: Goal;
}

/** What a figure must reach. */
export type Goal =
  /** The incumbent's figure is at least so many times ours. */
  | { kind: 'ratio'; atLeast: number }
  | { kind: 'most'; atMost: number }
  | { kind: 'least'; atLeast: number };

/** Machines differ and runs scatter: a goal counts as missed below this part of it. */
const TOLERANCE = 0.8;

export function ratioOf({ incumbent, ours }: Result): number | undefined {
  return incumbent === undefined ? undefined : incumbent / ours;
}

/** Whether a figure reaches its goal; `nearly` is within the tolerance. */
export function judge(result: Result): 'yes' | 'nearly' | 'no' | undefined {
  if (!result.goal) return undefined;
  const reached = shareReached(result, result.goal);
  if (reached >= 1) return 'yes';
  return reached >= TOLERANCE ? 'nearly' : 'no';
}

function shareReached(result: Result, goal: Goal): number {
  if (goal.kind === 'ratio') return (ratioOf(result) ?? 0) / goal.atLeast;
  if (goal.kind === 'least') return result.ours / goal.atLeast;
  return goal.atMost / result.ours;
}

export function goalText(goal: Goal | undefined): string {
  if (!goal) return '';
  if (goal.kind === 'ratio') return `≥ ${goal.atLeast}×`;
  return goal.kind === 'most' ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}
