import { ConsulObserver } from '../../world/testing/ConsulObserver';
import { TestCluster } from '../../world/testing/TestCluster';

/** Shapes and words as recorded from Consul 1.22.5 behind pods/proxy. */
describe('Consul', () => {
  const cluster = new TestCluster(1).settled();
  const get = (path: string, method = 'GET', body = '') =>
    cluster.request('consul-1', path, { method, body });

  it('lists members as the real API does', async () => {
    const [member] = JSON.parse((await get('/v1/agent/members')).text);
    expect(member).toEqual({
      Name: 'consul-0',
      Addr: cluster.pod('consul-0')?.status.podIP,
      Port: 8301,
      Tags: {
        acls: '0',
        build: '1.22.5:',
        dc: 'dc1',
        expect: '3',
        ft_fs: '1',
        ft_si: '1',
        grpc_tls_port: '8503',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        port: '8300',
        raft_vsn: '3',
        role: 'consul',
        segment: '',
        vsn: '2',
        vsn_max: '3',
        vsn_min: '2',
        wan_join_port: '8302',
      },
      Status: 1,
      ProtocolMin: 1,
      ProtocolMax: 5,
      ProtocolCur: 2,
      DelegateMin: 2,
      DelegateMax: 5,
      DelegateCur: 4,
    });
  });

  it('answers on keys as the real API does', async () => {
    const missing = await get('/v1/kv/app/name');
    expect(missing).toMatchObject({ status: 404, text: '' });
    expect((await get('/v1/kv/app/name', 'PUT', 'hi')).text).toBe('true');
    const found = await get('/v1/kv/app/name');
    const index = Number(found.headers['X-Consul-Index']);
    expect(JSON.parse(found.text)).toEqual([
      {
        LockIndex: 0,
        Key: 'app/name',
        Flags: 0,
        Value: 'aGk=',
        CreateIndex: index,
        ModifyIndex: index,
      },
    ]);
    expect((await get('/v1/kv/app/name?raw')).text).toBe('hi');
    expect((await get('/v1/kv/?keys')).text).toBe('["app/name"]');
    expect((await get('/v1/kv/?keys&separator=/')).text).toBe('["app/"]');
    const stale = `/v1/kv/app/name?cas=${index - 1}`;
    expect((await get(stale, 'PUT', 'no')).text).toBe('false');
    const fresh = `/v1/kv/app/name?cas=${index}`;
    expect((await get(fresh, 'PUT', 'yes')).text).toBe('true');
    expect((await get('/v1/kv/app/name', 'DELETE')).text).toBe('true');
    expect((await get('/v1/kv/app/name')).status).toBe(404);
  });

  it('refuses as the real API does', async () => {
    expect(await get('/v1/nonsense')).toMatchObject({
      status: 404,
      text: 'Invalid URL path: not a recognized HTTP API endpoint\n',
    });
    expect(await get('/v1/status/leader', 'PUT')).toMatchObject({
      status: 405,
      text: 'method PUT not allowed',
      headers: { Allow: 'OPTIONS,GET' },
    });
  });

  it('prints tables as the real command line does', async () => {
    const members = await cluster.exec('consul-2', 'consul', 'members');
    const ip = cluster.pod('consul-0')?.status.podIP;
    expect(members.stdout.split('\n').slice(0, 2)).toEqual([
      'Node      Address          Status  Type    Build   Protocol  DC   Partition  Segment',
      `consul-0  ${ip}:8301  alive   server  1.22.5  2         dc1  default    <all>`,
    ]);
    const detailed = await cluster.exec(
      'consul-2',
      ...['consul', 'members', '-detailed'],
    );
    expect(detailed.stdout).toMatch(
      /^consul-0 .* alive {3}acls=0,ap=default,build=1\.22\.5:,dc=dc1,expect=3,.*,role=consul,segment=<all>,/m,
    );
    const peers = await cluster.exec(
      'consul-2',
      ...['consul', 'operator', 'raft', 'list-peers'],
    );
    expect(peers.stdout.split('\n')[0]).toMatch(
      /^Node +ID +Address +State +Voter +RaftProtocol +Commit Index +Trails Leader By$/,
    );
    expect(peers.stdout.match(/leader {4}true/g)).toHaveLength(1);
    expect(
      await cluster.exec('consul-2', 'consul', 'kv', 'get', 'nope'),
    ).toMatchObject({ stderr: 'Error! No key exists at: nope\n', exitCode: 1 });
  });

  it('is 429 with its whole body while a server is missing', async () => {
    const hurt = new TestCluster(2).settled();
    const consul = new ConsulObserver(hurt, 'consul');
    const leader = (await consul.leader())!.pod;
    const [other] = consul.names().filter(name => name !== leader);
    hurt.deletePod(other, { force: true });
    hurt.advance(9);
    const path = '/v1/operator/autopilot/health';
    const health = await hurt.request(leader, path);
    expect(health.status).toBe(429);
    const body = JSON.parse(health.text);
    expect(body).toMatchObject({ Healthy: false, FailureTolerance: 0 });
    expect(body.Servers.find(({ Name }: any) => Name === other)).toMatchObject({
      SerfStatus: 'failed',
      Healthy: false,
      Voter: true,
    });
  });

  it('holds a read for some seconds before it says that there is no leader', async () => {
    const lost = new TestCluster(3).settled();
    const consul = new ConsulObserver(lost, 'consul');
    const leader = (await consul.leader())!.pod;
    for (const name of consul.names()) {
      if (name !== leader) lost.deletePod(name, { force: true });
    }
    lost.advance(30);
    const from = lost.clock.now();
    const answer = await lost.request(leader, '/v1/kv/any');
    expect([answer.status, answer.text]).toEqual([500, 'No cluster leader']);
    expect((lost.clock.now() - from) / 1000).toBeCloseTo(7, 0);
    const stale = await lost.request(
      leader,
      '/v1/operator/raft/configuration?stale',
    );
    const names = JSON.parse(stale.text).Servers.map(({ Node }: any) => Node);
    expect(names.filter((name: string) => name === '(unknown)')).toHaveLength(
      2,
    );
    expect((await lost.request(leader, '/v1/agent/members')).status).toBe(200);
  });

  it('cannot find its servers without the right to list pods', () => {
    const alone = new TestCluster(1);
    alone.store.delete('rolebindings', 'course', 'consul');
    alone.advance(40);
    expect(alone.log('consul-1')).toContain(
      'pods is forbidden: User \\"system:serviceaccount:course:consul\\" cannot list resource \\"pods\\"',
    );
    expect(alone.pods('consul')).toHaveLength(3);
  });
});
