import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { IncomingMessage } from 'node:http';
import { failureFrom } from './failureFrom';
import { readBody } from './readBody';

/** Bytes of a failure's body that are looked at. */
const MAX_BODY = 64 * 1024;

/** As `failureFrom`, after reading the body. */
export async function failureOf(
  response: IncomingMessage,
  cluster: ClusterDetails,
): Promise<GatewayError> {
  // A body that breaks off or is too long has no words for us; the status stands.
  const body = await readBody(response, MAX_BODY).catch(() => Buffer.alloc(0));
  return failureFrom(response, body, cluster);
}
