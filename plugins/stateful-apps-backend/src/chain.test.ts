import { AppView } from '@stateful-apps/backstage-plugin-common';
import { PracticeCluster, startPracticeCluster } from 'practice-cluster';
import { expectDescribed } from './__testUtils__/openApi';
import { SseReader } from './__testUtils__/SseReader';
import { startChain } from './__testUtils__/startChain';

const EVENTS = '/apps/{cluster}/{namespace}/{name}/events';

jest.setTimeout(60_000);

describe('from the API server to the viewer', () => {
  const readers: SseReader[] = [];
  let cluster: PracticeCluster;
  let chain: Awaited<ReturnType<typeof startChain>>;

  /** Opens the stream of an app once there is one. */
  async function watch(name: string): Promise<SseReader> {
    for (;;) {
      const reader = new SseReader(
        `${chain.url}/apps/practice/course/${name}/events`,
      );
      readers.push(reader);
      await reader.answered();
      if (reader.status === 200) return reader;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async function view(
    reader: SseReader,
    matches: (it: AppView) => boolean,
  ): Promise<AppView> {
    const message = await reader.next(it => it.view && matches(it.view));
    return message.view;
  }

  beforeAll(async () => {
    cluster = await startPracticeCluster();
    chain = await startChain(cluster);
  });

  afterAll(async () => {
    for (const reader of readers) reader.close();
    await chain.stop();
    await cluster.close();
  });

  it('shows the members of Consul, and what its servers agree on', async () => {
    const reader = await watch('consul');
    const seen = await view(
      reader,
      it => it.verdict.state === 'healthy' && it.quorum?.canLose === 1,
    );
    expect(seen.kind).toBe('consul');
    expect(seen.identities.map(it => it.member?.raft).sort()).toEqual([
      'follower',
      'follower',
      'leader',
    ]);
    for (const message of reader.messages)
      expectDescribed(EVENTS, 200, message);
    expect(JSON.stringify(seen).length).toBeLessThanOrEqual(6_000);
  });

  it('shows what each web server serves', async () => {
    const reader = await watch('web');
    const seen = await view(reader, it =>
      it.identities.every(one => one.page?.sibling),
    );
    expect(seen.identities.map(it => it.page)).toMatchObject([
      { status: 200, sibling: 'different' },
      { status: 200, sibling: 'different' },
    ]);
    for (const message of reader.messages)
      expectDescribed(EVENTS, 200, message);
  });

  it('shows the claims of Consul with volumes, within 6 kB', async () => {
    const reader = await watch('consul-persistent');
    const seen = await view(
      reader,
      it => it.verdict.state === 'healthy' && it.notLive.length === 0,
    );
    for (const identity of seen.identities) {
      expect(identity.volumes.find(it => it.holdsData)).toMatchObject({
        survival: expect.stringMatching(/survives-pod|dies-with-node/),
        claim: { phase: 'Bound' },
      });
    }
    expect(JSON.stringify(seen).length).toBeLessThanOrEqual(6_000);
  });

  it('shows a pod that is deleted and its replacement as they happen, and remembers them', async () => {
    const reader = await watch('consul');
    const before = await view(reader, it => it.verdict.state === 'healthy');
    const { uid } = before.identities[2].pod!;
    cluster.store.delete('pods', 'course', 'consul-2');
    await view(reader, it => it.identities[2].pod?.deletionAt !== undefined);
    const after = await view(
      reader,
      it => ![undefined, uid].includes(it.identities[2].pod?.uid),
    );
    expect(after.identities[2].replaced).toMatchObject({
      fromUid: uid,
      toUid: after.identities[2].pod!.uid,
    });
    const history = await fetch(
      `${chain.url}/apps/practice/course/consul/history`,
    );
    expect(await history.json()).toMatchObject({
      items: [{ ordinal: 2, fromUid: uid }],
    });
  });

  it('says which right is missing where members may not be asked', async () => {
    const strict = await startPracticeCluster({
      users: { probe: { rules: [] } },
    });
    const other = await startChain(strict);
    const url = `${other.url}/apps/practice/course/consul`;
    let seen: Partial<AppView> = {};
    while (!seen.probingOff) {
      await new Promise(resolve => setTimeout(resolve, 50));
      seen = await (await fetch(url)).json();
    }
    expect(seen.probingOff).toMatch(/pods\/proxy in namespace course/);
    expect(seen.verdict?.state).not.toBe('healthy');
    expect(seen.identities?.map(it => it.pod?.ready)).toEqual([
      true,
      true,
      true,
    ]);
    await other.stop();
    await strict.close();
  });
});
