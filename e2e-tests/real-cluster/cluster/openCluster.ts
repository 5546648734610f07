import { Options } from '../options';
import { shell } from '../shell';
import { ClusterTool } from './ClusterTool';
import { Kubectl } from './Kubectl';

/** A cluster to test on. */
export interface OpenCluster {
  kubectl: Kubectl;
  /** Only where nodes and storage may be made to fail. */
  tool?: ClusterTool;
  /** Why they may not. */
  noFailures?: string;
  /** Leaves it as it was found. */
  close(): Promise<void>;
}

/** The cluster that the options name, else one started here. */
export async function openCluster(
  options: Options,
  checkout: string,
  say: (line: string) => void,
): Promise<OpenCluster> {
  const tool = ClusterTool.find(checkout);
  if (options.kubeconfig) {
    const owned = tool?.owns(options.kubeconfig) ? tool : undefined;
    say(`cluster of ${options.kubeconfig}`);
    return {
      kubectl: new Kubectl(await findKubectl(tool), options.kubeconfig),
      tool: owned,
      noFailures: owned
        ? undefined
        : 'the kubeconfig is of a cluster whose nodes and storage are not ours to stop',
      close: async () => {},
    };
  }
  if (!tool) {
    throw new Error(
      'No cluster to test on: set KUBECONFIG to the kubeconfig of one whose administrator you are.',
    );
  }
  if (!tool.isBuilt) {
    say('building the cluster once; this takes 20 to 25 minutes on two cores');
    await tool.build();
  }
  const wasUp = await tool.isUp();
  say(wasUp ? 'the cluster is up' : 'starting the cluster');
  const kubeconfig = await tool.up();
  return {
    kubectl: new Kubectl(tool.kubectl, kubeconfig),
    tool,
    close: async () => {
      if (!wasUp) await tool.down();
    },
  };
}

async function findKubectl(tool: ClusterTool | undefined): Promise<string> {
  const own = process.env.KUBECTL ?? 'kubectl';
  const found = await shell(own, ['version', '--client']).catch(
    () => undefined,
  );
  if (found?.code === 0) return own;
  if (tool?.isBuilt) return tool.kubectl;
  throw new Error(
    'kubectl is missing: install it, or set KUBECTL to its path.',
  );
}
