import { LabelRequirement } from '../model';

const SELECTOR_LENGTH = 2048;
const NAME = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const KEY_PATTERN = new RegExp(`^(?:[a-z0-9][-a-z0-9.]{0,252}/)?${NAME}$`);
const VALUE_PATTERN = new RegExp(`^(?:${NAME})?$`);
const SET = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUALITY = /^([^=!\s]+)\s*(==?|!=)\s*([^=!\s]*)$/;

/** Requirements, or what is wrong with the text. @public */
export type ParsedLabelSelector =
  | { requirements: LabelRequirement[]; error?: undefined }
  | { requirements?: undefined; error: string };

/** Splits at the commas that stand outside of parentheses. */
function splitRequirements(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else {
      part += character;
    }
  }
  parts.push(part.trim());
  return parts;
}

function readRequirement(part: string): LabelRequirement {
  const set = SET.exec(part);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return { key, operator: operator === 'in' ? 'In' : 'NotIn', values };
  }
  const equality = EQUALITY.exec(part);
  if (equality) {
    const [, key, operator, value] = equality;
    return {
      key,
      operator: operator === '!=' ? 'NotIn' : 'In',
      values: [value],
    };
  }
  if (part.startsWith('!')) {
    return { key: part.slice(1).trim(), operator: 'DoesNotExist', values: [] };
  }
  return { key: part, operator: 'Exists', values: [] };
}

function checkRequirement(requirement: LabelRequirement): string | undefined {
  if (!KEY_PATTERN.test(requirement.key)) {
    return `"${requirement.key.slice(0, 80)}" is no label key`;
  }
  const wrong = requirement.values.find(value => !VALUE_PATTERN.test(value));
  return wrong === undefined
    ? undefined
    : `"${wrong.slice(0, 80)}" is no label value`;
}

/**
 * Reads a label selector as `kubectl -l` takes it: `a=b`, `a==b`, `a!=b`,
 * `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas. An empty one is an
 * error: it would select everything.
 *
 * @public
 */
export function parseLabelSelector(text: string): ParsedLabelSelector {
  if (text.trim() === '') return { error: 'The label selector is empty.' };
  if (text.length > SELECTOR_LENGTH) {
    return {
      error: `The label selector is longer than ${SELECTOR_LENGTH} characters.`,
    };
  }
  const requirements: LabelRequirement[] = [];
  for (const part of splitRequirements(text)) {
    const requirement = readRequirement(part);
    const problem = checkRequirement(requirement);
    if (problem) {
      return {
        error: `The label selector cannot be read: ${problem}. Write it as for kubectl -l, for example app=consul,tier!=test.`,
      };
    }
    requirements.push(requirement);
  }
  return { requirements };
}
