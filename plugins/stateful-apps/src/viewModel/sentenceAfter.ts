import { visibleText } from './visibleText';

/** A verdict's sentence as it follows the word of its state, without saying that word twice. */
export function sentenceAfter(word: string, sentence: string): string {
  const lead = `${word}.`;
  const text = visibleText(sentence);
  return text.startsWith(lead) && text.length > lead.length
    ? text.slice(lead.length).trimStart()
    : text;
}
