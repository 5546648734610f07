import { loadFixture } from '../__fixtures__';
import { AppInputs, ConsulProbe } from '../model';
import { assessApp } from './assessApp';

function consulInputs(): { inputs: AppInputs; probes: ConsulProbe[] } {
  const inputs = loadFixture('consul-persistent-healthy');
  const probes = inputs.pods.map(
    pod => inputs.probes.get(pod.uid) as ConsulProbe,
  );
  return { inputs, probes };
}

/** Takes the pod of an identity away, with its probe, as a lost node's eviction does. */
function losePod(inputs: AppInputs, ordinal: number) {
  const pod = inputs.pods.find(item => item.ordinal === ordinal)!;
  inputs.pods = inputs.pods.filter(item => item !== pod);
  (inputs.probes as Map<string, unknown>).delete(pod.uid);
}

describe('quorum', () => {
  it('is counted from pods, not from what gossip remembers', () => {
    const { inputs } = consulInputs();
    losePod(inputs, 2);
    const view = assessApp(inputs, 1);
    expect(view.quorum).toEqual({
      leader: 'consul-persistent-0',
      voters: 3,
      aliveVoters: 2,
      needed: 2,
      canLose: 0,
      sentence: 'One more loss stops writes.',
    });
    expect(view.verdict.state).toBe('healing');
  });

  it('is lost with two of three', () => {
    const { inputs } = consulInputs();
    losePod(inputs, 1);
    losePod(inputs, 2);
    const view = assessApp(inputs, 1);
    expect(view.verdict).toMatchObject({
      state: 'needs-person',
      reason: 'QuorumLost',
    });
    expect(view.verdict.evidence.map(item => item.object)).toEqual(
      expect.arrayContaining([
        'Consul/consul-persistent-1',
        'Consul/consul-persistent-2',
      ]),
    );
    expect(view.identities[0].reason).not.toBe('Healthy');
  });

  it('is not called lost because servers are silent', () => {
    const { inputs, probes } = consulInputs();
    const silent = [probes[1], probes[2]];
    for (const probe of silent) {
      inputs.probes = new Map([
        ...inputs.probes,
        [
          probe.podUid,
          {
            kind: 'consul',
            podUid: probe.podUid,
            at: probe.at,
            errors: [
              {
                kind: 'timeout',
                endpoint: 'GET /v1/status/leader',
                message: 'GET /v1/status/leader gave no answer within 3 s.',
              },
            ],
          },
        ],
      ]);
    }
    const seenAlive = assessApp(inputs, 1);
    expect(seenAlive.quorum).toMatchObject({ aliveVoters: 3, canLose: 1 });
    expect(seenAlive.verdict).toMatchObject({
      state: 'unknown',
      reason: 'MemberUnknown',
    });

    delete probes[0].members;
    const nobodyCanTell = assessApp(inputs, 1);
    expect(nobodyCanTell.quorum).toMatchObject({
      sentence: 'Not known: 2 of 3 voters cannot be asked.',
    });
    expect(nobodyCanTell.quorum?.canLose).toBeUndefined();
    expect(nobodyCanTell.verdict.state).toBe('unknown');
  });

  it('is not known where the raft configuration may not be read', () => {
    const { inputs, probes } = consulInputs();
    for (const probe of probes) {
      delete probe.raftServers;
      probe.errors.push({
        kind: 'acl',
        endpoint: 'GET /v1/operator/raft/configuration?stale',
        message: 'Consul refuses it. It needs a token with operator:read.',
      });
    }
    const view = assessApp(inputs, 1);
    expect(view.quorum?.sentence).toBe(
      'Not known: Consul refuses it. It needs a token with operator:read.',
    );
    expect(view.verdict.state).toBe('unknown');
  });

  it('counts voters outside of the set', () => {
    const { inputs, probes } = consulInputs();
    for (const probe of probes) {
      for (const name of ['vm-1', 'vm-2']) {
        probe.raftServers!.push({
          nodeId: name,
          node: name,
          address: `192.0.2.${name.slice(-1)}:8300`,
          voter: true,
          leader: false,
        });
        probe.members!.push({
          name,
          address: `192.0.2.${name.slice(-1)}`,
          port: 8301,
          status: name === 'vm-1' ? 'alive' : 'failed',
          role: 'server',
          nodeId: name,
        });
      }
    }
    const view = assessApp(inputs, 1);
    expect(view.quorum).toMatchObject({
      voters: 5,
      aliveVoters: 4,
      needed: 3,
      canLose: 1,
    });
    expect(view.otherMembers.map(item => [item.name, item.gossip])).toEqual([
      ['vm-1', 'alive'],
      ['vm-2', 'failed'],
    ]);
    expect(view.verdict.reason).toBe('DeadVoter');
  });
});

describe('leader', () => {
  it('is an alarm when two servers hold themselves for it', () => {
    const { inputs, probes } = consulInputs();
    probes[1].raft!.state = 'Leader';
    probes[1].raft!.term = 3;
    const { verdict, quorum } = assessApp(inputs, 1);
    expect(verdict).toMatchObject({
      state: 'needs-person',
      reason: 'TwoLeaders',
    });
    expect(verdict.evidence).toHaveLength(2);
    expect(quorum?.leader).toBeUndefined();
  });

  it('is not known while servers name different ones', () => {
    const { inputs, probes } = consulInputs();
    probes[2].leader = '10.244.2.14:8300';
    expect(assessApp(inputs, 1).verdict).toMatchObject({
      state: 'unknown',
      reason: 'LeadersDisagree',
    });
  });

  it.each([
    [4_000, 'healing', 'Electing'],
    [90_000, 'needs-person', 'NoLeader'],
  ])('missing for %i ms is %s', (lastContactMs, state, reason) => {
    const { inputs, probes } = consulInputs();
    for (const probe of probes) {
      probe.leader = '';
      probe.raft = { ...probe.raft!, state: 'Candidate', lastContactMs };
    }
    const view = assessApp(inputs, 1);
    expect(view.verdict).toMatchObject({ state, reason });
    expect(view.quorum?.sentence).toBe(
      'Writes wait: no leader is elected, 3 of 3 voters are alive.',
    );
  });

  it('is found by what others name where no server tells its raft state', () => {
    const { inputs, probes } = consulInputs();
    for (const probe of probes) delete probe.raft;
    expect(assessApp(inputs, 1).quorum?.leader).toBe('consul-persistent-0');
  });
});

describe('gossip', () => {
  it('goes by the servers that have a leader, and notes who sees it differently', () => {
    const { inputs, probes } = consulInputs();
    probes[2].leader = '';
    probes[2].raft!.state = 'Candidate';
    for (const member of probes[2].members!) {
      if (member.name !== 'consul-persistent-2') member.status = 'failed';
    }
    for (const probe of probes.slice(0, 2)) {
      probe.members!.find(
        member => member.name === 'consul-persistent-2',
      )!.status = 'failed';
    }
    const { identities, verdict } = assessApp(inputs, 1);
    expect(identities.map(item => item.member?.gossip)).toEqual([
      'alive',
      'alive',
      'failed',
    ]);
    expect(identities[0].member?.error).toBe(
      'The servers disagree: alive for 1; failed for 2.',
    );
    expect(identities[2].state).not.toBe('healthy');
    expect(verdict.state).not.toBe('healthy');
  });
});

describe('a new cluster', () => {
  function empty(): { inputs: AppInputs; probes: ConsulProbe[] } {
    const result = consulInputs();
    for (const probe of result.probes) {
      probe.leader = '';
      probe.peers = [];
      delete probe.raftServers;
      delete probe.autopilot;
      probe.raft = { state: 'Follower', lastLogIndex: 0, numPeers: 0 };
    }
    return result;
  }

  it('is forming while all of its servers are empty', () => {
    const view = assessApp(empty().inputs, 1);
    expect(view.verdict).toMatchObject({
      state: 'healing',
      reason: 'Forming',
      sentence:
        'A new cluster is forming: 3 of 3 servers answer, none has data.',
    });
    expect(view.quorum?.sentence).toBe(
      'Not known: no server has a raft configuration yet.',
    );
  });

  it('never forms with fewer replicas than it waits for', () => {
    const { inputs } = empty();
    inputs.statefulSet.app.bootstrapExpect = 5;
    expect(assessApp(inputs, 1).verdict).toMatchObject({
      state: 'needs-person',
      reason: 'BootstrapExpectUnmet',
    });
  });

  it('has non-voters until they are stable', () => {
    const { inputs, probes } = consulInputs();
    for (const probe of probes) {
      probe.raftServers!.find(
        server => server.node === 'consul-persistent-1',
      )!.voter = false;
    }
    const view = assessApp(inputs, 1);
    expect(view.identities[1]).toMatchObject({
      state: 'healing',
      reason: 'NonVoter',
    });
    expect(view.quorum).toMatchObject({ voters: 2, needed: 2, canLose: 0 });
  });
});
