import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Accounts } from '../cluster/accounts';
import { Connection } from '../cluster/connection';
import { CLUSTER, NARROW_CLUSTER } from '../Run';

/** The whole configuration of a backend that reads one cluster by two accounts; answers the file's path. */
export async function writeConfig(
  directory: string,
  settings: {
    port: number;
    token: string;
    connection: Connection;
    accounts: Accounts;
  },
): Promise<string> {
  const { port, token, connection, accounts } = settings;
  const url = `http://127.0.0.1:${port}`;
  const cluster = (name: string, serviceAccountToken: string) => ({
    name,
    url: connection.url,
    caData: connection.caData,
    authProvider: 'serviceAccount',
    serviceAccountToken,
    skipMetricsLookup: true,
  });
  const config = {
    app: { title: 'Test on a real cluster', baseUrl: url },
    organization: { name: 'Test' },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(directory, 'database') },
      },
      auth: {
        externalAccess: [
          {
            type: 'static',
            // The subject of our own backend: the gateway serves nobody else,
            // and its streams are tested from outside too.
            options: { token, subject: 'plugin:stateful-apps' },
          },
        ],
      },
    },
    auth: { providers: { guest: {} } },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            cluster(CLUSTER, accounts.read),
            cluster(NARROW_CLUSTER, accounts.narrow),
          ],
        },
      ],
    },
    statefulApps: {
      clusters: [
        { name: CLUSTER, probe: { serviceAccountToken: accounts.probe } },
      ],
    },
  };
  const file = join(directory, 'app-config.yaml');
  // Holds tokens.
  await writeFile(file, stringify(config), { mode: 0o600 });
  return file;
}
