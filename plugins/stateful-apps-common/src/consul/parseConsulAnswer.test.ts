import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { CONSUL_ENDPOINTS } from './CONSUL_ENDPOINTS';
import { ConsulOperation } from './ConsulOperation';
import { parseConsulAnswer } from './parseConsulAnswer';

const OPERATIONS = Object.keys(CONSUL_ENDPOINTS) as ConsulOperation[];

function recorded(name: string): Uint8Array {
  return readFileSync(
    join(__dirname, '../__fixtures__/answers', `${name}.json`),
  );
}

function kubernetesStatus(code: number, message: string): string {
  return JSON.stringify({ kind: 'Status', apiVersion: 'v1', code, message });
}

describe('parseConsulAnswer', () => {
  it('reads what a real server says', () => {
    expect(
      parseConsulAnswer('consul-status-leader', 200, recorded('leader')).facts,
    ).toEqual({ leader: expect.stringMatching(/^10\.244\.\d+\.\d+:8300$/) });
    expect(
      parseConsulAnswer('consul-status-peers', 200, recorded('peers')).facts
        ?.peers,
    ).toHaveLength(3);
    expect(
      parseConsulAnswer('consul-agent-members', 200, recorded('members')).facts
        ?.members?.[0],
    ).toEqual({
      name: expect.stringMatching(/^consul-\d$/),
      address: expect.stringMatching(/^10\.244\./),
      port: 8301,
      status: 'alive',
      role: 'server',
      nodeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      build: '1.22.5',
      datacenter: 'dc1',
    });
    expect(
      parseConsulAnswer('consul-agent-self', 200, recorded('self')).facts,
    ).toEqual({
      nodeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      nodeName: 'consul-0',
      build: '1.22.5',
      datacenter: 'dc1',
      raft: {
        state: 'Leader',
        term: 2,
        lastLogIndex: expect.any(Number),
        lastLogTerm: 2,
        commitIndex: expect.any(Number),
        appliedIndex: expect.any(Number),
        numPeers: 2,
        lastContactMs: 0,
      },
    });
    const { facts } = parseConsulAnswer(
      'consul-raft-configuration',
      200,
      recorded('raft-configuration'),
    );
    expect(facts?.raftServers).toHaveLength(3);
    expect(facts?.raftServers?.filter(server => server.leader)).toHaveLength(1);
    expect(
      parseConsulAnswer(
        'consul-autopilot-health',
        200,
        recorded('autopilot-health'),
      ).facts?.autopilot,
    ).toMatchObject({ healthy: true, failureTolerance: 1 });
  });

  it('takes an empty leader for no leader', () => {
    expect(parseConsulAnswer('consul-status-leader', 200, '""').facts).toEqual({
      leader: '',
    });
  });

  it('reads autopilot’s answer with status 429, which says that it is not healthy', () => {
    const body = JSON.stringify({ Healthy: false, FailureTolerance: 0 });
    expect(
      parseConsulAnswer('consul-autopilot-health', 429, body).facts?.autopilot,
    ).toEqual({ healthy: false, failureTolerance: 0, servers: [] });
    expect(
      parseConsulAnswer('consul-autopilot-health', 429, 'slow down').error
        ?.kind,
    ).toBe('failed');
  });

  it.each([
    ['acl', 403, 'Permission denied: token lacks operator:read'],
    ['no-leader', 500, 'No cluster leader'],
    ['no-leader', 500, 'Raft leader not found in server lookup mapping'],
    ['failed', 500, 'something else'],
    ['forbidden', 403, kubernetesStatus(403, 'pods "consul-0" is forbidden')],
    ['unreachable', 404, kubernetesStatus(404, 'pods "consul-0" not found')],
    ['unreachable', 400, kubernetesStatus(400, 'address not allowed')],
    [
      'refused',
      503,
      kubernetesStatus(
        503,
        'error trying to reach service: dial tcp 10.0.0.1:8500: connect: connection refused',
      ),
    ],
    [
      'timeout',
      503,
      kubernetesStatus(
        503,
        'error trying to reach service: dial tcp 10.0.0.1:8500: i/o timeout',
      ),
    ],
    [
      'tls',
      503,
      kubernetesStatus(
        503,
        'error trying to reach service: tls: first record does not look like a TLS handshake',
      ),
    ],
    ['tls', 400, 'Client sent an HTTP request to an HTTPS server.'],
    ['malformed', 200, '<html>not consul</html>'],
    ['malformed', 200, '{"Servers":"none"}'],
    ['malformed', 200, '{"Servers":[{"ID":"only"}]}'],
  ])('tells %s from status %i and %j', (kind, status, body) => {
    const { error } = parseConsulAnswer(
      'consul-raft-configuration',
      status,
      body,
    );
    expect(error).toEqual({
      kind,
      endpoint: 'GET /v1/operator/raft/configuration?stale',
      message: expect.stringMatching(/^.{20,400}$/),
    });
  });

  it('names the right that a token lacks', () => {
    expect(
      parseConsulAnswer('consul-agent-self', 403, 'Permission denied').error
        ?.message,
    ).toContain('agent:read');
  });

  it('refuses what is too large without reading it', () => {
    expect(
      parseConsulAnswer(
        'consul-agent-members',
        200,
        new Uint8Array(1024 * 1024 + 1),
      ).error?.kind,
    ).toBe('too-large');
  });

  it('keeps at most 1000 members, with clean and short texts', () => {
    const members = Array.from({ length: 1500 }, (_, index) => ({
      Name: `\u001b[2J\u202e${'n'.repeat(1000)}${index}`,
      Addr: '10.0.0.1',
      Status: 99,
      Tags: { role: ['consul'], build: { a: 1 } },
    }));
    const { facts } = parseConsulAnswer(
      'consul-agent-members',
      200,
      JSON.stringify(members.slice(0, 900)),
    );
    expect(facts?.members).toHaveLength(900);
    expect(facts?.members?.[0]).toMatchObject({
      role: 'client',
      status: 'none',
    });
    expect(facts?.members?.[0].name).toMatch(/^\[U\+202E\]n+…$/);
    expect(facts?.members?.[0].name.length).toBeLessThanOrEqual(256);
    const many = JSON.stringify(
      Array.from({ length: 1500 }, (_, index) => ({
        Name: `n${index}`,
        Addr: 'a',
      })),
    );
    expect(
      parseConsulAnswer('consul-agent-members', 200, many).facts?.members,
    ).toHaveLength(1000);
  });

  it.each([
    ['"never"', undefined],
    ['"0"', 0],
    ['"80.330766ms"', 80],
    ['"1m30.5s"', 90500],
    ['"1h0m0s"', 3600000],
    ['"12µs"', 0],
    ['"5 apples"', undefined],
    ['12', undefined],
  ])('reads a last contact of %s', (text, expected) => {
    const body = `{"Config":{"NodeID":"a"},"Stats":{"raft":{"state":"Follower","last_contact":${text}}}}`;
    expect(
      parseConsulAnswer('consul-agent-self', 200, body).facts?.raft
        ?.lastContactMs,
    ).toBe(expected);
  });

  it.each(OPERATIONS)('%s takes anything', operation => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(fc.string(), fc.json(), fc.uint8Array()),
        (status, body) => {
          const { facts, error } = parseConsulAnswer(operation, status, body);
          expect((facts === undefined) !== (error === undefined)).toBe(true);
          expect(JSON.stringify({ facts, error })).not.toMatch(
            /[\p{Cc}\p{Bidi_C}]/u,
          );
        },
      ),
    );
  });

  it('is not fooled by keys of Object.prototype', () => {
    const body =
      '[{"Name":"a","Addr":"b","Tags":{"__proto__":{"role":"consul"}},"__proto__":{"Status":1}}]';
    expect(
      parseConsulAnswer('consul-agent-members', 200, body).facts?.members?.[0],
    ).toMatchObject({ status: 'none', role: 'client' });
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });
});
