import { apiErrors } from '../../machinery/apiErrors';
import { TableOptions } from '../../machinery/tables/renderTable';
import { ResourceContext } from '../RequestContext';

/** How a client wants its Table: the parameter `includeObject`. @public */
export function tableOptions(context: ResourceContext): TableOptions {
  const includeObject =
    context.url.searchParams.get('includeObject') || 'Metadata';
  if (
    includeObject !== 'Metadata' &&
    includeObject !== 'Object' &&
    includeObject !== 'None'
  ) {
    throw apiErrors.badRequest(
      `unrecognized includeObject value: ${JSON.stringify(includeObject)}`,
    );
  }
  return {
    now: context.services.clock.now(),
    includeObject,
    withColumns: true,
  };
}
