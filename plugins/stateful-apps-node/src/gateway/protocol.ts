import { GatewayErrorReason } from './GatewayError';

/**
 * The HTTP protocol between the backend plugin and the gateway module. Paths
 * are below the base URL of plugin-kubernetes. The module answers nobody but
 * the service principal `plugin:stateful-apps`.
 *
 * - `GET  {base}/clusters`: `{ clusters: GatewayCluster[] }`
 * - `GET  {base}/clusters/:cluster/resources/:resource` with `namespace`,
 *   `limit`, `continue`, `resourceVersion`, `resourceVersionMatch`: the API
 *   server's list, passed through.
 * - `GET  {base}/clusters/:cluster/resources/:resource/watch` with
 *   `namespace`, `resourceVersion`, `timeoutSeconds`: newline-separated watch
 *   events, passed through, never compressed, bookmarks asked for.
 * - `GET  {base}/clusters/:cluster/namespaces/:namespace/pods/:pod/member/:operation`
 *   with `scheme`, `port`, `timeoutMs`, `maxBytes`: the member's status in the
 *   header {@link MEMBER_STATUS_HEADER}, its body as the body.
 * - `GET  {base}/clusters/:cluster/nodes/:node/stats`: the kubelet's summary.
 *
 * Every failure has the body {@link GatewayErrorBody} and the header
 * {@link GATEWAY_HEADER}, by which a client tells the gateway's own answers
 * from those of a router that does not know it.
 *
 * @internal
 */
export const GATEWAY_PATH = '/stateful-apps-gateway/v1';

/** @internal */
export const GATEWAY_HEADER = 'stateful-apps-gateway';

/** @internal */
export const MEMBER_STATUS_HEADER = 'stateful-apps-member-status';

/** The subject that the gateway serves. @internal */
export const GATEWAY_SUBJECT = 'plugin:stateful-apps';

/** @internal */
export interface GatewayErrorBody {
  error: {
    reason: GatewayErrorReason;
    message: string;
    status?: number;
    retryAfterMs?: number;
  };
}
