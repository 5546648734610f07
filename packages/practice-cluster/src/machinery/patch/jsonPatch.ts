import { isEqualJson } from '../isEqualJson';
import { ApiError } from '../../types';
import { apiErrors } from '../apiErrors';
import { isPlainObject } from './isPlainObject';

const MAX_OPERATIONS = 10_000;

/**
 * JSON patch (RFC 6902) of a copy of `target`. Throws 422 where an operation
 * cannot be done, 400 where the patch is none.
 *
 * @public
 */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) {
    throw apiErrors.badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  if (patch.length > MAX_OPERATIONS) {
    throw new ApiError(
      413,
      'RequestEntityTooLarge',
      `The allowed maximum operations in a JSON patch is ${MAX_OPERATIONS}, got ${patch.length}`,
    );
  }
  const root = { document: structuredClone(target) };
  for (const operation of patch) apply(root, operation);
  return root.document;
}

function apply(root: { document: unknown }, operation: any) {
  const path = parsePointer(operation?.path);
  switch (operation.op) {
    case 'add':
      add(root, path, structuredClone(operation.value));
      break;
    case 'remove':
      remove(root, path);
      break;
    case 'replace':
      remove(root, path);
      add(root, path, structuredClone(operation.value));
      break;
    case 'move': {
      const from = parsePointer(operation.from);
      const value = read(root, from);
      remove(root, from);
      add(root, path, value);
      break;
    }
    case 'copy':
      add(
        root,
        path,
        structuredClone(read(root, parsePointer(operation.from))),
      );
      break;
    case 'test':
      if (!isEqualJson(read(root, path), operation.value)) throw refused();
      break;
    default:
      throw refused();
  }
}

function parsePointer(pointer: unknown): string[] {
  if (typeof pointer !== 'string') throw refused();
  if (pointer !== '' && !pointer.startsWith('/')) throw refused();
  const steps = pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  return ['document', ...steps];
}

function read(root: unknown, path: string[]): unknown {
  let value = root;
  for (const step of path) value = child(value, step);
  return value;
}

function child(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[index(step, value.length - 1)];
  if (isPlainObject(value) && Object.hasOwn(value, step)) return value[step];
  throw refused();
}

function add(root: unknown, path: string[], value: unknown) {
  const step = path[path.length - 1];
  const parent = read(root, path.slice(0, -1));
  if (Array.isArray(parent)) {
    const at = step === '-' ? parent.length : index(step, parent.length);
    parent.splice(at, 0, value);
  } else if (isPlainObject(parent)) {
    Object.defineProperty(parent, step, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else throw refused();
}

function remove(root: unknown, path: string[]) {
  const step = path[path.length - 1];
  const parent = read(root, path.slice(0, -1));
  child(parent, step);
  if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else delete (parent as Record<string, unknown>)[step];
}

function index(step: string, last: number): number {
  const at = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1;
  if (at < 0 || at > last) throw refused();
  return at;
}

function refused() {
  return new ApiError(
    422,
    'Invalid',
    'the server rejected our request due to an error in our request',
  );
}
