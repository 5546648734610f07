import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { AppUnderTest } from './AppUnderTest';
import { Api } from './backend/Api';
import { ClusterTool } from './cluster/ClusterTool';
import { Kubectl } from './cluster/Kubectl';
import { Report, Skip } from './Report';

/** What every stage works with. */
export interface Run {
  report: Report;
  kubectl: Kubectl;
  /** Only where nodes and storage may be made to fail. */
  tool?: ClusterTool;
  /** Why they may not. */
  noFailures?: string;
  api: Api;
  /** Process id of the backend. */
  backendPid: number;
  /** Gives the probing account its rights in one namespace. */
  allowProbing(namespace: string): Promise<void>;
  /** Beginning of the names of this run's namespaces. */
  prefix: string;
}

/** The cluster as our backend knows it, with all rights of the read role. */
export const CLUSTER = 'real';

/** The same cluster by an account that may not read everything. */
export const NARROW_CLUSTER = 'narrow';

export function namespaceOf(run: Run, app: AppUnderTest): string {
  return `${run.prefix}-${app.namespace}`;
}

export function refOf(
  run: Run,
  app: AppUnderTest,
  cluster: string = CLUSTER,
): AppRef {
  return {
    cluster,
    namespace: namespaceOf(run, app),
    name: app.statefulSet,
  };
}

/** The tool that makes things fail; skips the check where there is none. */
export function failuresOf(run: Run): ClusterTool {
  if (!run.tool) throw new Skip(run.noFailures);
  return run.tool;
}
