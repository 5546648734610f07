import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { Response } from 'express';

/**
 * Aborted as soon as nobody waits for this answer any more: the caller left,
 * its time is over, or the backend shuts down. Everything that is opened for a
 * request hangs on it, so that nothing stays open at the API server.
 */
export function requestSignal(
  response: Response,
  shutdown: AbortSignal,
  timeoutMs: number,
): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      controller.abort(
        new GatewayError(
          'timeout',
          `No complete answer within ${timeoutMs / 1000} s.`,
        ),
      ),
    timeoutMs,
  );
  const onShutdown = () => controller.abort(shutdown.reason);
  shutdown.addEventListener('abort', onShutdown);
  if (shutdown.aborted) onShutdown();
  const onClose = () => {
    clearTimeout(timer);
    shutdown.removeEventListener('abort', onShutdown);
    controller.abort();
  };
  response.once('close', onClose);
  // The caller may have left while its credentials were checked.
  if (response.closed) onClose();
  return controller.signal;
}
