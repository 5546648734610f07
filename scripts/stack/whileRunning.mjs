import { isStopping } from '../lib/children.mjs';
import { Problem } from '../lib/Problem.mjs';

/** Never answers; fails as soon as one of the named programs ends. */
export function whileRunning(programs) {
  return new Promise((_, reject) => {
    for (const [name, child] of Object.entries(programs)) {
      child.on('error', cause =>
        reject(new Problem(`${name} could not be started: ${cause.message}.`)),
      );
      child.on('close', code => {
        if (isStopping()) return;
        reject(
          new Problem(
            `${name} stopped with exit code ${code}; its lines above say why.`,
          ),
        );
      });
    }
  });
}
