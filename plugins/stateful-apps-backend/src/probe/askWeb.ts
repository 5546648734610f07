import { createHash } from 'crypto';
import { parseWebPage, WebProbe } from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { Clock, isoTime } from '../clock';
import { memberRequest } from './memberRequest';
import { probeErrorOf } from './probeErrorOf';
import { ProbeTarget } from './ProbeTarget';

/** Asks one web server for its page. */
export async function askWeb(
  gateway: Gateway,
  clock: Pick<Clock, 'now'>,
  target: ProbeTarget,
  signal: AbortSignal,
): Promise<WebProbe> {
  const about = { kind: 'web' as const, podUid: target.podUid };
  try {
    const answer = await gateway.askMember(
      memberRequest(target, 'web-page', signal),
    );
    const sha256 = createHash('sha256').update(answer.body).digest('hex');
    const facts = parseWebPage({ ...answer, sha256 });
    return { ...about, at: isoTime(clock), ...facts };
  } catch (error) {
    const errors = [probeErrorOf(error, target, 'GET /')];
    return { ...about, at: isoTime(clock), errors };
  }
}
