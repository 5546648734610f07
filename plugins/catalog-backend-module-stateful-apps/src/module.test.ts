import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import catalogModuleStatefulApps from '.';

describe('catalogModuleStatefulApps', () => {
  it('lets the catalog describe our annotation beside its own model', async () => {
    const { server } = await startTestBackend({
      features: [catalogPlugin, catalogModuleStatefulApps],
    });
    const { status, body } = await request(server)
      .post(
        '/api/catalog/.backstage/actions/v1/actions/catalog:get-catalog-model-description/invoke',
      )
      .set('Authorization', mockCredentials.service.header())
      .send({});

    expect(status).toBe(200);
    expect(body.output.description).toContain('stateful-apps.io/statefulset');
    expect(body.output.description).toContain('[cluster/]namespace/name');
    expect(body.output.description).toContain('Component');
  });
});
