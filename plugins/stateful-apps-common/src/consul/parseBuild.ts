import { asText } from '../raw';

/** Gossip carries `version:revision`; only the version is of use. @internal */
export function parseBuild(value: unknown): string | undefined {
  return asText(value, 256)?.split(':')[0] || undefined;
}
