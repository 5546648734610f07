import { HttpHandler, Network, OUTSIDE } from '../programs/Network';
import {
  ApiError,
  Clock,
  ExecResult,
  KubeObject,
  LogLine,
  ObjectStore,
  PodRuntime,
  ProxyRequest,
  ProxyResponse,
} from '../types';
import { Container } from './Container';
import { ContainerSlot } from './ContainerSlot';
import { Kubelet } from './Kubelet';
import { Machine } from './Machine';
import { statsSummary } from './statsSummary';

/** After which the API server gives up a dial. */
const DIAL_TIMEOUT_MS = 30_000;
const KUBELET_PORT = 10250;

/** @public */
export interface RuntimeNode {
  kubelet: Kubelet;
  machine: Machine;
}

/**
 * The API server's way to kubelets and pods.
 *
 * @public
 */
export class DefaultPodRuntime implements PodRuntime {
  static create(
    store: ObjectStore,
    clock: Clock,
    network: Network,
    nodes: ReadonlyMap<string, RuntimeNode>,
  ): DefaultPodRuntime {
    return new DefaultPodRuntime(store, clock, network, nodes);
  }

  private constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly network: Network,
    private readonly nodes: ReadonlyMap<string, RuntimeNode>,
  ) {}

  logs(
    namespace: string,
    podName: string,
    options: { container?: string; previous?: boolean },
  ): readonly LogLine[] {
    const pod = this.expectPod(namespace, podName);
    const slot = this.expectSlot(pod, options.container);
    return this.logOf(pod, slot, options.previous === true).log.lines;
  }

  followLogs(
    namespace: string,
    podName: string,
    options: { container?: string },
    onLine: (line: LogLine) => void,
    onEnd: () => void,
  ): () => void {
    const pod = this.expectPod(namespace, podName);
    const slot = this.expectSlot(pod, options.container);
    return this.logOf(pod, slot, false).log.follow(onLine, onEnd);
  }

  async exec(
    namespace: string,
    podName: string,
    options: { container?: string; command: string[]; stdin?: Uint8Array },
  ): Promise<ExecResult> {
    const pod = this.expectPod(namespace, podName);
    const slot = this.expectSlot(pod, options.container);
    const { container } = slot;
    if (!container?.running) {
      throw new ApiError(
        500,
        'InternalError',
        `unable to upgrade connection: container not found ("${slot.spec.name}")`,
      );
    }
    return new Promise(resolve => {
      const stdin = options.stdin ?? new Uint8Array();
      container.exec(options.command, stdin, resolve);
    });
  }

  async proxy(
    namespace: string,
    podName: string,
    request: ProxyRequest,
  ): Promise<ProxyResponse> {
    const pod = this.expectPod(namespace, podName);
    const ip = pod.status?.podIP;
    if (!ip) throw new ApiError(400, 'BadRequest', 'address not allowed');
    const address = `${ip}:${request.port}`;
    const connection = this.network.connect(OUTSIDE, ip, request.port);
    if (connection.kind === 'silent') {
      await this.pass(DIAL_TIMEOUT_MS);
      throw unavailable(`dial tcp ${address}: i/o timeout`);
    }
    if (
      connection.kind === 'refused' ||
      typeof connection.listener !== 'function'
    ) {
      throw unavailable(`dial tcp ${address}: connect: connection refused`);
    }
    if (request.scheme === 'https') {
      throw unavailable('http: server gave HTTP response to HTTPS client');
    }
    const handler = connection.listener as HttpHandler;
    return new Promise(resolve => handler(request, resolve));
  }

  async statsSummary(name: string): Promise<unknown> {
    const node = this.nodes.get(name);
    if (!node) {
      throw new ApiError(404, 'NotFound', `nodes "${name}" not found`, {
        name,
        kind: 'nodes',
      });
    }
    const address = `${node.machine.spec.address}:${KUBELET_PORT}`;
    if (!node.machine.powered) {
      await this.pass(DIAL_TIMEOUT_MS);
      throw unavailable(`dial tcp ${address}: i/o timeout`);
    }
    if (!node.kubelet.running) {
      throw unavailable(`dial tcp ${address}: connect: connection refused`);
    }
    return statsSummary(node.kubelet, node.machine, this.clock);
  }

  private pass(ms: number): Promise<void> {
    return new Promise(resolve => this.clock.after(ms, resolve));
  }

  private expectPod(namespace: string, name: string): KubeObject {
    const pod = this.store.get('pods', namespace, name);
    if (pod) return pod;
    throw new ApiError(404, 'NotFound', `pods "${name}" not found`, {
      name,
      kind: 'pods',
    });
  }

  private expectSlot(pod: KubeObject, wanted?: string): ContainerSlot {
    const { name } = pod.metadata;
    const all = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
    if (wanted && !all.some(container => container.name === wanted)) {
      throw new ApiError(
        400,
        'BadRequest',
        `container ${wanted} is not valid for pod ${name}`,
      );
    }
    if (!wanted && pod.spec.containers.length > 1) {
      const names = pod.spec.containers.map((c: any) => c.name).join(' ');
      throw new ApiError(
        400,
        'BadRequest',
        `a container name must be specified for pod ${name}, choose one of: [${names}]`,
      );
    }
    const { nodeName } = pod.spec;
    if (!nodeName) {
      throw new ApiError(
        400,
        'BadRequest',
        `pod ${name} does not have a host assigned`,
      );
    }
    const kubelet = this.expectKubelet(nodeName);
    const container = wanted ?? pod.spec.containers[0].name;
    const slot = kubelet
      .worker(pod.metadata.uid)
      ?.slots.find(({ spec }) => spec.name === container);
    if (slot) return slot;
    throw new ApiError(
      400,
      'BadRequest',
      `container "${container}" in pod "${name}" is not available`,
    );
  }

  private expectKubelet(nodeName: string): Kubelet {
    const node = this.nodes.get(nodeName);
    const address = `${node?.machine.spec.address ?? nodeName}:${KUBELET_PORT}`;
    const cut = !node?.machine.powered;
    if (node?.kubelet.running && !cut) return node.kubelet;
    throw new ApiError(
      500,
      'InternalError',
      `error dialing backend: dial tcp ${address}: ${
        cut ? 'connect: no route to host' : 'connect: connection refused'
      }`,
    );
  }

  private logOf(
    pod: KubeObject,
    slot: ContainerSlot,
    previous: boolean,
  ): Container {
    const where = `container "${slot.spec.name}" in pod "${pod.metadata.name}"`;
    if (previous) {
      const ended = slot.waiting ? slot.container : slot.previous;
      if (ended) return ended;
      throw new ApiError(
        400,
        'BadRequest',
        `previous terminated ${where} not found`,
      );
    }
    if (slot.container) return slot.container;
    const reason = slot.waiting?.reason ?? 'ContainerCreating';
    const why =
      {
        ImagePullBackOff: "image can't be pulled",
        ErrImagePull: "image can't be pulled",
      }[reason] ?? reason;
    throw new ApiError(
      400,
      'BadRequest',
      `${where} is waiting to start: ${why}`,
    );
  }
}

function unavailable(why: string): ApiError {
  return new ApiError(
    503,
    'ServiceUnavailable',
    `error trying to reach service: ${why}`,
  );
}
