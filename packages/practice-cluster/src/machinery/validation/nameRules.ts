const RFC_1123_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const RFC_1123_SUBDOMAIN = `${RFC_1123_LABEL}(\\.${RFC_1123_LABEL})*`;
const DNS_1035_LABEL = '[a-z]([-a-z0-9]*[a-z0-9])?';

interface NameRule {
  pattern: RegExp;
  maxLength: number;
  words: string;
}

function rule(source: string, maxLength: number, words: string): NameRule {
  return {
    pattern: new RegExp(`^${source}$`),
    maxLength,
    words: `${words}, regex used for validation is '${source}')`,
  };
}

const LABEL = rule(
  RFC_1123_LABEL,
  63,
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc'",
);
const SUBDOMAIN = rule(
  RFC_1123_SUBDOMAIN,
  253,
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com'",
);
const SERVICE = rule(
  DNS_1035_LABEL,
  63,
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123'",
);
const PATH_SEGMENT: NameRule = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  maxLength: 253,
  words: "may not be '.' or '..' or contain '/' or '%'",
};

const RULES = new Map<string, NameRule>([
  ['namespaces', LABEL],
  ['statefulsets', LABEL],
  ['services', SERVICE],
  ['roles', PATH_SEGMENT],
  ['rolebindings', PATH_SEGMENT],
  ['clusterroles', PATH_SEGMENT],
  ['clusterrolebindings', PATH_SEGMENT],
]);

/**
 * What is wrong with a name for an object of this resource, or `undefined`.
 *
 * @public
 */
export function nameProblem(
  resource: string,
  name: string,
): string | undefined {
  const { pattern, maxLength, words } = RULES.get(resource) ?? SUBDOMAIN;
  if (!pattern.test(name)) return words;
  return name.length > maxLength
    ? `must be no more than ${maxLength} characters`
    : undefined;
}

/** What is wrong with a DNS-1123 label, such as a container's name. @public */
export function labelProblem(name: string): string | undefined {
  return LABEL.pattern.test(name) && name.length <= LABEL.maxLength
    ? undefined
    : LABEL.words;
}
