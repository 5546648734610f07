import { ConsulProbe } from '../model';
import { asName } from '../raw';

/** `status/leader`: `"ip:port"`, `""` without a leader. @internal */
export function parseLeader(
  value: unknown,
): Pick<ConsulProbe, 'leader'> | undefined {
  if (value === '') return { leader: '' };
  const leader = asName(value, 256);
  return leader === undefined ? undefined : { leader };
}
