import { AuditorService } from '@backstage/backend-plugin-api';
import { ClusterDirectory } from '../clusters/ClusterDirectory';
import { ApiServerClient } from '../upstream/ApiServerClient';

/** What every route needs. */
export interface GatewayContext {
  directory: ClusterDirectory;
  client: ApiServerClient;
  auditor: AuditorService;
  /** Aborted when the backend shuts down. */
  shutdown: AbortSignal;
}
