import { Request, Response } from 'express';
import { GatewayContext } from './GatewayContext';

/** All clusters of plugin-kubernetes, readable or not. */
export async function serveClusters(
  { directory }: GatewayContext,
  _request: Request,
  response: Response,
): Promise<void> {
  response.json({ clusters: await directory.list() });
}
