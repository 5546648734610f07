import {
  CONSUL_ENDPOINTS,
  ConsulOperation,
  ConsulProbe,
  parseConsulAnswer,
  ProbeError,
} from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { Clock, isoTime } from '../clock';
import { memberRequest } from './memberRequest';
import { probeErrorOf } from './probeErrorOf';
import { ProbeTarget } from './ProbeTarget';

/** Answered by every server from its own knowledge, with or without a leader. */
const OPERATIONS: ConsulOperation[] = [
  'consul-status-leader',
  'consul-status-peers',
  'consul-agent-members',
  'consul-agent-self',
  'consul-raft-configuration',
];

/** Asks one Consul server for its own view: everything at once, and the leader for autopilot's besides. */
export async function askConsul(
  gateway: Gateway,
  clock: Pick<Clock, 'now'>,
  target: ProbeTarget,
  signal: AbortSignal,
): Promise<ConsulProbe> {
  const probe: ConsulProbe = {
    kind: 'consul',
    podUid: target.podUid,
    at: '',
    errors: [],
  };
  const ask = async (operation: ConsulOperation): Promise<ProbeError[]> => {
    try {
      const { status, body } = await gateway.askMember(
        memberRequest(target, operation, signal),
      );
      const { facts, error } = parseConsulAnswer(operation, status, body);
      Object.assign(probe, facts);
      return error ? [error] : [];
    } catch (error) {
      const endpoint = `GET ${CONSUL_ENDPOINTS[operation]}`;
      return [probeErrorOf(error, target, endpoint)];
    }
  };
  const errors = await Promise.all(OPERATIONS.map(ask));
  probe.errors = errors.flat();
  // Without a leader, and on followers that have lost it, this one hangs.
  if (probe.raft?.state === 'Leader') {
    probe.errors.push(...(await ask('consul-autopilot-health')));
  }
  probe.at = isoTime(clock);
  return probe;
}
