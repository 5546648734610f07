import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { StatefulAppsService } from './StatefulAppsService';
import { statefulAppsServiceRef } from './statefulAppsServiceRef';

describe('statefulAppsServiceRef', () => {
  const asked: Array<{ url: string; user: unknown }> = [];
  let apps: StatefulAppsService;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'stateful-apps',
          register(env) {
            env.registerInit({
              deps: {
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
              },
              async init({ httpAuth, httpRouter }) {
                httpRouter.use(async (request, response, next) => {
                  const { principal } = await httpAuth.credentials(request);
                  asked.push({ url: request.url, user: principal });
                  if (request.url.endsWith('/none')) {
                    next(new NotFoundError('There is no StatefulSet none.'));
                  } else {
                    response.json({ items: [] });
                  }
                });
              },
            });
          },
        }),
        createBackendPlugin({
          pluginId: 'other',
          register(env) {
            env.registerInit({
              deps: { service: statefulAppsServiceRef },
              async init({ service }) {
                apps = service;
              },
            });
          },
        }),
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  const credentials = mockCredentials.user('user:default/anna');

  it('asks on behalf of the user, with every value of the query', async () => {
    await apps.listApps(
      { state: ['healing', 'unknown'], search: 'a&b', limit: 5 },
      { credentials },
    );
    await apps.getApp(
      { cluster: 'a/b', namespace: 'course', name: 'consul' },
      { credentials },
    );
    expect(asked.map(it => it.url)).toEqual([
      '/apps?state=healing&state=unknown&search=a%26b&limit=5',
      '/apps/a%2Fb/course/consul',
    ]);
    for (const { user } of asked) {
      expect(user).toMatchObject({ userEntityRef: 'user:default/anna' });
    }
  });

  it('fails with what the plugin said', async () => {
    const ref = { cluster: 'one', namespace: 'course', name: 'none' };
    await expect(apps.getApp(ref, { credentials })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { message: 'There is no StatefulSet none.' },
    });
  });
});
