import { say } from '../lib/say.mjs';
import { startPracticeCluster } from './startPracticeCluster.mjs';

/** The practice cluster, as the app-config is told of it. */
export async function practiceClusters({ folder, port }) {
  say('starting the practice cluster');
  const { child, url, kubeconfig, tokens } = await startPracticeCluster({
    folder,
    port,
  });
  say(`kubectl can reach it: export KUBECONFIG=${kubeconfig}`);
  return {
    programs: { 'The practice cluster': child },
    clusters: [
      {
        name: 'practice',
        title: 'Practice cluster',
        url,
        readToken: tokens.read,
        probeToken: tokens.probe,
      },
    ],
  };
}
