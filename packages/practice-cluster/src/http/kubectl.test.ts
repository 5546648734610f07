import { execFile, spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { PracticeCluster } from '../PracticeCluster';
import { startPracticeCluster } from '../startPracticeCluster';

const run = promisify(execFile);
const kubectl = findKubectl();

const MANIFEST = `
apiVersion: v1
kind: ServiceAccount
metadata: {name: shop}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: shop}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: shop}
subjects: [{kind: ServiceAccount, name: shop}]
---
apiVersion: v1
kind: Service
metadata: {name: shop}
spec:
  clusterIP: None
  ports: [{port: 80, name: web}]
  selector: {app: shop}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: shop}
spec:
  serviceName: shop
  replicas: 2
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      serviceAccountName: shop
      terminationGracePeriodSeconds: 5
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
          - labelSelector: {matchLabels: {app: shop}}
            topologyKey: kubernetes.io/hostname
      initContainers:
      - name: page
        image: alpine
        command: [sh, -c, 'echo "shelf of $HOSTNAME" > /pages/index.html']
        volumeMounts: [{name: pages, mountPath: /pages}]
      containers:
      - name: nginx
        image: nginx
        ports: [{containerPort: 80, name: web}]
        volumeMounts: [{name: pages, mountPath: /usr/share/nginx/html}]
  volumeClaimTemplates:
  - metadata: {name: pages}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 50Mi}}
`;

// Every kubectl is a process of its own, and a busy machine starts them slowly.
jest.setTimeout(180_000);

const describeKubectl = kubectl ? describe : describe.skip;
const title = kubectl ?? 'kubectl: none on PATH nor in KUBECTL, not tested';

describeKubectl(title, () => {
  let cluster: PracticeCluster;
  let home: string;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    cluster = await startPracticeCluster({ speed: 10 });
    home = mkdtempSync(join(tmpdir(), 'practice-cluster-'));
    const config = join(home, 'kubeconfig');
    writeFileSync(config, cluster.kubeconfig());
    writeFileSync(join(home, 'shop.yaml'), MANIFEST);
    environment = { ...process.env, HOME: home, KUBECONFIG: config };
  });
  afterAll(async () => {
    await cluster.close();
    rmSync(home, { recursive: true });
  });

  async function k(...args: string[]): Promise<string> {
    const { stdout } = await run(kubectl!, args, {
      env: environment,
      timeout: 60_000,
    });
    return stdout;
  }

  /** Standard error of a command that fails. */
  async function refused(...args: string[]): Promise<string> {
    return k(...args).then(
      text => {
        throw new Error(`not refused: ${text}`);
      },
      error => error.stderr,
    );
  }

  const lines = (text: string) => text.trim().split('\n');

  it('gets, in all forms', async () => {
    const [head, first] = lines(await k('get', 'pods', '-o', 'wide'));
    expect(head.split(/\s{2,}/)).toEqual([
      'NAME',
      'READY',
      'STATUS',
      'RESTARTS',
      'AGE',
      'IP',
      'NODE',
      'NOMINATED NODE',
      'READINESS GATES',
    ]);
    expect(first).toMatch(
      /^consul-0 +1\/1 +Running +0 +\d+m +10\.244\.\d+\.\d+ +node-\d +<none> +<none>/,
    );
    expect(await k('get', 'sts,pvc,pv,nodes,svc,sc,ns,events')).toContain(
      'statefulset.apps/consul-persistent',
    );
    expect(
      lines(await k('get', 'pods', '-l', 'app=web', '-o', 'name')),
    ).toEqual(['pod/web-0', 'pod/web-1']);
    const yaml = await k('get', 'sts', 'web', '-o', 'yaml');
    expect(yaml).toContain('kind: StatefulSet\n');
    expect(await refused('get', 'pod', 'nope')).toBe(
      'Error from server (NotFound): pods "nope" not found\n',
    );
    expect(await k('api-resources')).toMatch(
      /statefulsets +sts +apps\/v1 +true/,
    );
  });

  it('describes', async () => {
    const text = await k('describe', 'pod', 'web-0');
    expect(text).toMatch(/Controlled By: +StatefulSet\/web/);
    expect(text).toMatch(
      /Normal +Scheduled .* +Successfully assigned course\/web-0/,
    );
    expect(await k('describe', 'sts', 'web')).toMatch(
      /Pods Status: +2 Running/,
    );
  });

  it('applies, scales, rolls out and deletes', async () => {
    const file = join(home, 'shop.yaml');
    expect(lines(await k('apply', '-f', file))).toEqual([
      'serviceaccount/shop created',
      'role.rbac.authorization.k8s.io/shop created',
      'rolebinding.rbac.authorization.k8s.io/shop created',
      'service/shop created',
      'statefulset.apps/shop created',
    ]);
    await k('rollout', 'status', 'sts/shop', '--timeout=50s');
    expect(
      await k('get', 'sts', 'shop', '-o', 'jsonpath={.status.readyReplicas}'),
    ).toBe('2');

    expect(await k('scale', 'sts', 'shop', '--replicas=3')).toContain('scaled');
    await k('wait', '--for=jsonpath={.status.readyReplicas}=3', 'sts/shop');

    writeFileSync(file, MANIFEST.replace('replicas: 2', 'replicas: 1'));
    expect(await k('apply', '-f', file)).toContain(
      'statefulset.apps/shop configured',
    );
    await k('wait', '--for=delete', 'pod/shop-1', '--timeout=50s');

    expect(await k('label', 'sts', 'shop', 'tier=front')).toContain('labeled');
    const before = await k(
      'get',
      'pod',
      'shop-0',
      '-o',
      'jsonpath={.metadata.uid}',
    );
    expect(await k('rollout', 'restart', 'sts/shop')).toContain('restarted');
    await k('rollout', 'status', 'sts/shop', '--timeout=50s');
    const after = await k(
      'get',
      'pod',
      'shop-0',
      '-o',
      'jsonpath={.metadata.uid}',
    );
    expect(after).not.toBe(before);

    writeFileSync(
      file,
      MANIFEST.replace('serviceName: shop', 'serviceName: x'),
    );
    expect(await refused('apply', '-f', file)).toContain(
      "updates to statefulset spec for fields other than 'replicas', 'ordinals'",
    );
    await k('delete', '-f', file);
    expect(lines(await k('get', 'pvc', '-o', 'name'))).toContain(
      'persistentvolumeclaim/pages-shop-0',
    );
  });

  it('watches what happens to a deleted pod', async () => {
    const watch = spawn(kubectl!, ['get', 'pods', '-w', '-l', 'app=web'], {
      env: environment,
    });
    let seen = '';
    watch.stdout.on('data', data => {
      seen += data;
    });
    const closed = new Promise(resolve => watch.once('close', resolve));
    await waitFor(() => seen.includes('web-1'));
    expect(await k('delete', 'pod', 'web-1')).toContain('pod "web-1" deleted');
    await waitFor(() => /Pending[\s\S]*web-1 +1\/1 +Running/.test(seen));
    watch.kill();
    await closed;
    expect(seen).toMatch(/web-1 +\d\/1 +Terminating/);
    expect(seen).toMatch(/Pending[\s\S]*web-1 +1\/1 +Running/);
  });

  it('creates, and answers what may be done', async () => {
    expect(await k('create', 'namespace', 'spare')).toBe(
      'namespace/spare created\n',
    );
    await k('create', 'configmap', 'c', '--from-literal=a=b', '-n', 'spare');
    expect(
      await k('get', 'configmap', 'c', '-n', 'spare', '-o', 'jsonpath={.data}'),
    ).toBe('{"a":"b"}');
    expect(await refused('create', 'namespace', 'Foo_')).toContain(
      'metadata.name: Invalid value: "Foo_"',
    );
    expect(await k('auth', 'can-i', 'list', 'pods')).toBe('yes\n');
    expect(await k('auth', 'whoami')).toContain('practice-admin');
    await k('delete', 'namespace', 'spare', '--timeout=50s');
  });

  it('shows logs and runs commands', async () => {
    const [line] = lines(
      await k('logs', 'consul-0', '--tail=1', '--timestamps'),
    );
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z .*\[INFO\]/);
    const follow = spawn(kubectl!, ['logs', '-f', 'consul-0', '--tail=1'], {
      env: environment,
    });
    let followed = '';
    follow.stdout.on('data', data => {
      followed += data;
    });
    const closed = new Promise(resolve => follow.once('close', resolve));
    await waitFor(() => followed !== '');
    expect(followed).toContain('[INFO]');
    follow.kill();
    await closed;

    expect(
      lines(await k('exec', 'consul-0', '--', 'consul', 'members')),
    ).toHaveLength(4);
    await expect(
      k('exec', 'consul-0', '--', 'sh', '-c', 'exit 3'),
    ).rejects.toMatchObject({ code: 3 });
    expect(await refused('exec', 'consul-0', '-c', 'zz', '--', 'ls')).toContain(
      'container zz is not valid for pod consul-0',
    );
  });
});

async function waitFor(reached: () => boolean) {
  for (let turn = 0; turn < 600 && !reached(); turn += 1) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function findKubectl(): string | undefined {
  if (process.env.KUBECTL) return process.env.KUBECTL;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(directory => join(directory, 'kubectl'))
    .find(path => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
