import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Kubectl } from './Kubectl';
import {
  accountObject,
  manifest,
  namespaceObject,
  roleObjects,
  Rule,
} from './manifest';

/** Tokens of the accounts that the backend gets, and no others. */
export interface Accounts {
  read: string;
  /** As `read`, but for one resource. */
  narrow: string;
  probe: string;
  /** Gives the probing account its rights in one namespace. */
  allowProbing(namespace: string): Promise<void>;
}

/** Makes service accounts with the rules of `docs/rbac`, under names of this run. */
export async function createAccounts(
  kubectl: Kubectl,
  checkout: string,
  prefix: string,
  forbidden: string,
): Promise<Accounts> {
  const read = await rulesOf(join(checkout, 'docs/rbac/read.yaml'));
  const probe = await rulesOf(join(checkout, 'docs/rbac/probe.yaml'));
  const narrow = read.map(rule => ({
    ...rule,
    resources: rule.resources.filter(resource => resource !== forbidden),
  }));
  const namespace = `${prefix}-accounts`;
  const account = (name: string) => ({ name, namespace });
  await kubectl.apply(
    manifest([
      namespaceObject(namespace),
      ...['read', 'narrow', 'probe'].map(name => accountObject(account(name))),
      ...roleObjects({ name: `${prefix}-read` }, read, account('read')),
      ...roleObjects({ name: `${prefix}-narrow` }, narrow, account('narrow')),
    ]),
  );
  const token = async (name: string) => {
    const args = ['create', 'token', name, '--duration=6h'];
    return (await kubectl.run(['--namespace', namespace, ...args])).trim();
  };
  return {
    read: await token('read'),
    narrow: await token('narrow'),
    probe: await token('probe'),
    allowProbing: target =>
      kubectl.apply(
        manifest(
          roleObjects(
            { name: 'probe', namespace: target },
            probe,
            account('probe'),
          ),
        ),
      ),
  };
}

async function rulesOf(file: string): Promise<Rule[]> {
  const rules = parseAllDocuments(await readFile(file, 'utf8'))
    .map(document => document.toJS())
    .flatMap(each => each?.rules ?? []);
  if (!rules.length) throw new Error(`There are no rules in ${file}.`);
  return rules;
}
