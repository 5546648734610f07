import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { ANNOTATION_STATEFULSET } from '@stateful-apps/backstage-plugin-common';

/** What the catalog is told of our annotations on entities. */
export const statefulAppsModelLayer = createCatalogModelLayer({
  layerId: 'stateful-apps.io/annotations',
  builder: model => {
    model.addAnnotation({
      name: ANNOTATION_STATEFULSET,
      title: 'StatefulSet',
      description:
        'The StatefulSet of a stateful app, as [cluster/]namespace/name; several are separated by commas. Shows its identities, volumes and members on the tab Stateful. Gives no rights over the app: those come from the StatefulSet, which names its entity by stateful-apps.io/entity.',
      schema: {
        jsonSchema: {
          type: 'string',
          minLength: 3,
          maxLength: 4096,
          examples: ['course/consul', 'prod/course/consul'],
        },
      },
    });
  },
});
