import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  KubernetesApi,
  kubernetesApiRef,
} from '@backstage/plugin-kubernetes-react';

/** Answers for the drawer of an identity, whatever pod is asked for. */
const api: Partial<KubernetesApi> = {
  async getClusters() {
    return [{ name: 'practice', authProvider: 'serviceAccount' }];
  },
  async getObjectsByEntity() {
    return { items: [] };
  },
  async proxy({ path }) {
    if (path.includes('/log?')) {
      return new Response('2026-11-22T10:02:11Z [INFO] agent: started\n');
    }
    if (path.includes('/events?')) {
      return Response.json({
        items: [
          {
            metadata: {
              name: 'e1',
              creationTimestamp: new Date().toISOString(),
            },
            type: 'Normal',
            reason: 'Started',
            message: 'Started container consul',
            count: 1,
          },
        ],
      });
    }
    const name = path.split('/').pop();
    return Response.json({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });
  },
};

export const recordedKubernetes = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: kubernetesApiRef,
          deps: {},
          factory: () => api as KubernetesApi,
        }),
    }),
  ],
});
