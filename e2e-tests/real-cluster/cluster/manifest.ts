import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

/** An RBAC object of the documentation's files. */
interface RbacObject {
  kind: string;
  rules?: Array<{ resources: string[] }>;
}

/** The objects of a file of `docs/rbac`, with this run's names in place of the documented ones. */
export async function readRbac(
  checkout: string,
  file: string,
  names: Record<string, string>,
): Promise<RbacObject[]> {
  let text = await readFile(join(checkout, 'docs', 'rbac', file), 'utf8');
  for (const [documented, own] of Object.entries(names)) {
    text = text.replaceAll(documented, own);
  }
  const objects = parseAllDocuments(text).map(document => document.toJS());
  if (!objects.some(({ rules }) => rules)) {
    throw new Error(`There are no rules in docs/rbac/${file}.`);
  }
  return objects;
}

/** The same objects without any right to one resource. */
export function without(objects: RbacObject[], resource: string): RbacObject[] {
  return objects.map(object => ({
    ...object,
    rules: object.rules?.map(rule => ({
      ...rule,
      resources: rule.resources.filter(each => each !== resource),
    })),
  }));
}

/** One YAML text of several objects. */
export function manifest(objects: object[]): string {
  return objects.map(object => stringify(object)).join('---\n');
}
