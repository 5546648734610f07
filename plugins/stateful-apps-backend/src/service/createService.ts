import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  stringifyAppRef,
  statefulAppsPermissions,
} from '@stateful-apps/backstage-plugin-common';
import {
  AppResource,
  statefulAppResourceRef,
  statefulAppsPermissionRules,
} from '@stateful-apps/backstage-plugin-node';
import { Clock } from '../clock';
import { HistoryStore } from '../history';
import { Interest } from '../probe';
import { AppStore, ClusterDirectory } from '../state';
import { AuditedStatefulAppsService } from './AuditedStatefulAppsService';
import { AuthorizedStatefulAppsService } from './AuthorizedStatefulAppsService';
import { DefaultStatefulAppsService } from './DefaultStatefulAppsService';
import { EntityOwners } from './EntityOwners';
import { StatefulAppsService } from './StatefulAppsService';

/** The service with its decorators, from the outside in: audit, permission, answers. Registers what policies can decide on. */
export function createService(options: {
  store: AppStore;
  clusters: ClusterDirectory;
  history: HistoryStore;
  interest: Interest;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): StatefulAppsService {
  const { store, permissionsRegistry } = options;
  const owners = new EntityOwners(options);

  permissionsRegistry.addResourceType({
    resourceRef: statefulAppResourceRef,
    permissions: statefulAppsPermissions,
    rules: Object.values(statefulAppsPermissionRules),
    getResources: async refs => {
      const records = new Map(
        [...store.records()].map(it => [stringifyAppRef(it.view.ref), it]),
      );
      const views = refs.map(ref => records.get(ref)?.view);
      await owners.load(views.flatMap(view => view?.entityRefs ?? []));
      return views.map<AppResource | undefined>(
        view => view && { ref: view.ref, owners: owners.of(view.entityRefs) },
      );
    },
  });

  const authorized = new AuthorizedStatefulAppsService({
    ...options,
    inner: new DefaultStatefulAppsService(options),
    matches: createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(statefulAppResourceRef),
    ),
    owners,
  });
  return new AuditedStatefulAppsService({ ...options, inner: authorized });
}
