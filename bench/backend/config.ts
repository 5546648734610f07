import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { CLUSTER, StartSettings, VIEWED_APP } from './sides';

/** The entity that people have open. */
export const VIEWED_ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: VIEWED_APP,
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': VIEWED_APP,
      'stateful-apps.io/statefulset': `${VIEWED_APP}/consul`,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
};

/** The same configuration for both sides: one cluster, one entity, a real database. */
export function configFor(
  { side, clusterUrl, tokens, directory }: StartSettings,
  port: number,
): JsonObject {
  const entities = join(directory, 'entities.yaml');
  writeFileSync(entities, stringify(VIEWED_ENTITY));
  return {
    app: { baseUrl: `http://127.0.0.1:${port}` },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(directory, `database-${side}`) },
      },
      auth: {
        externalAccess: tokens.map((token, viewer) => ({
          type: 'static',
          options: { token, subject: `bench-viewer-${viewer}` },
        })),
      },
    },
    catalog: { locations: [{ type: 'file', target: entities }] },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: CLUSTER,
              url: clusterUrl,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'bench',
              skipMetricsLookup: side !== 'incumbent-metrics',
            },
          ],
        },
      ],
    },
  };
}
