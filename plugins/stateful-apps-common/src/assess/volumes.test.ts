import { FixtureName, loadFixture } from '../__fixtures__';
import { AppInputs, PodVolumeFacts, VolumeView } from '../model';
import { assessApp } from './assessApp';
import { summarizeApp } from './summarizeApp';

function dataVolume(
  name: FixtureName,
  change?: (inputs: AppInputs) => void,
): VolumeView {
  const inputs = loadFixture(name);
  change?.(inputs);
  return assessApp(inputs, 1).identities[0].volumes[0];
}

/** The first server's data directory on a volume of some source. */
function onSource(volume: Partial<PodVolumeFacts>): VolumeView {
  return dataVolume('consul-healthy', inputs => {
    Object.assign(inputs.pods[0].volumes[0], volume);
  });
}

describe('what data outlive', () => {
  it('nothing, where no volume covers the data directory', () => {
    expect(dataVolume('consul-no-volume')).toEqual({
      name: '/consul/data',
      mountPath: '/consul/data',
      source: 'container',
      survival: 'dies-with-container',
      sentence: 'No volume: a restart of the container loses it.',
      holdsData: true,
    });
  });

  it('the container, in an emptyDir', () => {
    expect(dataVolume('consul-healthy')).toMatchObject({
      name: 'data',
      source: 'emptyDir',
      survival: 'dies-with-pod',
      holdsData: true,
    });
  });

  it('the pod, but not the node, on a local volume', () => {
    expect(dataVolume('consul-persistent-healthy')).toMatchObject({
      survival: 'dies-with-node',
      sentence: expect.stringMatching(
        /^Survives the pod; lost with node-\d\.$/,
      ),
      claim: {
        name: 'data-consul-persistent-0',
        phase: 'Bound',
        requestedBytes: 2 ** 30,
        storageClass: 'standard',
        reclaimPolicy: 'Delete',
        accessModes: ['ReadWriteOnce'],
        pinnedTo: [expect.stringMatching(/^node-/)],
      },
    });
  });

  it('the node too, on a volume of the network', () => {
    const volume = dataVolume('consul-persistent-healthy', inputs => {
      for (const item of inputs.persistentVolumes) {
        item.source = 'csi';
        delete item.pinnedToNodes;
        item.pinnedToZones = ['eu-1a'];
      }
    });
    expect(volume).toMatchObject({
      survival: 'survives-pod',
      sentence: 'Survives the pod and the node; usable in eu-1a only.',
      claim: { pinnedTo: ['eu-1a'] },
    });
  });

  it.each<[Partial<PodVolumeFacts>, string]>([
    [{ source: 'emptyDir', medium: 'Memory' }, 'dies-with-pod'],
    [{ source: 'hostPath', path: '/mnt/consul' }, 'dies-with-node'],
    [{ source: 'ephemeral', claimName: 'x' }, 'dies-with-pod'],
    [{ source: 'csi' }, 'dies-with-pod'],
    [{ source: 'nfs' }, 'survives-pod'],
    [{ source: 'configMap' }, 'not-data'],
    [{ source: 'somethingNew' }, 'unknown'],
  ])('%j: %s', (volume, survival) => {
    expect(onSource(volume).survival).toBe(survival);
  });

  it('is read from the deepest mount that covers the directory', () => {
    const inputs = loadFixture('consul-healthy');
    const [pod] = inputs.pods;
    pod.volumes.push(
      { name: 'root', source: 'hostPath', path: '/mnt' },
      { name: 'near', source: 'emptyDir' },
    );
    pod.mounts[0].mountPath = '/consul/data/';
    pod.mounts.push(
      { container: 'consul', volume: 'root', mountPath: '/' },
      { container: 'consul', volume: 'near', mountPath: '/consul/dat' },
    );
    pod.mounts.unshift({
      container: 'other',
      volume: 'near',
      mountPath: '/consul/data/',
    });
    const { volumes } = assessApp(inputs, 1).identities[0];
    expect(volumes.map(item => [item.name, item.holdsData])).toEqual([
      ['data', true],
      ['root', undefined],
      ['near', undefined],
    ]);
  });

  it('is not known without a bound claim or its volume', () => {
    const unbound = dataVolume('consul-persistent-healthy', inputs => {
      inputs.claims[0].phase = 'Pending';
    });
    expect(unbound.survival).toBe('unknown');
    const noVolume = dataVolume('consul-persistent-healthy', inputs => {
      inputs.persistentVolumes = [];
      const item = inputs.freshness.find(
        fact => fact.resource === 'persistentvolumes',
      )!;
      item.state = 'forbidden';
      item.missingVerb = 'watch';
    });
    expect(noVolume).toMatchObject({
      survival: 'unknown',
      sentence:
        'Survives the pod; whether it survives the node is not known: persistentvolumes may not be read (missing verb watch).',
    });
  });

  it('is the worst of all identities in the summary', () => {
    expect(
      summarizeApp(assessApp(loadFixture('consul-no-volume'), 1)).storage,
    ).toBe('dies-with-container');
    expect(
      summarizeApp(assessApp(loadFixture('rbac-no-claims'), 1)).storage,
    ).toBe('unknown');
    expect(
      summarizeApp(assessApp(loadFixture('web-two-identities'), 1)).storage,
    ).toBe('dies-with-node');
  });
});

describe('a claim that is not bound', () => {
  function pending(change: (inputs: AppInputs) => void) {
    const inputs = loadFixture('pending-no-storage');
    inputs.events = [];
    change(inputs);
    const view = assessApp(inputs, 1);
    return {
      identity: view.identities[0],
      claim: view.identities[0].volumes[0].claim,
    };
  }

  function addEvent(inputs: AppInputs, reason: string, message: string) {
    inputs.claims[0].storageClassName = 'standard';
    inputs.claims[0].creationTimestamp = inputs.now;
    inputs.events.push({
      uid: 'e',
      name: 'e',
      resourceVersion: '1',
      involved: { kind: 'PersistentVolumeClaim', name: inputs.claims[0].name },
      type: 'Normal',
      reason,
      message,
      count: 1,
    });
  }

  it.each<[string, (inputs: AppInputs) => void, string, string]>([
    [
      'its class is missing',
      () => {},
      'needs-person',
      'There is no storage class fast.',
    ],
    [
      'there is no default class',
      inputs => {
        delete inputs.claims[0].storageClassName;
        inputs.storageClasses = [];
      },
      'needs-person',
      'It names no storage class, and the cluster has no default one.',
    ],
    [
      'provisioning failed',
      inputs => addEvent(inputs, 'ProvisioningFailed', 'disk quota exceeded'),
      'needs-person',
      'disk quota exceeded',
    ],
    [
      'it waits for its pod',
      inputs =>
        addEvent(
          inputs,
          'WaitForFirstConsumer',
          'waiting for first consumer to be created before binding',
        ),
      'healing',
      'waiting for first consumer to be created before binding',
    ],
    [
      'nobody tells, yet',
      inputs => {
        inputs.claims[0].storageClassName = 'standard';
        inputs.claims[0].creationTimestamp = inputs.now;
      },
      'healing',
      'It is not bound, and no event tells why.',
    ],
    [
      'nobody may tell',
      inputs => {
        for (const item of inputs.freshness) {
          if (['events', 'storageclasses'].includes(item.resource)) {
            item.state = 'forbidden';
          }
        }
      },
      'healing',
      'It is not bound, and events may not be read.',
    ],
  ])('because %s', (_, change, state, why) => {
    const { identity, claim } = pending(inputs => {
      inputs.pods[0].conditions = [];
      inputs.claims[0].creationTimestamp = inputs.now;
      change(inputs);
    });
    expect(claim?.why).toBe(why);
    expect(identity.state).toBe(state);
  });

  it('needs a person after two minutes without a word', () => {
    const { identity } = pending(inputs => {
      inputs.claims[0].storageClassName = 'standard';
      inputs.claims[0].creationTimestamp = new Date(
        Date.parse(inputs.now) - 121_000,
      ).toISOString();
    });
    expect(identity).toMatchObject({
      state: 'needs-person',
      reason: 'ClaimPending',
    });
  });

  it('has lost its data when its volume is gone', () => {
    const { identity } = pending(inputs => {
      inputs.claims[0].phase = 'Lost';
      inputs.claims[0].volumeName = 'pv-1';
    });
    expect(identity).toMatchObject({
      state: 'needs-person',
      reason: 'ClaimLost',
    });
  });
});

describe('use of a volume', () => {
  it('is joined by pod and volume', () => {
    const volume = dataVolume('consul-persistent-healthy', inputs => {
      const { uid } = inputs.pods[0];
      inputs.usage = [
        {
          podUid: 'other',
          volume: 'data',
          at: inputs.now,
          usedBytes: 1,
          capacityBytes: 2,
        },
        {
          podUid: uid,
          volume: 'data',
          at: inputs.now,
          usedBytes: 300,
          capacityBytes: 1000,
          inodesUsed: 3,
          inodes: 10,
        },
      ];
    });
    expect(volume).toMatchObject({
      usedBytes: 300,
      capacityBytes: 1000,
      inodesUsed: 3,
      inodes: 10,
    });
  });

  it('is unknown with a reason', () => {
    const view = assessApp(loadFixture('consul-persistent-healthy'), 1);
    expect(view.identities[0].volumes[0].usedBytes).toBeUndefined();
    expect(view.usageUnknown).toContain('nodes/proxy');
  });
});

describe('leftover claims', () => {
  it('are those of ordinals that are gone, and of earlier templates by their labels', () => {
    const inputs = loadFixture('condemned-and-leftover');
    const [claim] = inputs.claims;
    inputs.claims.push(
      { ...claim, uid: 'u1', name: 'old-web-shrinking-0' },
      { ...claim, uid: 'u2', name: 'stranger', labels: { app: 'other' } },
    );
    expect(assessApp(inputs, 1).leftoverClaims.map(item => item.name)).toEqual([
      'old-web-shrinking-0',
      'www-web-shrinking-3',
    ]);
  });

  it('are none while a condemned pod still uses them', () => {
    const view = assessApp(loadFixture('condemned-and-leftover'), 1);
    expect(view.leftoverClaims.map(item => item.name)).toEqual([
      'www-web-shrinking-3',
    ]);
    expect(view.identities.map(item => item.role)).toEqual([
      'replica',
      'replica',
      'condemned',
    ]);
  });
});
