import { VolumeUsageFacts } from '@stateful-apps/backstage-plugin-common';
import { z } from 'zod';

const MAX_PODS = 1000;
const MAX_VOLUMES = 100;

const bytes = z.number().int().nonnegative();

const volumeSchema = z.object({
  name: z.string().min(1).max(253),
  time: z.iso.datetime({ offset: true }),
  usedBytes: bytes,
  capacityBytes: bytes,
  inodesUsed: bytes.optional(),
  inodes: bytes.optional(),
});

const podSchema = z.object({
  podRef: z.object({ uid: z.string().min(1).max(64) }),
  volume: z.array(z.unknown()).optional(),
});

const summarySchema = z.object({ pods: z.array(z.unknown()) });

/**
 * Disk use of the volumes of one node's pods, from the kubelet's
 * `stats/summary`, by pod uid. What cannot be read is left out.
 */
export function parseNodeStats(raw: unknown): Map<string, VolumeUsageFacts[]> {
  const usage = new Map<string, VolumeUsageFacts[]>();
  const summary = summarySchema.safeParse(raw);
  for (const item of summary.data?.pods.slice(0, MAX_PODS) ?? []) {
    const pod = podSchema.safeParse(item);
    if (!pod.success) continue;
    const podUid = pod.data.podRef.uid;
    const volumes: VolumeUsageFacts[] = [];
    for (const entry of pod.data.volume?.slice(0, MAX_VOLUMES) ?? []) {
      const volume = volumeSchema.safeParse(entry);
      if (!volume.success) continue;
      const { name, time, ...numbers } = volume.data;
      volumes.push({ podUid, volume: name, at: time, ...numbers });
    }
    usage.set(podUid, volumes);
  }
  return usage;
}
