import { Check, evidence } from '../checks';
import { IdentityCase } from './IdentityCase';

/** What a web server serves. @internal */
export const checkPage: Check<IdentityCase> = ({ slot, view }) => {
  const { page } = view;
  if (!page) return undefined;
  if (page.status === undefined) {
    return {
      state: 'unknown',
      reason: 'PageUnknown',
      sentence: `Not known what it serves: ${
        page.error ?? 'it gave no answer.'
      }`,
      evidence: [
        evidence(`Pod/${slot.name}`, 'GET /', 'no answer', page.probedAt),
      ],
    };
  }
  if (page.status < 400) return undefined;
  return {
    state: 'needs-person',
    reason: 'PageFails',
    sentence: `It answers / with status ${page.status}.`,
    evidence: [
      evidence(`Pod/${slot.name}`, 'GET /', page.status, page.probedAt),
    ],
  };
};
