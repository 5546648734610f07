import { Fact, FactSource } from './Fact';
import { visibleText } from './visibleText';

/** A plain fact; `more` changes what is special about it. */
export function createFact(
  key: string,
  text: string,
  source: FactSource | FactSource[],
  more: Partial<Fact> = {},
): Fact {
  return {
    tone: 'plain',
    ...more,
    key,
    text: visibleText(text),
    detail: more.detail === undefined ? undefined : visibleText(more.detail),
    sources: Array.isArray(source) ? source : [source],
  };
}
