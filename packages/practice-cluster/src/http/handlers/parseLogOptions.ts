import { apiErrors } from '../../machinery/apiErrors';
import { FieldError } from '../../machinery/validation/FieldError';
import { invalid } from '../../machinery/validation/invalid';
import { queryParameters } from './queryParameters';

/** @public */
export interface LogOptions {
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  tailLines?: number;
  limitBytes?: number;
  /** Milliseconds since the epoch; older lines are left out. */
  since?: number;
}

/** Query of `pods/log`. Throws 400 and 422 in the API's words. @public */
export function parseLogOptions(
  pod: string,
  query: URLSearchParams,
  now: number,
): LogOptions {
  const sinceSeconds = queryParameters.integer(query, 'sinceSeconds');
  const sinceTime = query.get('sinceTime') || undefined;
  const tailLines = queryParameters.integer(query, 'tailLines');
  const limitBytes = queryParameters.integer(query, 'limitBytes');
  const errors: FieldError[] = [];
  for (const [field, value, least, words] of [
    ['tailLines', tailLines, 0, 'must be greater than or equal to 0'],
    ['limitBytes', limitBytes, 1, 'must be greater than 0'],
    ['sinceSeconds', sinceSeconds, 1, 'must be greater than 0'],
  ] as const) {
    if (value !== undefined && value < least) {
      errors.push(FieldError.invalid(field, value, words));
    }
  }
  if (sinceSeconds !== undefined && sinceTime !== undefined) {
    errors.push(
      FieldError.forbidden(
        '[]',
        'at most one of `sinceTime` or `sinceSeconds` may be specified',
      ),
    );
  }
  if (sinceTime !== undefined && Number.isNaN(Date.parse(sinceTime))) {
    throw apiErrors.badRequest(
      `parsing time ${JSON.stringify(sinceTime)} as RFC 3339 failed`,
    );
  }
  if (errors.length > 0) {
    throw invalid({ group: '', kind: 'PodLogOptions' }, pod, errors);
  }
  return {
    follow: queryParameters.flag(query, 'follow'),
    previous: queryParameters.flag(query, 'previous'),
    timestamps: queryParameters.flag(query, 'timestamps'),
    tailLines,
    limitBytes,
    since: sinceTime
      ? Date.parse(sinceTime)
      : sinceSeconds && now - sinceSeconds * 1000,
  };
}
