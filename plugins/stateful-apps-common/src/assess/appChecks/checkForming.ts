import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** Servers that all are empty wait for each other, to bootstrap a new cluster. @internal */
export const checkForming: Check<AppCase> = ({ context, consul }) => {
  if (!consul?.empty) return undefined;
  const { bootstrapExpect } = context.set.app;
  const { replicas, name } = context.set;
  const answering = consul.views.length;
  if (bootstrapExpect !== undefined && bootstrapExpect > replicas) {
    return {
      state: 'needs-person',
      reason: 'BootstrapExpectUnmet',
      sentence: `Consul waits for ${bootstrapExpect} servers before it starts, and the set has ${replicas}.`,
      evidence: [
        evidence(
          `StatefulSet/${name}`,
          'spec.template -bootstrap-expect',
          bootstrapExpect,
        ),
        evidence(`StatefulSet/${name}`, 'spec.replicas', replicas),
      ],
    };
  }
  const expected = bootstrapExpect ?? replicas;
  return {
    state: 'healing',
    reason: 'Forming',
    sentence: `A new cluster is forming: ${answering} of ${expected} servers answer, none has data.`,
    evidence: consul.views
      .slice(0, 3)
      .map(({ slot, probe }) =>
        evidence(`Consul/${slot.name}`, '/v1/status/peers', '[]', probe.at),
      ),
  };
};
