import request from 'supertest';
import { FakeGateway } from './testing/FakeGateway';
import { rawPod, rawStatefulSet } from './testing/rawObjects';
import { SseReader } from './testing/SseReader';
import { startPlugin } from './testing/startPlugin';

const APP = '/apps/one/course/web';

describe('the plugin', () => {
  let gateway: FakeGateway;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  const readers: SseReader[] = [];

  function read(path: string): SseReader {
    const reader = new SseReader(`${plugin.url}${path}`);
    readers.push(reader);
    return reader;
  }

  beforeEach(async () => {
    gateway = new FakeGateway();
    gateway.put('statefulsets', rawStatefulSet('web', { replicas: 2 }));
    gateway.put('pods', rawPod('web', 0));
    gateway.put('pods', rawPod('web', 1));
    plugin = await startPlugin({ gateway });
    await plugin.ready(APP);
  });

  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await plugin.stop();
  });

  it('lists apps', async () => {
    const { body, status } = await request(plugin.url).get('/apps');
    expect({ status, body }).toMatchObject({ status: 200, body: { total: 1 } });
    console.log(JSON.stringify(body, undefined, 1));
  });

  it('shows one app', async () => {
    const { body } = await request(plugin.url).get(APP);
    console.log(JSON.stringify(body, undefined, 1));
    expect(body).toMatchObject({ kind: 'other' });
  });
});
