import {
  ClaimView,
  IdentityView,
  Survival,
  VolumeView,
} from '@stateful-apps/backstage-plugin-common';
import { Fact, Tone } from './Fact';
import { createFact } from './createFact';
import { formatBytes } from './formatBytes';
import { survivalText } from './survivalText';
import { Translate } from '../Translate';

/** From this share on a full disk is near. */
const NEARLY_FULL = 0.85;

const SURVIVAL_TONES: Record<Survival, Tone> = {
  'survives-pod': 'good',
  'dies-with-node': 'warn',
  'dies-with-pod': 'warn',
  'dies-with-container': 'warn',
  'not-data': 'quiet',
  unknown: 'unknown',
};

/** The volumes of an identity, each with what it outlives. */
export function volumeFacts(identity: IdentityView, t: Translate): Fact[] {
  const object = `Pod/${identity.name}`;
  if (identity.volumes.length === 0) {
    const source = { object, field: 'spec.volumes' };
    return [
      createFact('none', t('board.volumes.none'), source, { tone: 'quiet' }),
    ];
  }
  return identity.volumes.flatMap(volume => ofVolume(volume, object, t));
}

function ofVolume(volume: VolumeView, object: string, t: Translate): Fact[] {
  const { name } = volume;
  const facts = [
    createFact(
      `${name}/path`,
      volume.mountPath ?? name,
      {
        object,
        field:
          volume.source === 'container'
            ? 'spec.containers[*]'
            : `spec.volumes[${name}].${volume.source}`,
      },
      { literal: true },
    ),
    createFact(
      `${name}/survival`,
      survivalText(volume.survival, t),
      { object, field: `spec.volumes[${name}]` },
      { tone: SURVIVAL_TONES[volume.survival], detail: volume.sentence },
    ),
  ];
  if (volume.claim) facts.push(...ofClaim(name, volume.claim, t));
  return [...facts, ...ofUsage(volume, object, t)];
}

function ofClaim(volume: string, claim: ClaimView, t: Translate): Fact[] {
  const object = `PersistentVolumeClaim/${claim.name}`;
  const missing = claim.phase === 'Missing';
  const facts = [
    createFact(
      `${volume}/claim`,
      missing
        ? t('board.volumes.claimMissing', { name: claim.name })
        : t('board.volumes.claim', { name: claim.name, phase: claim.phase }),
      { object, field: missing ? 'metadata.name' : 'status.phase' },
      { tone: claimTone(claim), detail: claim.why },
    ),
  ];
  if (claim.why) {
    facts.push(
      createFact(
        `${volume}/why`,
        claim.why,
        { object, field: 'status' },
        { tone: 'quiet' },
      ),
    );
  }
  if (claim.deletionAt) {
    facts.push(
      createFact(
        `${volume}/deleted`,
        t('board.volumes.claimDeleted'),
        { object, field: 'metadata.deletionTimestamp' },
        { tone: 'warn' },
      ),
    );
  }
  const size = claim.actualBytes ?? claim.requestedBytes;
  if (size !== undefined) {
    facts.push(
      createFact(
        `${volume}/size`,
        t('board.volumes.size', {
          size: formatBytes(size),
          storageClass: claim.storageClass ?? t('board.volumes.noClass'),
        }),
        [
          {
            object,
            field:
              claim.actualBytes === undefined
                ? 'spec.resources.requests.storage'
                : 'status.capacity.storage',
          },
          { object, field: 'spec.storageClassName' },
        ],
        { tone: 'quiet', detail: claimDetail(claim) },
      ),
    );
  }
  if (claim.pinnedTo?.length) {
    facts.push(
      createFact(
        `${volume}/pinned`,
        t('board.volumes.pinned', { places: claim.pinnedTo.join(', ') }),
        {
          object: `PersistentVolume/${claim.volume ?? ''}`,
          field: 'spec.nodeAffinity',
        },
        { tone: 'quiet' },
      ),
    );
  }
  return facts;
}

function claimTone(claim: ClaimView): Tone {
  switch (claim.phase) {
    case 'Bound':
      return 'quiet';
    case 'Pending':
      return 'busy';
    case 'Unknown':
      return 'unknown';
    default:
      return 'bad';
  }
}

function claimDetail(claim: ClaimView): string | undefined {
  const parts = [
    ...(claim.accessModes ?? []),
    claim.reclaimPolicy && `reclaim: ${claim.reclaimPolicy}`,
    claim.volume && `PersistentVolume/${claim.volume}`,
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : undefined;
}

function ofUsage(volume: VolumeView, object: string, t: Translate): Fact[] {
  const { name, usedBytes, capacityBytes, inodesUsed, inodes } = volume;
  const facts: Fact[] = [];
  if (usedBytes !== undefined && capacityBytes) {
    facts.push(
      createFact(
        `${name}/used`,
        t('board.volumes.used', {
          used: formatBytes(usedBytes),
          capacity: formatBytes(capacityBytes),
        }),
        { object, field: `kubelet stats, volume ${name}` },
        {
          tone: usedBytes / capacityBytes >= NEARLY_FULL ? 'warn' : 'quiet',
          gauge: { used: usedBytes, whole: capacityBytes },
        },
      ),
    );
  }
  if (
    inodesUsed !== undefined &&
    inodes &&
    inodesUsed / inodes >= NEARLY_FULL
  ) {
    const percent = String(Math.round((100 * inodesUsed) / inodes));
    facts.push(
      createFact(
        `${name}/inodes`,
        t('board.volumes.inodes', { percent }),
        { object, field: `kubelet stats, volume ${name}` },
        { tone: 'warn' },
      ),
    );
  }
  return facts;
}
