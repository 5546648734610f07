import { ServiceFacts } from '../../model';
import { asInteger, asList, asName, asRecord } from '../../raw';
import { projectLabels } from './projectLabels';
import { projectMeta } from './projectMeta';

function projectPorts(value: unknown): ServiceFacts['ports'] {
  const ports: ServiceFacts['ports'] = [];
  for (const item of asList(value, 64)) {
    const entry = asRecord(item);
    const port = asInteger(entry?.port);
    if (port === undefined) continue;
    const name = asName(entry?.name, 63);
    const target =
      asInteger(entry?.targetPort)?.toString() ?? asName(entry?.targetPort, 63);
    ports.push({
      ...(name && { name }),
      port,
      ...(target && { targetPort: target }),
    });
  }
  return ports;
}

/** Projects a Service. @internal */
export function projectService(raw: unknown): ServiceFacts | undefined {
  const meta = projectMeta(raw, true);
  if (!meta) return undefined;
  const spec = asRecord(meta.object.spec);
  return {
    ...meta.facts,
    headless: spec?.clusterIP === 'None',
    selector: projectLabels(spec?.selector),
    publishNotReadyAddresses: spec?.publishNotReadyAddresses === true,
    ports: projectPorts(spec?.ports),
  };
}
