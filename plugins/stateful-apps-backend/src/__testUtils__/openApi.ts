import { readFileSync } from 'fs';
import { resolve } from 'path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const spec = parse(
  readFileSync(resolve(__dirname, '../schema/openapi.yaml'), 'utf8'),
);

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { 'dns-label': true, 'dns-subdomain': true },
});
addFormats(ajv);
ajv.addSchema({ $id: 'spec', components: spec.components });

/** The paths that the description has, with their methods. */
export const describedPaths: string[] = Object.entries<object>(
  spec.paths,
).flatMap(([path, item]) =>
  Object.keys(item)
    .filter(key => key !== 'parameters')
    .map(method => `${method.toUpperCase()} ${path}`),
);

/** Fails unless an answer, or one message of a stream, is what the description says. */
export function expectDescribed(
  path: string,
  status: number,
  body: unknown,
): void {
  let response = spec.paths[path]?.get?.responses?.[status];
  if (!response) throw new Error(`GET ${path} with ${status} is not described`);
  if (response.$ref) response = spec.components.responses.Error;
  const [content] = Object.values<any>(response.content ?? {});
  if (!content) {
    expect(body).toEqual({});
    return;
  }
  const $ref = content.schema.$ref.replace('#/', 'spec#/');
  const validate = ajv.compile({ $ref });
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}
