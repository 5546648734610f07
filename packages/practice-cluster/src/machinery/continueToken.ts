import { apiErrors } from './apiErrors';

/** Where the next page of a list begins. @public */
export interface ContinuePosition {
  revision: number;
  /** Namespace and name of the last object that was given. */
  after: [namespace: string, name: string];
}

/** @public */
export function encodeContinueToken({
  revision,
  after,
}: ContinuePosition): string {
  const start = `${after.join('/')}\u0000`;
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', rv: revision, start }),
  ).toString('base64url');
}

/** Throws 400 for a token that this server did not make. @public */
export function decodeContinueToken(token: string): ContinuePosition {
  try {
    const { rv, start } = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    );
    const [namespace, name] = String(start).replace(/\0$/, '').split('/');
    if (Number.isSafeInteger(rv) && name) {
      return { revision: rv, after: [namespace, name] };
    }
  } catch {
    // Answered below, as every token that cannot be read.
  }
  throw apiErrors.badRequest(
    'invalid continue token: continue key is not valid',
  );
}
