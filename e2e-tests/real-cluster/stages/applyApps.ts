import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppUnderTest } from '../AppUnderTest';
import { Kubectl } from '../cluster/Kubectl';

/** Applies an app in a namespace of its own. */
export async function applyApp(
  kubectl: Kubectl,
  namespace: string,
  app: AppUnderTest,
): Promise<void> {
  await kubectl.apply(
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${namespace}}`,
  );
  for (const manifest of app.manifests) {
    await kubectl.apply(
      await readFile(join(__dirname, '..', 'manifests', manifest), 'utf8'),
      namespace,
    );
  }
}

/** Waits until all its pods are ready. */
export async function rolledOut(
  kubectl: Kubectl,
  namespace: string,
  app: AppUnderTest,
): Promise<void> {
  await kubectl.run(
    [
      '--namespace',
      namespace,
      'rollout',
      'status',
      `statefulset/${app.statefulSet}`,
      '--timeout=240s',
    ],
    { timeoutMs: 250_000 },
  );
}
