import { Question, Usage } from './protocol';

/** In a child: answers its parent's questions by name; `usage` is known to every child. */
export function answerQuestions(
  methods: Record<string, (argument: any) => unknown>,
): void {
  const known: typeof methods = { ...methods, usage };
  process.on('message', async ({ id, method, argument }: Question) => {
    try {
      process.send?.({ id, result: await known[method](argument) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
}

function usage(): Usage {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  return {
    cpuSeconds: (user + system) / 1e6,
    heap: process.memoryUsage().heapUsed,
  };
}
