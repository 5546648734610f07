import { randomBytes } from 'node:crypto';
import { createWorld } from './createWorld';
import { ApiServer } from './http/ApiServer';
import { ClockPump } from './http/ClockPump';
import { Counters } from './http/Counters';
import { writeKubeconfig } from './http/writeKubeconfig';
import { AccessToken } from './machinery/access/AccessToken';
import { STANDARD_RULES } from './machinery/access/standardRules';
import { WatchCache } from './machinery/WatchCache';
import {
  PracticeCluster,
  PracticeClusterOptions,
  StandardUser,
} from './PracticeCluster';

const STANDARD_USERS: StandardUser[] = ['admin', 'read', 'probe'];
const WATCH_WINDOW = 1000;
const BOOKMARK_INTERVAL_MS = 60_000;

/**
 * Starts a practice cluster in this process and listens on loopback. Rejects
 * where the port is taken.
 *
 * @public
 */
export async function startPracticeCluster(
  options: PracticeClusterOptions = {},
): Promise<PracticeCluster> {
  const world =
    options.world ??
    createWorld({
      seed: options.seed ?? 1,
      storage: options.storage ?? true,
      now: options.now ?? Date.now(),
      settled: options.settled ?? true,
    });
  const users = STANDARD_USERS.map(user => standardToken(user, options));
  const counters = Counters.create();
  const pump = options.manualClock
    ? undefined
    : ClockPump.start(world.clock, options.speed ?? 1);
  const server = await ApiServer.start({
    port: options.port ?? 0,
    services: {
      store: world.store,
      runtime: world.runtime,
      clock: world.clock,
      watchCache: WatchCache.create(
        world.store,
        options.watchWindow ?? WATCH_WINDOW,
      ),
      tokens: [...users, ...(options.moreTokens ?? [])],
      counters,
      bookmarkIntervalMs: options.bookmarkIntervalMs ?? BOOKMARK_INTERVAL_MS,
    },
    beforeRequest: () => pump?.catchUp(),
    onError: options.onError ?? reportError,
  }).catch(error => {
    pump?.stop();
    throw error;
  });

  const tokens = Object.fromEntries(
    users.map(({ token }, index) => [STANDARD_USERS[index], token]),
  ) as Record<StandardUser, string>;
  return {
    ...world,
    url: server.url,
    tokens,
    faults: server.services.faults,
    counters,
    advance: ms => world.clock.advance(ms),
    kubeconfig: (user = 'admin') =>
      writeKubeconfig({
        url: server.url,
        user,
        token: tokens[user],
        namespace: 'course',
      }),
    async close() {
      pump?.stop();
      await server.close();
    },
  };
}

function standardToken(
  user: StandardUser,
  options: PracticeClusterOptions,
): AccessToken {
  const { token, rules } = options.users?.[user] ?? {};
  return {
    token: token ?? randomBytes(24).toString('base64url'),
    user:
      user === 'admin'
        ? 'practice-admin'
        : `system:serviceaccount:stateful-apps:${user}`,
    groups:
      user === 'admin'
        ? ['system:masters', 'system:authenticated']
        : ['system:serviceaccounts', 'system:authenticated'],
    rules: rules ?? STANDARD_RULES[user],
  };
}

function reportError(error: unknown) {
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`practice-cluster: ${text}\n`);
}
