import { Kubectl } from './Kubectl';
import { manifest, readRbac, without } from './manifest';

/** Tokens of the accounts that the backend gets, and no others. */
export interface Accounts {
  read: string;
  /** As `read`, but for one resource. */
  narrow: string;
  probe: string;
  /** Gives the probing account its rights in one namespace. */
  allowProbing(namespace: string): Promise<void>;
}

/** Applies the manifests of `docs/rbac` under names of this run. */
export async function createAccounts(
  kubectl: Kubectl,
  checkout: string,
  prefix: string,
  forbidden: string,
): Promise<Accounts> {
  const namespace = `${prefix}-accounts`;
  const names = (account: string) => ({
    'namespace: backstage': `namespace: ${namespace}`,
    'stateful-apps-read': `${prefix}-${account}`,
    'stateful-apps-probe': `${prefix}-${account}`,
  });
  const narrow = await readRbac(checkout, 'read.yaml', names('narrow'));
  const probe = await readRbac(checkout, 'probe.yaml', names('probe'));
  await kubectl.run(['create', 'namespace', namespace]);
  await kubectl.apply(
    manifest([
      ...(await readRbac(checkout, 'read.yaml', names('read'))),
      ...without(narrow, forbidden),
    ]),
  );
  const inNamespace = (...args: string[]) =>
    kubectl.run(['--namespace', namespace, 'create', ...args]);
  await inNamespace('serviceaccount', `${prefix}-probe`);
  const token = async (account: string) =>
    (
      await inNamespace('token', `${prefix}-${account}`, '--duration=6h')
    ).trim();
  return {
    read: await token('read'),
    narrow: await token('narrow'),
    probe: await token('probe'),
    allowProbing: target => kubectl.apply(manifest(probe), target),
  };
}
