/** A StatefulSet of pods that only sleep; `spec` is laid over the defaults. */
export function sleeperSet(
  name: string,
  spec: Record<string, unknown> = {},
  podSpec: Record<string, unknown> = {},
) {
  return {
    metadata: { name, namespace: 'course' },
    spec: {
      serviceName: name,
      replicas: 3,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          terminationGracePeriodSeconds: 5,
          containers: [
            { name: 'main', image: 'busybox', command: ['sleep', 'infinity'] },
          ],
          ...podSpec,
        },
      },
      ...spec,
    },
  };
}
