/** One field of a protobuf message: a number, or bytes. @public */
export interface WireField {
  number: number;
  value: number | Buffer;
}

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** The fields of a protobuf message, in their order. Throws for what is none. @public */
export function* readFields(message: Buffer): Generator<WireField> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      if (at >= message.length) throw new RangeError('message is cut off');
      const byte = message[at++];
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  const take = (length: number) => {
    if (at + length > message.length) {
      throw new RangeError('message is cut off');
    }
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case VARINT:
        yield { number, value: varint() };
        break;
      case FIXED_64:
        yield { number, value: take(8) };
        break;
      case BYTES:
        yield { number, value: take(varint()) };
        break;
      case FIXED_32:
        yield { number, value: take(4) };
        break;
      default:
        throw new RangeError(`wire type ${tag % 8} is not known`);
    }
  }
}
