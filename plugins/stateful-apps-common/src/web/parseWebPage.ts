import { WebProbe } from '../model';
import { bodyText, readProxyFailure } from '../proxy';
import { asText } from '../raw';
import { readTitle } from './readTitle';

const ENDPOINT = 'GET /';

/** What a web server answered. @public */
export interface WebAnswer {
  /** HTTP status. */
  status: number;
  contentType?: string;
  body: Uint8Array | string;
  /** SHA-256 of the body, hexadecimal: computed by the caller, for it differs between platforms. */
  sha256?: string;
}

/** The part of a {@link WebProbe} that an answer fills. @public */
export type WebAnswerFacts = Omit<WebProbe, 'kind' | 'podUid' | 'at'>;

/**
 * Reads what a web server answered on `/`. A status such as 404 is an answer;
 * one that the Kubernetes API server gave in its place is an error. Does not
 * throw; the body is not kept.
 *
 * @public
 */
export function parseWebPage(answer: WebAnswer): WebAnswerFacts {
  const text = bodyText(answer.body);
  const error = readProxyFailure(ENDPOINT, answer.status, text);
  if (error) return { errors: [error] };
  const facts: WebAnswerFacts = {
    status: answer.status,
    bytes:
      typeof answer.body === 'string'
        ? new TextEncoder().encode(answer.body).length
        : answer.body.length,
    errors: [],
  };
  const title = readTitle(text);
  if (title) facts.title = title;
  const contentType = asText(answer.contentType, 120);
  if (contentType) facts.contentType = contentType;
  if (answer.sha256) facts.sha256 = answer.sha256;
  return facts;
}
