import { between } from '../clock/between';
import { ScopedClock } from '../clock/ScopedClock';
import { ResolvedImage } from '../programs/findImage';
import { Image } from '../programs/Image';
import { PodHost } from './PodHost';

const PULL_MS = [250, 700] as const;
/** An image that is on the disk is only asked for. */
const CHECK_MS = [15, 40] as const;
const FIRST_BACK_OFF_MS = 10_000;
const MAX_BACK_OFF_MS = 300_000;

/**
 * Gets a container's image onto the node, as its pull policy says; tries
 * again for as long as there is none.
 *
 * @public
 */
export function pullImage(
  container: any,
  resolved: ResolvedImage,
  host: PodHost,
  clock: ScopedClock,
  onWaiting: (waiting: { reason: string; message?: string }) => void,
  onImage: (image: Image) => void,
): void {
  const { image: name } = container;
  const { image, reference } = resolved;
  const isLatest = reference.endsWith(':latest');
  const policy =
    container.imagePullPolicy ?? (isLatest ? 'Always' : 'IfNotPresent');
  const event = (type: 'Normal' | 'Warning', reason: string, message: string) =>
    host.event(type, reason, message, `spec.containers{${container.name}}`);
  const present = host.machine.images.has(reference);

  if (image && present && policy !== 'Always') {
    event(
      'Normal',
      'Pulled',
      `Container image "${name}" already present on machine`,
    );
    onImage(image);
    return;
  }
  if (policy === 'Never') {
    const message = `Container image "${name}" is not present with pull policy of Never`;
    event('Warning', 'ErrImageNeverPull', message);
    onWaiting({ reason: 'ErrImageNeverPull', message });
    return;
  }
  const attempt = (backOffMs: number) => {
    event('Normal', 'Pulling', `Pulling image "${name}"`);
    const ms = Math.round(
      present
        ? between(host.random, ...CHECK_MS)
        : between(host.random, ...PULL_MS),
    );
    clock.after(ms, () => {
      if (image) {
        host.machine.images.add(reference);
        event(
          'Normal',
          'Pulled',
          `Successfully pulled image "${name}" in ${ms}ms (${ms}ms including waiting). Image size: ${image.sizeBytes} bytes.`,
        );
        onImage(image);
        return;
      }
      const why = `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": failed to resolve reference "${reference}": ${reference}: not found`;
      event('Warning', 'Failed', `Failed to pull image "${name}": ${why}`);
      event('Warning', 'Failed', 'Error: ErrImagePull');
      onWaiting({ reason: 'ErrImagePull', message: why });
      clock.after(1_500, () => {
        const message = `Back-off pulling image "${name}": ErrImagePull: ${why}`;
        event('Normal', 'BackOff', `Back-off pulling image "${name}"`);
        event('Warning', 'Failed', 'Error: ImagePullBackOff');
        onWaiting({ reason: 'ImagePullBackOff', message });
      });
      const next = Math.min(backOffMs * 2, MAX_BACK_OFF_MS);
      clock.after(backOffMs, () => attempt(next));
    });
  };
  attempt(FIRST_BACK_OFF_MS);
}
