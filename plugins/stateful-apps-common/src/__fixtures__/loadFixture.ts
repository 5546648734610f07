import { AppInputs } from '../model';
import { FixtureName } from './FixtureName';
import { manyIdentities } from './manyIdentities';
import { readInputs } from './readInputs';
import { RECORDED } from './RECORDED';
import { withFreshness } from './withFreshness';

const FORBIDDEN = ['persistentvolumeclaims', 'persistentvolumes'] as const;

function rbacNoClaims(): AppInputs {
  const inputs = readInputs('consul-persistent-healthy');
  const changes = FORBIDDEN.map(resource => ({
    resource,
    state: 'forbidden' as const,
    since: inputs.now,
    message: `The credential may not list ${resource}. Grant it the read role.`,
    missingVerb: 'list' as const,
  }));
  return {
    ...withFreshness(inputs, changes),
    claims: [],
    persistentVolumes: [],
  };
}

function staleWatch(): AppInputs {
  const inputs = readInputs('consul-persistent-healthy');
  const since = new Date(Date.parse(inputs.now) - 40_000).toISOString();
  return withFreshness(inputs, [
    {
      resource: 'pods',
      state: 'stale',
      since,
      message: 'The watch is lost and is being opened again.',
    },
  ]);
}

function probingOff(): AppInputs {
  return {
    ...readInputs('consul-persistent-healthy'),
    probes: new Map(),
    probingOff:
      'Members are not asked: the cluster has no credential to probe with.',
  };
}

const DERIVED: Record<
  Exclude<FixtureName, keyof typeof RECORDED>,
  () => AppInputs
> = {
  'probing-off': probingOff,
  'rbac-no-claims': rbacNoClaims,
  'stale-watch': staleWatch,
  'twenty-identities': () => manyIdentities(20),
};

function isRecorded(name: FixtureName): name is keyof typeof RECORDED {
  return Object.prototype.hasOwnProperty.call(RECORDED, name);
}

/**
 * The inputs of one condition, for tests and for the dev app. Each call gives
 * a copy of its own.
 *
 * @public
 */
export function loadFixture(name: FixtureName): AppInputs {
  return isRecorded(name)
    ? readInputs(name)
    : DERIVED[name as keyof typeof DERIVED]();
}
