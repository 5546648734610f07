import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationStrategy,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import {
  GATEWAY_HEADER,
  GATEWAY_PATH,
} from '@stateful-apps/backstage-plugin-node';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ClusterDirectory } from '../clusters/ClusterDirectory';
import { CredentialSource } from '../clusters/CredentialSource';
import { readClusterSettings } from '../clusters/readClusterSettings';
import { ApiServerClient } from '../upstream/ApiServerClient';
import { GatewayContext } from './GatewayContext';
import { requireGatewayClient } from './requireGatewayClient';
import { sendFailure } from './sendFailure';
import { serveClusters } from './serveClusters';
import { serveList } from './serveList';
import { serveMember } from './serveMember';
import { serveNodeStats } from './serveNodeStats';
import { serveWatch } from './serveWatch';

/**
 * What the gateway is made of. The services are those of plugin-kubernetes:
 * a module of it gets them as its dependencies.
 *
 * @public
 */
export interface GatewayRouterOptions {
  /** From the options of plugin-kubernetes' router factory. */
  clusterSupplier: KubernetesClustersSupplier;
  /** From the options of plugin-kubernetes' router factory. */
  authStrategyMap: { [provider: string]: AuthenticationStrategy };
  config: RootConfigService;
  logger: LoggerService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  /** Ends all streams when the backend shuts down. */
  lifecycle: LifecycleService;
}

/**
 * The gateway's routes, to be mounted at the root of plugin-kubernetes'
 * router and before anything that parses bodies or compresses. Use it in a
 * router factory of your own when another module needs plugin-kubernetes' one
 * router slot too; the module of this package does the same.
 *
 * Answers nobody but the service `plugin:stateful-apps`. Throws where
 * `statefulApps.clusters` contradicts itself.
 *
 * @public
 */
export function createGatewayRouter(options: GatewayRouterOptions): Router {
  const { httpAuth, auth, logger, lifecycle, auditor, config } = options;
  const shutdown = new AbortController();
  const client = new ApiServerClient(
    new CredentialSource(options.authStrategyMap),
  );
  lifecycle.addShutdownHook(() => {
    shutdown.abort();
    client.close();
  });
  const context: GatewayContext = {
    directory: new ClusterDirectory({
      clusterSupplier: options.clusterSupplier,
      authStrategyMap: options.authStrategyMap,
      settings: readClusterSettings(config),
      auth,
      logger,
    }),
    client,
    auditor,
    shutdown: shutdown.signal,
  };

  const gateway = PromiseRouter();
  gateway.use(async (request, response) => {
    response.set({ [GATEWAY_HEADER]: 'v1', 'Cache-Control': 'no-store' });
    await requireGatewayClient(httpAuth, request);
    return 'next';
  });
  const route = (
    path: string,
    serve: (
      context: GatewayContext,
      request: Request,
      response: Response,
    ) => Promise<void>,
  ) =>
    gateway.get(path, async (request, response) => {
      try {
        await serve(context, request, response);
      } catch (error) {
        sendFailure(response, error);
      }
    });
  const resource = '/clusters/:cluster/resources/:resource';
  route('/clusters', serveClusters);
  route(resource, serveList);
  route(`${resource}/watch`, serveWatch);
  route(
    '/clusters/:cluster/namespaces/:namespace/pods/:pod/member/:operation',
    serveMember,
  );
  route('/clusters/:cluster/nodes/:node/stats', serveNodeStats);

  const router = PromiseRouter();
  router.use(GATEWAY_PATH, gateway);
  return router;
}
