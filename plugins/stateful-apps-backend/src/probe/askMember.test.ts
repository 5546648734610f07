import { ConsulProbe, WebProbe } from '@stateful-apps/backstage-plugin-common';
import {
  GatewayError,
  MemberOperation,
  MemberResponse,
} from '@stateful-apps/backstage-plugin-node';
import { FakeGateway } from '../__testUtils__/FakeGateway';
import { ManualClock } from '../__testUtils__/ManualClock';
import { askMember } from './askMember';
import { ProbeTarget } from './ProbeTarget';

const SERVER: ProbeTarget = {
  ref: { cluster: 'one', namespace: 'course', name: 'consul' },
  kind: 'consul',
  pod: 'consul-0',
  podUid: 'uid-0',
  endpoint: { container: 'consul', scheme: 'http', port: 8500 },
};
const WEB: ProbeTarget = { ...SERVER, kind: 'web', pod: 'web-0' };

function answer(body: unknown, status = 200): MemberResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, contentType: 'text/html', body: Buffer.from(text) };
}

function self(state: string): MemberResponse {
  return answer({
    Config: { NodeID: 'node-id-0', NodeName: 'consul-0', Version: '1.22.5' },
    Stats: { raft: { state, term: '3', last_log_index: '812' } },
    Member: { Tags: { id: 'node-id-0' } },
  });
}

describe('askMember', () => {
  const clock = new ManualClock();
  let gateway: FakeGateway;
  let answers: Partial<Record<MemberOperation, MemberResponse | Error>>;

  const ask = <T>(target: ProbeTarget) =>
    askMember(
      gateway,
      clock,
      target,
      new AbortController().signal,
    ) as Promise<T>;

  beforeEach(() => {
    gateway = new FakeGateway();
    answers = {
      'consul-status-leader': answer('"10.0.0.1:8300"'),
      'consul-status-peers': answer(['10.0.0.1:8300']),
      'consul-agent-members': answer([]),
      'consul-agent-self': self('Leader'),
      'consul-raft-configuration': answer({ Servers: [] }),
      'consul-autopilot-health': answer(
        { Healthy: false, FailureTolerance: 0, Servers: [] },
        429,
      ),
    };
    gateway.members = async ({ operation }) => {
      const found = answers[operation];
      if (found instanceof Error) throw found;
      return found!;
    };
  });

  it('asks a Consul server for its own view, and the leader for autopilot', async () => {
    const probe = await ask<ConsulProbe>(SERVER);
    expect(probe).toMatchObject({
      podUid: 'uid-0',
      at: '2026-11-22T10:00:00.000Z',
      leader: '10.0.0.1:8300',
      peers: ['10.0.0.1:8300'],
      raft: { state: 'Leader' },
      autopilot: { healthy: false, failureTolerance: 0 },
      errors: [],
    });
    expect(gateway.asked).toHaveLength(6);
    for (const request of gateway.asked) {
      expect(request).toMatchObject({ pod: 'consul-0', timeoutMs: 3000 });
    }
  });

  it('does not ask a follower for autopilot, which would hang without a leader', async () => {
    answers['consul-agent-self'] = self('Follower');
    const probe = await ask<ConsulProbe>(SERVER);
    expect(probe.autopilot).toBeUndefined();
    expect(gateway.asked.map(it => it.operation)).not.toContain(
      'consul-autopilot-health',
    );
  });

  it('keeps what was answered beside what was not', async () => {
    answers['consul-agent-members'] = new GatewayError('timeout', 'Took 3 s.');
    answers['consul-status-leader'] = answer('No cluster leader', 500);
    answers['consul-status-peers'] = answer('<html>', 200);
    answers['consul-raft-configuration'] = answer('Permission denied', 403);
    const probe = await ask<ConsulProbe>(SERVER);
    expect(probe.nodeId).toBe('node-id-0');
    expect(probe.errors.map(({ kind, endpoint }) => [kind, endpoint])).toEqual([
      ['no-leader', 'GET /v1/status/leader'],
      ['malformed', 'GET /v1/status/peers'],
      ['timeout', 'GET /v1/agent/members'],
      ['acl', 'GET /v1/operator/raft/configuration?stale'],
    ]);
    expect(probe.errors[2].message).toBe('consul-0 was not reached: Took 3 s.');
  });

  it.each([
    [
      'forbidden',
      'no',
      'forbidden',
      /may not get pods\/proxy in namespace course/,
    ],
    ['unreachable', 'connection refused', 'refused', /connection refused/],
    ['unreachable', 'x509: unknown authority', 'tls', /x509/],
    ['too-large', 'More than 1 MiB.', 'too-large', /1 MiB/],
    ['gateway-missing', 'Not installed.', 'failed', /Not installed/],
  ] as const)('tells %s (%s) as %s', async (reason, text, kind, message) => {
    gateway.members = async () => {
      throw new GatewayError(reason, text);
    };
    for (const target of [SERVER, WEB]) {
      const { errors } = await ask<ConsulProbe>(target);
      expect(errors[0].kind).toBe(kind);
      expect(errors[0].message).toMatch(message);
    }
  });

  it('asks a web server for its page, and keeps its hash and title', async () => {
    answers['web-page'] = answer('<title>Hello</title>', 404);
    const probe = await ask<WebProbe>(WEB);
    expect(probe).toEqual({
      kind: 'web',
      podUid: 'uid-0',
      at: '2026-11-22T10:00:00.000Z',
      status: 404,
      title: 'Hello',
      contentType: 'text/html',
      bytes: 20,
      sha256:
        'f04bd5d7c9c711548315b51f40e3aad0c49b6f43de69df8183686db8878f6619',
      errors: [],
    });
  });
});
