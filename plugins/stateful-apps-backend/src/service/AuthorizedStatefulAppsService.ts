import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
  statefulAppsAppReadPermission,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { AppResource } from '@stateful-apps/backstage-plugin-node';
import { AppStore } from '../state';
import { EntityOwners } from './EntityOwners';
import { guardAppStream, guardFleetStream, ReadableApps } from './guardStreams';
import {
  AppFilter,
  CallOptions,
  ListAppsRequest,
  StatefulAppsService,
  WatchAppRequest,
  WatchFleetRequest,
} from './StatefulAppsService';
import { Clock } from '../clock';

/** Lets callers see the apps that they may read, and no others. */
export class AuthorizedStatefulAppsService implements StatefulAppsService {
  readonly #inner: StatefulAppsService;
  readonly #permissions: PermissionsService;
  readonly #matches: (
    decision: PolicyDecision,
    resource: AppResource | undefined,
  ) => boolean;
  readonly #owners: EntityOwners;
  readonly #store: AppStore;
  readonly #clock: Clock;

  constructor(options: {
    inner: StatefulAppsService;
    permissions: PermissionsService;
    /** Applies a decision to one app, as `createConditionAuthorizer` makes it. */
    matches: (
      decision: PolicyDecision,
      resource: AppResource | undefined,
    ) => boolean;
    owners: EntityOwners;
    store: AppStore;
    clock: Clock;
  }) {
    this.#inner = options.inner;
    this.#permissions = options.permissions;
    this.#matches = options.matches;
    this.#owners = options.owners;
    this.#store = options.store;
    this.#clock = options.clock;
  }

  async listApps(
    request: ListAppsRequest,
    options: CallOptions,
  ): Promise<AppListView> {
    const readable = await this.#readable(options);
    return this.#inner.listApps({ ...request, readable }, options);
  }

  async getApp(ref: AppRef, options: CallOptions): Promise<AppView> {
    await this.#require(ref, options);
    return this.#inner.getApp(ref, options);
  }

  async getHistory(ref: AppRef, options: CallOptions): Promise<HistoryView> {
    await this.#require(ref, options);
    return this.#inner.getHistory(ref, options);
  }

  async watchApp(
    request: WatchAppRequest,
    options: CallOptions,
  ): Promise<AsyncIterable<AppStreamMessage>> {
    await this.#require(request.ref, options);
    const messages = await this.#inner.watchApp(request, options);
    return guardAppStream(messages, {
      clock: this.#clock,
      expiresAt: options.credentials.expiresAt,
      recheck: () => this.#require(request.ref, options),
    });
  }

  async watchFleet(
    request: WatchFleetRequest,
    options: CallOptions,
  ): Promise<AsyncIterable<FleetStreamMessage>> {
    const apps = new ReadableApps(this.#store, await this.#readable(options));
    const messages = await this.#inner.watchFleet(
      { ...request, readable: record => apps.mayRead(record) },
      options,
    );
    return guardFleetStream(messages, {
      clock: this.#clock,
      expiresAt: options.credentials.expiresAt,
      recheck: async () => apps.replace(await this.#readable(options)),
    });
  }

  /** @throws NotAllowedError that names the permission. */
  async #require(ref: AppRef, options: CallOptions): Promise<void> {
    const decision = await this.#decide(options);
    const entityRefs = this.#store.get(ref)?.view.entityRefs ?? [];
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      await this.#owners.load(entityRefs);
    }
    // An app that does not exist is judged as if nobody owned it, so that the
    // answer does not tell whether it exists.
    const resource = { ref, owners: this.#owners.of(entityRefs) };
    if (!this.#matches(decision, resource)) {
      throw new NotAllowedError(
        `You may not read ${stringifyAppRef(ref)}: the permission ${
          statefulAppsAppReadPermission.name
        } does not cover it. Ask those who look after this Backstage for it.`,
      );
    }
  }

  /** @throws NotAllowedError where no app at all may be read. */
  async #readable(options: CallOptions): Promise<AppFilter> {
    const decision = await this.#decide(options);
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `You may not read stateful apps: the permission ${statefulAppsAppReadPermission.name} is denied. Ask those who look after this Backstage for it.`,
      );
    }
    if (decision.result === AuthorizeResult.ALLOW) return () => true;
    const records = [...this.#store.records()];
    await this.#owners.load(records.flatMap(it => it.view.entityRefs));
    return ({ view }) =>
      this.#matches(decision, {
        ref: view.ref,
        owners: this.#owners.of(view.entityRefs),
      });
  }

  async #decide({ credentials }: CallOptions): Promise<PolicyDecision> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: statefulAppsAppReadPermission }],
      { credentials },
    );
    return decision;
  }
}
