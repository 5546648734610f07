import { say } from '../lib/say.mjs';
import { startPracticeCluster } from './startPracticeCluster.mjs';

/** What plugin-kubernetes' tab may ask the practice cluster for; it serves no other kinds. */
const OBJECT_TYPES = ['pods', 'services', 'statefulsets'];

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
    objectTypes: OBJECT_TYPES,
    clusters: [
      {
        name: 'practice',
        title: 'Practice cluster',
        url,
        readToken: tokens.readToken,
        probeToken: tokens.probeToken,
      },
    ],
  };
}
