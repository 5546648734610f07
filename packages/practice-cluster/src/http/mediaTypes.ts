import { IncomingMessage } from 'node:http';

/** Media types of the `Accept` header, in their order. @public */
export function mediaTypes(
  request: IncomingMessage,
): Array<{ type: string; parameters: Map<string, string> }> {
  return (request.headers.accept || '*/*').split(',').map(entry => {
    const [type, ...parameters] = entry.split(';').map(part => part.trim());
    return {
      type: type.toLowerCase(),
      parameters: new Map(
        parameters.map(parameter => {
          const [name, value = ''] = parameter.split('=');
          return [name, value] as const;
        }),
      ),
    };
  });
}
