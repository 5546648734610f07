import { toError } from '@backstage/errors';
import { MEMBER_STATUS_HEADER } from '@stateful-apps/backstage-plugin-node';
import { Request, Response } from 'express';
import { askMember } from '../upstream/askMember';
import { GatewayContext } from './GatewayContext';
import { parseParameters } from './parseParameters';
import { requestSignal } from './requestSignal';

/** Asks one member one of the known questions; its answer comes back whatever its status. */
export async function serveMember(
  { directory, client, auditor, shutdown }: GatewayContext,
  request: Request,
  response: Response,
): Promise<void> {
  const { cluster: name, ...member } = parseParameters.member(request);
  const event = await auditor.createEvent({
    eventId: 'stateful-apps-member-request',
    request,
    meta: {
      cluster: name,
      namespace: member.namespace,
      pod: member.pod,
      operation: member.operation,
    },
  });
  try {
    const answer = await askMember(client, {
      ...member,
      cluster: await directory.get(name),
      settings: directory.settingsOf(name),
      signal: requestSignal(response, shutdown, member.timeoutMs),
    });
    await event.success();
    response
      .status(200)
      .set(MEMBER_STATUS_HEADER, String(answer.status))
      .type(answer.contentType ?? 'application/octet-stream')
      .send(answer.body);
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
