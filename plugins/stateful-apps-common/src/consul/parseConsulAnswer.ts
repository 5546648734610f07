import { ConsulProbe, ProbeError } from '../model';
import { bodyText } from '../proxy';
import { CONSUL_ENDPOINTS } from './CONSUL_ENDPOINTS';
import { ConsulOperation } from './ConsulOperation';
import { parseAutopilotHealth } from './parseAutopilotHealth';
import { parseLeader } from './parseLeader';
import { parseMembers } from './parseMembers';
import { parsePeers } from './parsePeers';
import { parseRaftConfiguration } from './parseRaftConfiguration';
import { parseSelf } from './parseSelf';
import { readConsulFailure } from './readConsulFailure';

const BODY_LENGTH = 1024 * 1024;

/**
 * The part of a {@link ConsulProbe} that one answer fills.
 *
 * @public
 */
export type ConsulAnswerFacts = Partial<
  Omit<ConsulProbe, 'kind' | 'podUid' | 'at' | 'errors'>
>;

/** Facts, or why there are none. @public */
export type ConsulAnswer =
  | { facts: ConsulAnswerFacts; error?: undefined }
  | { facts?: undefined; error: ProbeError };

const PARSERS: Readonly<
  Record<ConsulOperation, (value: unknown) => ConsulAnswerFacts | undefined>
> = {
  'consul-status-leader': parseLeader,
  'consul-status-peers': parsePeers,
  'consul-agent-members': parseMembers,
  'consul-agent-self': parseSelf,
  'consul-raft-configuration': parseRaftConfiguration,
  'consul-autopilot-health': parseAutopilotHealth,
};

/** Autopilot answers 429 with its whole body when it is not healthy. */
function isAnswer(operation: ConsulOperation, status: number): boolean {
  return (
    (status >= 200 && status < 300) ||
    (operation === 'consul-autopilot-health' && status === 429)
  );
}

/**
 * Reads what a Consul server answered. Does not throw: an answer that is no
 * answer is a {@link ProbeError}, and every text is cleaned and cut.
 *
 * @param operation - what was asked.
 * @param status - HTTP status of the answer.
 * @param body - the body, whole; more than 1 MiB is refused.
 * @public
 */
export function parseConsulAnswer(
  operation: ConsulOperation,
  status: number,
  body: Uint8Array | string,
): ConsulAnswer {
  const endpoint = `GET ${CONSUL_ENDPOINTS[operation]}`;
  if (body.length > BODY_LENGTH) {
    return {
      error: {
        kind: 'too-large',
        endpoint,
        message: `The answer to ${endpoint} is larger than 1 MiB and was not read.`,
      },
    };
  }
  const text = bodyText(body);
  let facts: ConsulAnswerFacts | undefined;
  if (isAnswer(operation, status)) {
    try {
      facts = PARSERS[operation](JSON.parse(text));
    } catch {
      // No JSON: told below, as an answer of the wrong shape is.
      facts = undefined;
    }
    if (facts) return { facts };
    if (status !== 429) {
      return {
        error: {
          kind: 'malformed',
          endpoint,
          message: `The answer to ${endpoint} is not what Consul answers. Check that the port is Consul's HTTP API.`,
        },
      };
    }
  }
  return { error: readConsulFailure(operation, status, text) };
}
