import { startTestCluster, TestCluster } from './testing/startTestCluster';

const CONFIG_MAPS = '/api/v1/namespaces/course/configmaps';

describe('lists', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster({ watchWindow: 20 });
    for (let index = 0; index < 7; index += 1) {
      cluster.store.create('configmaps', {
        metadata: {
          name: `c${index}`,
          namespace: 'course',
          labels: { parity: index % 2 ? 'odd' : 'even' },
        } as any,
      });
    }
  });
  afterEach(() => cluster.close());

  const namesIn = (body: any) =>
    body.items.map((item: any) => item.metadata.name);

  it('answers a list without the kinds of its items, as Kubernetes does', async () => {
    const { status, body } = await cluster.ask('GET', CONFIG_MAPS);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: { resourceVersion: cluster.store.resourceVersion },
    });
    expect(body.items[0].kind).toBeUndefined();
    expect(namesIn(body)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  });

  it('gives pages of one and the same state, whatever happens in between', async () => {
    const first = await cluster.ask('GET', `${CONFIG_MAPS}?limit=3`);
    expect(first.body.metadata.remainingItemCount).toBe(4);
    cluster.store.delete('configmaps', 'course', 'c3');
    cluster.store.create('configmaps', {
      metadata: { name: 'c2b', namespace: 'course' } as any,
    });
    const names = namesIn(first.body);
    let { metadata } = first.body;
    while (metadata.continue) {
      const { body } = await cluster.ask(
        'GET',
        `${CONFIG_MAPS}?limit=3&continue=${metadata.continue}`,
      );
      expect(body.metadata.resourceVersion).toBe(
        first.body.metadata.resourceVersion,
      );
      names.push(...namesIn(body));
      metadata = body.metadata;
    }
    expect(names).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  });

  it('says 410 for a page whose state is forgotten', async () => {
    const first = await cluster.ask('GET', `${CONFIG_MAPS}?limit=3`);
    for (let index = 0; index < 30; index += 1) {
      cluster.store.update('configmaps', 'course', 'c0', draft => {
        draft.data = { index: String(index) };
      });
    }
    const { status, body } = await cluster.ask(
      'GET',
      `${CONFIG_MAPS}?limit=3&continue=${first.body.metadata.continue}`,
    );
    expect(status).toBe(410);
    expect(body).toMatchObject({ reason: 'Expired', code: 410 });
    const bad = await cluster.ask('GET', `${CONFIG_MAPS}?continue=zzz`);
    expect(bad.status).toBe(400);
  });

  it('selects by labels and fields', async () => {
    const odd = await cluster.ask(
      'GET',
      `${CONFIG_MAPS}?labelSelector=parity%3Dodd`,
    );
    expect(namesIn(odd.body)).toEqual(['c1', 'c3', 'c5']);
    const one = await cluster.ask(
      'GET',
      `/api/v1/configmaps?fieldSelector=metadata.name%3Dc4`,
    );
    expect(namesIn(one.body)).toEqual(['c4']);
    const bad = await cluster.ask('GET', `${CONFIG_MAPS}?labelSelector=a%20b`);
    expect(bad.body).toMatchObject({
      status: 'Failure',
      reason: 'BadRequest',
      message:
        "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
    });
  });

  it('keeps to resource versions', async () => {
    const { resourceVersion } = cluster.store;
    cluster.store.delete('configmaps', 'course', 'c0');
    const exact = await cluster.ask(
      'GET',
      `${CONFIG_MAPS}?resourceVersion=${resourceVersion}&resourceVersionMatch=Exact`,
    );
    expect(namesIn(exact.body)).toContain('c0');
    const newer = await cluster.ask(
      'GET',
      `${CONFIG_MAPS}?resourceVersion=${resourceVersion}&resourceVersionMatch=NotOlderThan`,
    );
    expect(namesIn(newer.body)).not.toContain('c0');
    const future = await cluster.ask(
      'GET',
      `${CONFIG_MAPS}?resourceVersion=99999`,
    );
    expect(future.status).toBe(504);
    expect(future.body.message).toContain('Too large resource version: 99999');
    const lonely = await cluster.ask(
      'GET',
      `${CONFIG_MAPS}?resourceVersionMatch=Exact`,
    );
    expect(lonely.status).toBe(422);
  });

  it('represents lists as Tables and as metadata', async () => {
    const table = await cluster.ask('GET', `${CONFIG_MAPS}?limit=1`, {
      accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
    });
    expect(table.body.kind).toBe('Table');
    expect(table.body.columnDefinitions.map((c: any) => c.name)).toEqual([
      'Name',
      'Data',
      'Age',
    ]);
    expect(table.body.rows[0]).toMatchObject({
      cells: ['c0', 0, '0s'],
      object: { kind: 'PartialObjectMetadata', metadata: { name: 'c0' } },
    });
    const partial = await cluster.ask('GET', CONFIG_MAPS, {
      accept:
        'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    });
    expect(partial.body.kind).toBe('PartialObjectMetadataList');
    const text = await cluster.ask('GET', CONFIG_MAPS, {
      accept: 'text/plain',
    });
    expect(text.status).toBe(406);
  });

  it('compresses large answers only', async () => {
    const small = await cluster.ask('GET', CONFIG_MAPS);
    expect(small.headers.get('content-encoding')).toBeNull();
    cluster.store.create('configmaps', {
      metadata: { name: 'large', namespace: 'course' } as any,
      data: { text: 'x'.repeat(200_000) },
    });
    const large = await cluster.ask('GET', CONFIG_MAPS);
    expect(large.headers.get('content-encoding')).toBe('gzip');
    expect(namesIn(large.body)).toContain('large');
  });
});
