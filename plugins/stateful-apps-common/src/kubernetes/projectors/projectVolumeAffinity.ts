import { asList, asName, asRecord } from '../../raw';

/**
 * Node labels that name one machine. Besides Kubernetes' own, drivers of local
 * volumes bring labels such as `topology.topolvm.io/node`.
 */
const HOST_LABEL = /^kubernetes\.io\/hostname$|\/node(?:name)?$/;
/** Likewise `topology.kubernetes.io/zone` and `topology.ebs.csi.aws.com/zone`. */
const ZONE_LABEL = /\/zone$/;

function allowedValues(term: unknown, label: RegExp): string[] | undefined {
  for (const item of asList(asRecord(term)?.matchExpressions, 32)) {
    const expression = asRecord(item);
    const key = asName(expression?.key, 317);
    if (!key || !label.test(key) || expression?.operator !== 'In') continue;
    const values: string[] = [];
    for (const value of asList(expression.values, 64)) {
      const name = asName(value, 253);
      if (name) values.push(name);
    }
    return values;
  }
  return undefined;
}

/** Terms are alternatives: a volume is restricted only if every term restricts it. */
function allowedByAll(terms: unknown[], label: RegExp): string[] | undefined {
  if (terms.length === 0) return undefined;
  const allowed = new Set<string>();
  for (const term of terms) {
    const values = allowedValues(term, label);
    if (!values) return undefined;
    for (const value of values) allowed.add(value);
  }
  return [...allowed];
}

/** Where the node affinity of a persistent volume lets it be used. @internal */
export function projectVolumeAffinity(
  spec: Record<string, unknown> | undefined,
): { nodes?: string[]; zones?: string[] } {
  const required = asRecord(asRecord(spec?.nodeAffinity)?.required);
  const terms = asList(required?.nodeSelectorTerms, 32);
  return {
    nodes: allowedByAll(terms, HOST_LABEL),
    zones: allowedByAll(terms, ZONE_LABEL),
  };
}
