import { Evidence } from '../../model';

const VALUE_LENGTH = 200;

/** One fact with its value cut to what evidence may hold. @internal */
export function evidence(
  object: string,
  field: string,
  value: unknown,
  at?: string,
): Evidence {
  const text = String(value);
  return {
    object,
    field,
    value:
      text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH - 1)}…` : text,
    ...(at && { at }),
  };
}
