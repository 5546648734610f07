import { ScopedClock } from '../clock/ScopedClock';
import { HandlerOutcome } from './runHandler';

/**
 * Asks one probe again and again.
 *
 * @public
 */
export function startProbe(
  probe: any,
  clock: ScopedClock,
  ask: (done: (outcome: HandlerOutcome) => void) => void,
  onVerdict: (passing: boolean) => void,
  onFailure: (message: string) => void,
): void {
  const periodMs = (probe.periodSeconds ?? 10) * 1000;
  const timeoutMs = (probe.timeoutSeconds ?? 1) * 1000;
  let successes = 0;
  let failures = 0;
  const judge = ({ ok, message }: HandlerOutcome) => {
    successes = ok ? successes + 1 : 0;
    failures = ok ? 0 : failures + 1;
    if (!ok) onFailure(message);
    if (successes >= (probe.successThreshold ?? 1)) onVerdict(true);
    if (failures >= (probe.failureThreshold ?? 3)) onVerdict(false);
  };
  const turn = () => {
    let answered = false;
    const once = (outcome: HandlerOutcome) => {
      if (answered) return;
      answered = true;
      judge(outcome);
    };
    clock.after(timeoutMs, () =>
      once({ ok: false, message: 'context deadline exceeded' }),
    );
    ask(once);
    clock.after(periodMs, turn);
  };
  clock.after((probe.initialDelaySeconds ?? 0) * 1000, turn);
}
