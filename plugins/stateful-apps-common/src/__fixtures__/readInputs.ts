import { AppInputs, MemberProbe } from '../model';
import { RECORDED } from './RECORDED';

/** A recorded condition; each call gives a copy of its own. @internal */
export function readInputs(name: keyof typeof RECORDED): AppInputs {
  const copy = JSON.parse(JSON.stringify(RECORDED[name]));
  const probes: MemberProbe[] = copy.probes;
  return {
    ...copy,
    probes: new Map(probes.map(probe => [probe.podUid, probe])),
  };
}
