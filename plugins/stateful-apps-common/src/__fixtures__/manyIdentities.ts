import { AppInputs, PodFacts } from '../model';
import { readInputs } from './readInputs';

function replaceOrdinal<T>(value: T, ordinal: number): T {
  const text = JSON.stringify(value)
    .replace(/\bweb-0\b/g, `web-${ordinal}`)
    .replace(/10\.244\.\d+\.\d+/g, `10.244.9.${ordinal + 10}`);
  return JSON.parse(text);
}

/** nginx with as many identities as wanted, each with a claim and a page of its own. @public */
export function manyIdentities(count: number): AppInputs {
  const inputs = readInputs('web-two-identities');
  const [pod] = inputs.pods;
  const [claim] = inputs.claims;
  const volume = inputs.persistentVolumes.find(
    item => item.name === claim.volumeName,
  )!;
  const probe = inputs.probes.get(pod.uid)!;
  const endpoint = inputs.endpointSlices[0].endpoints.find(
    item => item.hostname === pod.name,
  )!;
  const ordinals = Array.from({ length: count }, (_, ordinal) => ordinal);
  const pods = ordinals.map(
    (ordinal): PodFacts => ({
      ...replaceOrdinal(pod, ordinal),
      uid: `pod-${ordinal}`,
      ordinal,
    }),
  );
  return {
    ...inputs,
    statefulSet: {
      ...inputs.statefulSet,
      replicas: count,
      status: {
        ...inputs.statefulSet.status,
        replicas: count,
        readyReplicas: count,
        currentReplicas: count,
        updatedReplicas: count,
      },
    },
    pods,
    claims: ordinals.map(ordinal => ({
      ...replaceOrdinal(claim, ordinal),
      uid: `claim-${ordinal}`,
      volumeName: `volume-${ordinal}`,
    })),
    persistentVolumes: ordinals.map(ordinal => ({
      ...volume,
      uid: `volume-${ordinal}`,
      name: `volume-${ordinal}`,
    })),
    endpointSlices: [
      {
        ...inputs.endpointSlices[0],
        endpoints: ordinals.map(ordinal => replaceOrdinal(endpoint, ordinal)),
      },
    ],
    probes: new Map(
      ordinals.map(ordinal => [
        `pod-${ordinal}`,
        {
          ...probe,
          podUid: `pod-${ordinal}`,
          title: `I am web-${ordinal}`,
          sha256: String(ordinal).padStart(64, '0'),
        },
      ]),
    ),
  };
}
