import { AutopilotServerFacts, ConsulProbe } from '../model';
import { asInstant, asInteger, asList, asRecord, asText } from '../raw';
import { parseGoDuration } from './parseGoDuration';

const SERVERS = 1000;

function parseServer(value: unknown): AutopilotServerFacts | undefined {
  const server = asRecord(value);
  const nodeId = asText(server?.ID, 256);
  if (!server || !nodeId) return undefined;
  const facts: AutopilotServerFacts = {
    nodeId,
    healthy: server.Healthy === true,
    voter: server.Voter === true,
    leader: server.Leader === true,
  };
  const lastContactMs = parseGoDuration(server.LastContact);
  if (lastContactMs !== undefined) facts.lastContactMs = lastContactMs;
  const lastTerm = asInteger(server.LastTerm);
  if (lastTerm !== undefined) facts.lastTerm = lastTerm;
  const lastIndex = asInteger(server.LastIndex);
  if (lastIndex !== undefined) facts.lastIndex = lastIndex;
  const stableSince = asInstant(server.StableSince);
  if (stableSince) facts.stableSince = stableSince;
  return facts;
}

/** `operator/autopilot/health`. @internal */
export function parseAutopilotHealth(
  value: unknown,
): Pick<ConsulProbe, 'autopilot'> | undefined {
  const health = asRecord(value);
  if (!health || typeof health.Healthy !== 'boolean') return undefined;
  return {
    autopilot: {
      healthy: health.Healthy,
      failureTolerance: asInteger(health.FailureTolerance) ?? 0,
      servers: asList(health.Servers, SERVERS).flatMap(
        item => parseServer(item) ?? [],
      ),
    },
  };
}
