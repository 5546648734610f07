import {
  AppView,
  IdentityView,
  VolumeView,
} from '@stateful-apps/backstage-plugin-common';
import { AppUnderTest } from '../AppUnderTest';
import { KubernetesObject } from '../cluster/Kubectl';
import { KubernetesTruth } from '../truth/KubernetesTruth';
import { identityRows } from './identityRows';
import { add, compareRows, compareSets, Comparison } from './Row';
import { setRows } from './setRows';
import { volumeRows, VolumeTruth } from './volumeRows';

/** The set, its identities and their data, against what kubectl says. */
export function compareKubernetes(
  app: AppUnderTest,
  view: AppView,
  truth: KubernetesTruth,
): Comparison {
  const total = compareRows('set', setRows, view, truth);
  add(
    total,
    compareSets(
      'identities',
      byName(view.identities),
      expectedNames(truth),
      (name, identity) => compareIdentity(app, name, identity, truth),
    ),
  );
  return total;
}

function compareIdentity(
  app: AppUnderTest,
  name: string,
  identity: IdentityView,
  truth: KubernetesTruth,
): Comparison {
  const pod = truth.pods.get(name);
  const node = pod && truth.nodes.get(pod.spec.nodeName);
  const total = compareRows(name, identityRows, identity, {
    all: truth,
    pod,
    node,
  });
  const data = identity.volumes.filter(
    volume => volume.survival !== 'not-data',
  );
  const expected = new Map([[app.data.name, volumeTruth(app, name, truth)]]);
  return add(
    total,
    compareSets(`${name} data`, byName(data), expected, compareVolume(name)),
  );
}

function compareVolume(identity: string) {
  return (name: string, view: VolumeView, truth: VolumeTruth) =>
    compareRows(`${identity} volume ${name}`, volumeRows, view, truth);
}

function volumeTruth(
  app: AppUnderTest,
  pod: string,
  truth: KubernetesTruth,
): VolumeTruth {
  const { source, mountPath, name } = app.data;
  if (source !== 'persistentVolumeClaim') {
    return { survival: app.survival, mountPath, source };
  }
  const claimName = `${name}-${pod}`;
  const claim = truth.claims.get(claimName);
  const volume = claim && truth.volumes.get(claim.spec.volumeName);
  // Nobody can tell what data outlive before there is a place for them.
  const survival = volume ? app.survival : 'unknown';
  return { survival, mountPath, source, claimName, claim, volume };
}

/** Replicas by ordinal, and pods of the set that are beyond them. */
function expectedNames({
  statefulSet,
  pods,
}: KubernetesTruth): Map<string, KubernetesObject | null> {
  const start = statefulSet.spec.ordinals?.start ?? 0;
  const names = new Map<string, KubernetesObject | null>();
  for (let ordinal = 0; ordinal < statefulSet.spec.replicas; ordinal++) {
    names.set(`${statefulSet.metadata.name}-${start + ordinal}`, null);
  }
  for (const [name, pod] of pods) names.set(name, pod);
  return names;
}

function byName<T extends { name: string }>(items: T[]): Map<string, T> {
  return new Map(items.map(item => [item.name, item]));
}
