import { decodeProtobuf } from './decodeProtobuf';

/** Fields of bytes, as the wire has them; lengths below 128. */
function message(...fields: Array<[number: number, value: string | Buffer]>) {
  return Buffer.concat(
    fields.map(([number, value]) =>
      Buffer.concat([
        Buffer.of(number * 8 + 2, Buffer.byteLength(value)),
        Buffer.from(value),
      ]),
    ),
  );
}

function body(kind: string, raw: Buffer) {
  const type = message([1, 'v1'], [2, kind]);
  return Buffer.concat([Buffer.from('k8s\0'), message([1, type], [2, raw])]);
}

describe('decodeProtobuf', () => {
  it('reads what kubectl sends', () => {
    const metadata = message(
      [1, 'settings'],
      [3, ''],
      [11, message([1, 'app'], [2, 'web'])],
      [11, message([1, '__proto__'], [2, 'x'])],
    );
    const object: any = decodeProtobuf(
      body(
        'Secret',
        Buffer.concat([
          message([1, metadata], [2, message([1, 'key'], [2, 'value'])]),
          Buffer.of(5 * 8, 1),
          message([99, 'of a later version']),
        ]),
      ),
    );
    expect(object).toMatchObject({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'settings' },
      data: { key: 'dmFsdWU=' },
      immutable: true,
    });
    expect(object.metadata.namespace).toBeUndefined();
    expect(Object.keys(object.metadata.labels)).toEqual(['app', '__proto__']);
  });

  it('says which kinds it takes in JSON only', () => {
    expect(() => decodeProtobuf(body('Service', Buffer.alloc(0)))).toThrow(
      'Service is not accepted as application/vnd.kubernetes.protobuf here - accepted media types include: application/json, application/yaml',
    );
  });

  it('refuses every cut of a body, and nonsense', () => {
    const whole = body('Namespace', message([1, message([1, 'course'])]));
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => decodeProtobuf(whole.subarray(0, length))).toThrow(
        /the body is no Kubernetes protobuf|undefined is not accepted/,
      );
    }
    expect(() => decodeProtobuf(Buffer.from('k8s\0\x0b'))).toThrow(
      'wire type 3 is not known',
    );
  });
});
