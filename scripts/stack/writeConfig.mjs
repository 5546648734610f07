import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';

/**
 * Writes what the app-config of a local run adds to `app-config.yaml`: where
 * app and backend listen, where the database is, which clusters there are.
 * Holds tokens, hence readable by its owner alone.
 */
export function writeConfig(
  file,
  { appPort, backendPort, databaseFolder, clusters, objectTypes },
) {
  const appUrl = `http://localhost:${appPort}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const config = {
    app: { baseUrl: appUrl, listen: { host: '127.0.0.1', port: appPort } },
    backend: {
      baseUrl: backendUrl,
      listen: { host: '127.0.0.1', port: backendPort },
      cors: { origin: appUrl },
      database: {
        client: 'better-sqlite3',
        connection: { directory: databaseFolder },
      },
    },
    kubernetes: {
      objectTypes,
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, title, url, readToken }) => ({
            name,
            title,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: readToken,
            skipMetricsLookup: true,
          })),
        },
      ],
    },
    statefulApps: {
      clusters: clusters.map(({ name, probeToken }) => ({
        name,
        probe: { serviceAccountToken: probeToken },
        usage: { kubeletStats: true },
      })),
    },
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, stringify(config), { mode: 0o600 });
  chmodSync(file, 0o600);
  return { appUrl, backendUrl };
}
