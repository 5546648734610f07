import WebSocket from 'ws';
import { startTestCluster, TestCluster } from './testing/startTestCluster';

const POD = '/api/v1/namespaces/course/pods/web-0';

describe('subresources of pods and nodes', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
    cluster.createPod('web-0');
    cluster.createPod('new', {});
    cluster.runtime.say('2025-12-31T23:59:00.000000001Z', 'one');
    cluster.runtime.say('2025-12-31T23:59:50.000000002Z', 'two');
    cluster.runtime.say('2025-12-31T23:59:55.000000003Z', 'three');
  });
  afterEach(() => cluster.close());

  describe('log', () => {
    it.each([
      ['', 'one\ntwo\nthree\n'],
      ['?tailLines=1', 'three\n'],
      ['?tailLines=0', ''],
      ['?sinceSeconds=30', 'two\nthree\n'],
      ['?sinceTime=2025-12-31T23:59:53Z', 'three\n'],
      ['?limitBytes=5', 'one\nt'],
      [
        '?tailLines=1&timestamps=true',
        '2025-12-31T23:59:55.000000003Z three\n',
      ],
    ])('%s', async (query, text) => {
      const { body } = await cluster.ask('GET', `${POD}/log${query}`);
      expect(body).toBe(text);
    });

    it.each([
      ['?container=zz', 400, 'container zz is not valid for pod web-0'],
      [
        '?tailLines=-1',
        422,
        'tailLines: Invalid value: -1: must be greater than or equal to 0',
      ],
      [
        '?sinceSeconds=5&sinceTime=2020-01-01T00:00:00Z',
        422,
        'at most one of `sinceTime` or `sinceSeconds` may be specified',
      ],
      ['?tailLines=x', 400, 'strconv.ParseInt: parsing "x": invalid syntax'],
      ['?previous=true', 400, 'previous terminated container not found'],
    ])('refuses %s', async (query, status, message) => {
      const answer = await cluster.ask('GET', `${POD}/log${query}`);
      expect(answer.status).toBe(status);
      expect(answer.body.message).toContain(message);
    });

    it('asks which of several containers is meant', async () => {
      cluster.store.create('pods', {
        metadata: { name: 'two', namespace: 'course' } as any,
        spec: {
          containers: [
            { name: 'a', image: 'x' },
            { name: 'b', image: 'x' },
          ],
        },
      });
      const { body } = await cluster.ask(
        'GET',
        POD.replace('web-0', 'two/log'),
      );
      expect(body.message).toBe(
        'a container name must be specified for pod two, choose one of: [a b]',
      );
    });

    it('follows until the container ends, and lets go of clients that leave', async () => {
      const follow = (signal?: AbortSignal) =>
        fetch(`${cluster.url}${POD}/log?follow=true&tailLines=1`, {
          headers: { Authorization: `Bearer ${cluster.tokens.admin}` },
          signal,
        });
      const leave = new AbortController();
      const leaving = await follow(leave.signal);
      const staying = await follow();
      expect(cluster.counters.openStreams).toBe(2);
      leave.abort();
      await expect(leaving.text()).rejects.toThrow();
      while (cluster.runtime.followerCount > 1) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      cluster.runtime.say('2026-01-01T00:00:00Z', 'four');
      cluster.runtime.endContainers();
      expect(await staying.text()).toBe('three\nfour\n');
    });
  });

  describe('proxy', () => {
    it('passes on method, path, query, headers and body, but not the token', async () => {
      const answer = await cluster.ask(
        'PUT',
        '/api/v1/namespaces/course/pods/https:web-0:8501/proxy/v1/kv/a%2Fb?stale',
        { body: 'text', type: 'text/plain' },
      );
      expect(answer).toMatchObject({ status: 429, body: { Healthy: false } });
      expect(answer.headers.get('x-consul-index')).toBe('7');
      const [request] = cluster.runtime.proxied;
      expect(request).toMatchObject({
        method: 'PUT',
        scheme: 'https',
        port: 8501,
        path: '/v1/kv/a%2Fb?stale',
      });
      expect(Buffer.from(request.body).toString()).toBe('text');
      expect(request.headers['content-type']).toBe('text/plain');
      expect(request.headers.authorization).toBeUndefined();
    });

    it.each([
      ['gone', 404, 'pods "gone" not found'],
      ['new', 400, 'address not allowed'],
      ['web-0:81', 503, 'error trying to reach service'],
      ['ftp:web-0:80', 400, 'invalid pod request "ftp:web-0:80"'],
    ])('to %s', async (name, status, message) => {
      const answer = await cluster.ask(
        'GET',
        `/api/v1/namespaces/course/pods/${name}/proxy/`,
      );
      expect(answer.status).toBe(status);
      expect(answer.body.message).toContain(message);
    });

    it('leads to the slash', async () => {
      const { status, headers } = await cluster.ask('GET', `${POD}/proxy?a=b`);
      expect(status).toBe(301);
      expect(headers.get('location')).toBe('proxy/?a=b');
    });
  });

  it('answers the disk use of nodes', async () => {
    cluster.store.create('nodes', { metadata: { name: 'node-1' } as any });
    const { body } = await cluster.ask(
      'GET',
      '/api/v1/nodes/node-1/proxy/stats/summary',
    );
    expect(body.node.nodeName).toBe('node-1');
    const gone = await cluster.ask(
      'GET',
      '/api/v1/nodes/node-9/proxy/stats/summary',
    );
    expect(gone.body.message).toBe('nodes "node-9" not found');
  });

  describe('exec', () => {
    function exec(query: string, protocol: string, stdin?: string) {
      const url = `${cluster.url.replace('http', 'ws')}${POD}/exec?${query}`;
      const socket = new WebSocket(url, protocol, {
        headers: { Authorization: `Bearer ${cluster.tokens.admin}` },
      });
      const channels: string[] = ['', '', '', ''];
      socket.on('open', () => {
        if (stdin === undefined) return;
        socket.send(Buffer.concat([Buffer.of(0), Buffer.from(stdin)]));
        if (protocol === 'v5.channel.k8s.io') socket.send(Buffer.of(255, 0));
      });
      socket.on('message', (data: Buffer) => {
        channels[data[0]] += data.subarray(1).toString();
      });
      return new Promise<string[]>((resolve, reject) => {
        socket.on('close', () => resolve(channels));
        socket.on('unexpected-response', (_request, response) => {
          response.on('data', data => reject(new Error(String(data))));
        });
      });
    }

    it.each(['v5.channel.k8s.io', 'v4.channel.k8s.io'])(
      'runs commands over %s',
      async protocol => {
        const [, stdout, , status] = await exec(
          'command=ls&command=-l&stdout=true&stderr=true',
          protocol,
        );
        expect(stdout).toBe('web-0: ls -l\n');
        expect(JSON.parse(status)).toEqual({ metadata: {}, status: 'Success' });
        const [, echoed] = await exec(
          'command=cat&stdin=true&stdout=true',
          protocol,
          'hello',
        );
        expect(echoed).toBe('hello');
      },
    );

    it('tells exit codes and standard error', async () => {
      const [, , stderr, status] = await exec(
        'command=false&stdout=true&stderr=true',
        'v5.channel.k8s.io',
      );
      expect(stderr).toBe('it is false\n');
      expect(JSON.parse(status)).toMatchObject({
        status: 'Failure',
        reason: 'NonZeroExitCode',
        details: { causes: [{ reason: 'ExitCode', message: '3' }] },
      });
    });

    it('refuses before the upgrade', async () => {
      await expect(
        exec('command=ls&stdout=1&container=zz', 'v5.channel.k8s.io'),
      ).rejects.toThrow('container zz is not valid for pod web-0');
      await expect(exec('command=ls&stdout=1', 'v1.foo')).rejects.toThrow(
        'none of the subprotocols is served',
      );
      const { body } = await cluster.ask('POST', `${POD}/exec?command=ls`);
      expect(body.message).toBe('Upgrade request required');
    });
  });
});
