import { partialMetadata } from '../../machinery/tables/partialMetadata';
import { renderTable } from '../../machinery/tables/renderTable';
import { KubeObject } from '../../types';
import { negotiate } from '../negotiate';
import { objectJson } from '../objectJson';
import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';
import { tableOptions } from './tableOptions';

/** Answers one object, as the client wants it represented. @public */
export async function sendObject(
  context: ResourceContext,
  status: number,
  object: KubeObject,
): Promise<void> {
  const { format, as } = negotiate(context.request);
  if (as === 'Table') {
    const { resourceVersion } = object.metadata;
    const table = renderTable(
      context.definition.name,
      [object],
      { resourceVersion },
      tableOptions(context),
    );
    await respond.value(context, status, table, format);
  } else if (as === 'PartialObjectMetadata') {
    await respond.value(context, status, partialMetadata(object), format);
  } else if (format === 'yaml') {
    await respond.value(context, status, object, format);
  } else {
    await respond.json(context, status, objectJson(object));
  }
}
