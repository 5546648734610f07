import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';
import { readDeleteOptions } from './readDeleteOptions';
import { sendObject } from './sendObject';

/** Resources whose deletion is answered with the object; others with a Status. */
const ANSWERED_WITH_OBJECT = [
  'persistentvolumeclaims',
  'persistentvolumes',
  'pods',
  'serviceaccounts',
  'services',
];

/** `DELETE` of one object. @public */
export async function deleteObject(context: ResourceContext): Promise<void> {
  const { definition, target, services } = context;
  const options = await readDeleteOptions(context);
  const name = target.name!;
  const deleted = services.store.delete(
    definition.name,
    target.namespace,
    name,
    options,
  );
  const stays =
    services.store.get(definition.name, target.namespace, name)?.metadata
      .uid === deleted.metadata.uid;
  if (stays || ANSWERED_WITH_OBJECT.includes(definition.name)) {
    await sendObject(context, 200, deleted);
    return;
  }
  await respond.value(context, 200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(definition.group ? { group: definition.group } : {}),
      kind: definition.name,
      uid: deleted.metadata.uid,
    },
  });
}
