/**
 * Something that a person has to know or to do, in one clear sentence. It is
 * printed without a stack trace.
 */
export class Problem extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'Problem';
  }
}
