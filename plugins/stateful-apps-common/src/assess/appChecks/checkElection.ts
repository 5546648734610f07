import { Check, evidence } from '../checks';
import { THRESHOLDS } from '../thresholds';
import { AppCase } from './AppCase';

/** Enough voters are alive, and none of them leads: an election, or one that does not end. @internal */
export const checkElection: Check<AppCase> = ({ consul }) => {
  if (!consul || consul.leader.entry || consul.quorum.canLose === undefined) {
    return undefined;
  }
  const contacts = consul.views.flatMap(
    view => view.probe.raft?.lastContactMs ?? [],
  );
  const sinceContact = contacts.length > 0 ? Math.min(...contacts) : 0;
  const stuck = sinceContact > THRESHOLDS.noLeader;
  return {
    state: stuck ? 'needs-person' : 'healing',
    reason: stuck ? 'NoLeader' : 'Electing',
    sentence: stuck
      ? `No leader for ${Math.round(sinceContact / 1000)} s. ${
          consul.quorum.sentence
        }`
      : `A leader is being elected. ${consul.quorum.sentence}`,
    evidence: consul.views
      .slice(0, 3)
      .map(({ slot, probe }) =>
        evidence(
          `Consul/${slot.name}`,
          '/v1/status/leader',
          probe.leader || '""',
          probe.at,
        ),
      ),
  };
};
