import { timestamps } from '../clock/timestamps';
import { Clock, KubeObject, ObjectStore, Random } from '../types';
import { isPodReady } from './isPodReady';
import { keyOf } from './keyOf';
import { matchesSelector } from './matchesSelector';
import { splitKey } from './splitKey';
import { WorkQueue } from './WorkQueue';

const SERVICE_NAME = 'kubernetes.io/service-name';
const TRIGGER_TIME = 'endpoints.kubernetes.io/last-change-trigger-time';
const HEADLESS = 'service.kubernetes.io/headless';

/**
 * Keeps the EndpointSlice and the Endpoints of each Service with a selector.
 *
 * @public
 */
export class EndpointsController {
  private readonly queue: WorkQueue;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.queue = new WorkQueue(clock, key => this.sync(key));
  }

  start(): void {
    this.store.subscribe(({ object }, resource) => {
      if (resource === 'services') this.queue.add(keyOf(object));
      if (resource !== 'pods') return;
      for (const service of this.store.list(
        'services',
        object.metadata.namespace,
      )) {
        if (selects(service, object)) this.queue.add(keyOf(service));
      }
    });
    for (const service of this.store.list('services')) {
      this.queue.add(keyOf(service));
    }
  }

  private sync(key: string) {
    const [namespace, name] = splitKey(key);
    const service = this.store.get('services', namespace, name);
    if (!service) {
      if (this.store.get('endpoints', namespace, name)) {
        this.store.delete('endpoints', namespace, name);
      }
      return;
    }
    if (!service.spec.selector || service.metadata.deletionTimestamp) return;
    const pods = this.store
      .list('pods', namespace)
      .filter(
        pod =>
          selects(service, pod) &&
          pod.status?.podIP &&
          !['Failed', 'Succeeded'].includes(pod.status.phase),
      );
    this.writeSlice(service, pods);
    this.writeEndpoints(service, pods);
  }

  private writeSlice(service: KubeObject, pods: KubeObject[]) {
    const { namespace, name } = service.metadata;
    const endpoints = pods.map(pod => this.endpoint(service, pod));
    const ports = portsOf(service, pods);
    const slice = this.store
      .list('endpointslices', namespace)
      .find(({ metadata }) => metadata.labels?.[SERVICE_NAME] === name);
    if (slice) {
      this.store.update(
        'endpointslices',
        namespace,
        slice.metadata.name,
        draft => {
          draft.endpoints = endpoints;
          draft.ports = ports;
        },
      );
      return;
    }
    this.store.create('endpointslices', {
      metadata: {
        name: `${name}-${this.random.hex(5)}`,
        generateName: `${name}-`,
        namespace,
        labels: {
          ...service.metadata.labels,
          'endpointslice.kubernetes.io/managed-by':
            'endpointslice-controller.k8s.io',
          [SERVICE_NAME]: name,
          ...headlessLabel(service),
        },
        annotations: { [TRIGGER_TIME]: timestamps.seconds(this.clock.now()) },
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Service',
            name,
            uid: service.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      } as unknown as KubeObject['metadata'],
      addressType: 'IPv4',
      endpoints,
      ports,
    });
  }

  private endpoint(service: KubeObject, pod: KubeObject) {
    const terminating = pod.metadata.deletionTimestamp !== undefined;
    const serving = isPodReady(pod);
    const unready = service.spec.publishNotReadyAddresses === true;
    const node = this.store.get('nodes', undefined, pod.spec.nodeName);
    return {
      addresses: [pod.status.podIP],
      conditions: {
        ready: unready || (serving && !terminating),
        serving: unready || serving,
        terminating,
      },
      ...hostnameOf(service, pod),
      nodeName: pod.spec.nodeName,
      targetRef: targetOf(pod),
      zone: node?.metadata.labels?.['topology.kubernetes.io/zone'],
    };
  }

  private writeEndpoints(service: KubeObject, pods: KubeObject[]) {
    const { namespace, name, labels } = service.metadata;
    const listed = pods.filter(
      pod =>
        !pod.metadata.deletionTimestamp ||
        service.spec.publishNotReadyAddresses === true,
    );
    const address = (pod: KubeObject) => ({
      ip: pod.status.podIP,
      ...hostnameOf(service, pod),
      nodeName: pod.spec.nodeName,
      targetRef: targetOf(pod),
    });
    const isIn = (pod: KubeObject) =>
      isPodReady(pod) || service.spec.publishNotReadyAddresses === true;
    const ready = listed.filter(isIn).map(address);
    const notReady = listed.filter(pod => !isIn(pod)).map(address);
    const subset = {
      ...(ready.length > 0 ? { addresses: ready } : {}),
      ...(notReady.length > 0 ? { notReadyAddresses: notReady } : {}),
      ports: portsOf(service, pods),
    };
    const subsets = ready.length + notReady.length > 0 ? [subset] : [];
    if (this.store.get('endpoints', namespace, name)) {
      this.store.update('endpoints', namespace, name, draft => {
        draft.subsets = subsets;
      });
      return;
    }
    this.store.create('endpoints', {
      metadata: {
        name,
        namespace,
        labels: {
          ...labels,
          'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
          ...headlessLabel(service),
        },
        annotations: { [TRIGGER_TIME]: timestamps.seconds(this.clock.now()) },
      } as unknown as KubeObject['metadata'],
      subsets,
    });
  }
}

function selects(service: KubeObject, pod: KubeObject): boolean {
  const { selector } = service.spec;
  return (
    selector !== undefined &&
    matchesSelector({ matchLabels: selector }, pod.metadata.labels)
  );
}

function headlessLabel(service: KubeObject) {
  return service.spec.clusterIP === 'None' ? { [HEADLESS]: '' } : {};
}

/** A pod has a name of its own below its governing Service. */
function hostnameOf(service: KubeObject, pod: KubeObject) {
  const governed = pod.spec.subdomain === service.metadata.name;
  return governed && pod.spec.hostname ? { hostname: pod.spec.hostname } : {};
}

function targetOf({ metadata }: KubeObject) {
  const { name, namespace, uid } = metadata;
  return { kind: 'Pod', namespace, name, uid };
}

function portsOf(service: KubeObject, pods: KubeObject[]) {
  return (service.spec.ports ?? []).map((port: any) => {
    const target = port.targetPort ?? port.port;
    const named = pods
      .flatMap(pod => pod.spec.containers)
      .flatMap((container: any) => container.ports ?? [])
      .find(({ name }: any) => name === target);
    return {
      ...(port.name ? { name: port.name } : {}),
      port: typeof target === 'number' ? target : named?.containerPort,
      protocol: port.protocol ?? 'TCP',
    };
  });
}
