import { HttpAuthService } from '@backstage/backend-plugin-api';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import express, { Request, Response } from 'express';
import Router from 'express-promise-router';
import { CallOptions, StatefulAppsService } from '../service';
import { readQuery } from './readQuery';
import { appRefSchema, listQuerySchema, streamQuerySchema } from './schemas';
import { sendEventStream, untilClosed } from './sendEventStream';
import { StreamSlots } from './StreamSlots';

/** Tells the instant of the data also where the body is not sent again. */
const AS_OF_HEADER = 'Stateful-Apps-As-Of';

/** The API below `/api/stateful-apps`, as `schema/openapi.yaml` describes it. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  service: StatefulAppsService;
}): express.Router {
  const { httpAuth, service } = options;
  const slots = new StreamSlots();
  const router = Router();

  async function callOptions(request: Request): Promise<CallOptions> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return { credentials, request };
  }

  async function stream(
    request: Request,
    response: Response,
    open: (
      after: number | undefined,
      signal: AbortSignal,
      caller: CallOptions,
    ) => Promise<AsyncIterable<{ revision: number }>>,
  ): Promise<void> {
    const caller = await callOptions(request);
    const { after } = readQuery(streamQuerySchema, request.query);
    const signal = untilClosed(response);
    const giveBack = slots.take(caller.credentials);
    try {
      const messages = await open(after, signal, caller);
      await sendEventStream(response, messages, signal);
    } finally {
      giveBack();
    }
  }

  router.get('/apps', async (request, response) => {
    const caller = await callOptions(request);
    const query = readQuery(listQuerySchema, request.query);
    const list = await service.listApps(
      {
        clusters: query.cluster,
        namespaces: query.namespace,
        kinds: query.kind,
        states: query.state,
        search: query.search,
        entityRef: query.entityRef,
        limit: query.limit,
        cursor: query.cursor,
      },
      caller,
    );
    sendJson(response.set('Cache-Control', 'no-store'), list);
  });

  router.get('/events', async (request, response) => {
    await stream(request, response, (after, signal, caller) =>
      service.watchFleet({ after, signal }, caller),
    );
  });

  router.get('/apps/:cluster/:namespace/:name', async (request, response) => {
    const caller = await callOptions(request);
    const view = await service.getApp(refOf(request), caller);
    // Two answers of one revision differ in their clocks at most.
    const etag = `W/"${view.revision}"`;
    response.set({
      ETag: etag,
      'Cache-Control': 'private, no-cache',
      Vary: 'Authorization',
      'Access-Control-Expose-Headers': `ETag, ${AS_OF_HEADER}`,
      [AS_OF_HEADER]: view.asOf,
    });
    if (knows(request, etag)) response.status(304).end();
    else sendJson(response, view);
  });

  router.get(
    '/apps/:cluster/:namespace/:name/events',
    async (request, response) => {
      await stream(request, response, (after, signal, caller) =>
        service.watchApp({ ref: refOf(request), after, signal }, caller),
      );
    },
  );

  router.get(
    '/apps/:cluster/:namespace/:name/history',
    async (request, response) => {
      const caller = await callOptions(request);
      const history = await service.getHistory(refOf(request), caller);
      sendJson(response.set('Cache-Control', 'no-store'), history);
    },
  );

  return router;
}

function refOf(request: Request): AppRef {
  return readQuery(appRefSchema, request.params);
}

/** Browsers send `Cache-Control: no-cache` along with a tag that a script sets, which Express takes for a wish not to hear 304. */
function knows(request: Request, etag: string): boolean {
  const tags = request.get('If-None-Match')?.split(',') ?? [];
  return tags.some(tag => tag.trim() === etag);
}

/** In development Backstage's own way indents, which doubles the size. */
function sendJson(response: Response, body: unknown): void {
  response.type('json').send(JSON.stringify(body));
}
