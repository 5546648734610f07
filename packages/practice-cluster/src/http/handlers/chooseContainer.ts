import { apiErrors } from '../../machinery/apiErrors';
import { KubeObject } from '../../types';

/** The container that is named, or the only one. Throws 400 in the API's words. @public */
export function chooseContainer(
  { metadata, spec }: KubeObject,
  name: string | null,
): string {
  const names = namesOf(spec.containers);
  const initNames = namesOf(spec.initContainers);
  if (name) {
    if ([...names, ...initNames].includes(name)) return name;
    throw apiErrors.badRequest(
      `container ${name} is not valid for pod ${metadata.name}`,
    );
  }
  if (names.length === 1) return names[0];
  const initWords =
    initNames.length > 0
      ? ` or one of the init containers: [${initNames.join(' ')}]`
      : '';
  throw apiErrors.badRequest(
    `a container name must be specified for pod ${
      metadata.name
    }, choose one of: [${names.join(' ')}]${initWords}`,
  );
}

function namesOf(containers: any[] | undefined): string[] {
  return (containers ?? []).map(({ name }) => name);
}
