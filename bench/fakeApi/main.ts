import { answerQuestions } from '../processes/answerQuestions';
import { ApiServer } from './ApiServer';
import { World } from './World';

let world: World;
let server: ApiServer;

answerQuestions({
  start: async ({ apps, consulApps }: { apps: number; consulApps: number }) => {
    world = new World(apps, consulApps);
    server = new ApiServer(world);
    return server.listen();
  },
  reset: () => server.traffic.reset(),
  counts: () => server.traffic.counts,
  setReady: ({
    app,
    ordinal,
    ready,
  }: {
    app: number;
    ordinal: number;
    ready: boolean;
  }) => world.setReady(app, ordinal, ready),
});
