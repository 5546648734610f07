import { Survival } from '@stateful-apps/backstage-plugin-common';

/** One app that the run applies, and what is known about it beforehand. */
export interface AppUnderTest {
  /** Names its situation in the lines of the result. */
  title: string;
  /** Files below `manifests/`. */
  manifests: string[];
  /** Ending of its namespace's name. */
  namespace: string;
  statefulSet: string;
  kind: 'consul' | 'web';
  /** Where its data lie, by the name under which the API shows it. */
  data: { name: string; source: string; mountPath: string };
  survival: Survival;
}

const CONSUL_DATA = '/consul/data';

/** The course's apps, with and without volumes. */
export const APPS = {
  web: {
    title: 'two web servers with claims',
    manifests: ['web.yaml'],
    namespace: 'web',
    statefulSet: 'web',
    kind: 'web',
    data: {
      name: 'html',
      source: 'persistentVolumeClaim',
      mountPath: '/usr/share/nginx/html',
    },
    survival: 'dies-with-node',
  },
  consul: {
    title: 'consul without volumes',
    manifests: ['consul.yaml', 'consul-client.yaml'],
    namespace: 'consul',
    statefulSet: 'consul',
    kind: 'consul',
    data: { name: CONSUL_DATA, source: 'container', mountPath: CONSUL_DATA },
    survival: 'dies-with-container',
  },
  consulEmptyDir: {
    title: 'consul with emptyDir',
    manifests: ['consul-emptydir.yaml'],
    namespace: 'consul-emptydir',
    statefulSet: 'consul',
    kind: 'consul',
    data: { name: 'data', source: 'emptyDir', mountPath: CONSUL_DATA },
    survival: 'dies-with-pod',
  },
  consulPersistent: {
    title: 'consul with claims',
    manifests: ['consul-persistent.yaml'],
    namespace: 'consul-persistent',
    statefulSet: 'consul',
    kind: 'consul',
    data: {
      name: 'data',
      source: 'persistentVolumeClaim',
      mountPath: CONSUL_DATA,
    },
    survival: 'dies-with-node',
  },
} satisfies Record<string, AppUnderTest>;
