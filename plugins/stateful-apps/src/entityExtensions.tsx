import { FilterPredicate } from '@backstage/filter-predicates';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  ANNOTATION_STATEFULSET,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
} from '@stateful-apps/backstage-plugin-common';
import { messages } from './messages';
import { ENTITY_TAB_PATH, entityContentRouteRef } from './routes';

// The blueprints of entity pages are still alpha; they are used in this file only.

// Data and not a function, so that the configuration of an app can replace it.
const filter: FilterPredicate = {
  $any: [
    {
      [`metadata.annotations.${ANNOTATION_STATEFULSET}` as const]: {
        $exists: true,
      },
    },
    {
      [`metadata.annotations.${KUBERNETES_ID_ANNOTATION}` as const]: {
        $exists: true,
      },
    },
    {
      [`metadata.annotations.${KUBERNETES_LABEL_SELECTOR_ANNOTATION}` as const]:
        { $exists: true },
    },
  ],
};

/** The tab of an entity. */
export const statefulAppsEntityContent = EntityContentBlueprint.make({
  params: {
    path: ENTITY_TAB_PATH,
    title: messages.tab.title,
    group: 'deployment',
    routeRef: entityContentRouteRef,
    filter,
    loader: () =>
      import('./components/EntityStateful').then(module => (
        <module.EntityStateful />
      )),
  },
});

/** The card on the overview page of an entity. */
export const statefulAppsEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter,
    loader: () =>
      import('./components/StatefulCard').then(module => (
        <module.StatefulCard />
      )),
  },
});
