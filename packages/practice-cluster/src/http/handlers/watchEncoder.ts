import { partialMetadata } from '../../machinery/tables/partialMetadata';
import { renderTable } from '../../machinery/tables/renderTable';
import { KubeObject } from '../../types';
import { negotiate } from '../negotiate';
import { objectJson } from '../objectJson';
import { ResourceContext } from '../RequestContext';
import { tableOptions } from './tableOptions';

/**
 * How the objects of a watch are written, as its client wants them
 * represented.
 *
 * @public
 */
export function watchEncoder(
  context: ResourceContext,
): (object: KubeObject) => string {
  const { as } = negotiate(context.request);
  if (as === 'PartialObjectMetadata') {
    return object => JSON.stringify(partialMetadata(object));
  }
  if (as === 'object') return objectJson;
  const { includeObject } = tableOptions(context);
  let withColumns = true;
  return object => {
    const isBookmark = object.metadata.name === undefined;
    const table = renderTable(
      context.definition.name,
      isBookmark ? [] : [object],
      { ...(isBookmark ? object.metadata : pickVersion(object)) },
      { now: context.services.clock.now(), includeObject, withColumns },
    );
    withColumns = false;
    return JSON.stringify(table);
  };
}

function pickVersion({ metadata: { resourceVersion } }: KubeObject) {
  return { resourceVersion };
}
