import { IncomingMessage, ServerResponse } from 'node:http';
import { AccessToken } from '../machinery/access/AccessToken';
import { ResourceDefinition } from '../machinery/ResourceDefinition';
import { ApiServices } from './ApiServices';
import { RequestTarget, ResourceTarget } from './RequestTarget';

/** One request on its way. @public */
export interface RequestContext<Target = RequestTarget> {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  target: Target;
  user: AccessToken;
  services: ApiServices;
}

/** A request for a stored resource. @public */
export interface ResourceContext extends RequestContext<ResourceTarget> {
  definition: ResourceDefinition;
}
