import { isAllowed } from '../../machinery/access/isAllowed';
import { apiErrors } from '../../machinery/apiErrors';
import { formatTime } from '../../machinery/formatTime';
import { isPlainObject } from '../../machinery/patch/isPlainObject';
import { readObject } from '../readObject';
import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';

/** Answers what the asking user may do, and who that is. @public */
export async function accessReviews(context: ResourceContext): Promise<void> {
  const { definition, user, services } = context;
  const body = await readObject(context.request, definition.kind);
  const spec = isPlainObject(body) && isPlainObject(body.spec) ? body.spec : {};
  const answer = {
    kind: definition.kind,
    apiVersion: `${definition.group}/${definition.version}`,
    metadata: {},
  };
  switch (definition.name) {
    case 'selfsubjectaccessreviews':
      await respond.value(context, 201, {
        ...answer,
        spec,
        status: { allowed: isAllowed(user.rules, requestOf(spec)) },
      });
      break;
    case 'selfsubjectrulesreviews':
      await respond.value(context, 201, {
        ...answer,
        spec: {},
        status: rulesIn(context, String(spec.namespace ?? '')),
      });
      break;
    default:
      await respond.value(context, 201, {
        ...answer,
        metadata: { creationTimestamp: formatTime(services.clock.now()) },
        status: {
          userInfo: { username: user.user, groups: user.groups },
        },
      });
  }
}

function requestOf(spec: Record<string, unknown>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const { resourceAttributes: asked, nonResourceAttributes: path } = spec;
  if (isPlainObject(path)) {
    return { verb: text(path.verb), path: text(path.path) };
  }
  if (!isPlainObject(asked)) {
    throw apiErrors.badRequest(
      'exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  const { resource, subresource } = asked;
  return {
    verb: text(asked.verb),
    group: text(asked.group),
    resource: subresource
      ? `${text(resource)}/${text(subresource)}`
      : text(resource),
    namespace: text(asked.namespace) || undefined,
    name: text(asked.name) || undefined,
  };
}

function rulesIn({ user }: ResourceContext, namespace: string) {
  const here = user.rules.filter(
    ({ namespaces }) => !namespaces || namespaces.includes(namespace),
  );
  return {
    resourceRules: here
      .filter(({ resources }) => resources)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        resourceNames,
      })),
    nonResourceRules: here
      .filter(({ nonResourceURLs }) => nonResourceURLs)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
}
