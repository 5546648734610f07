import { statefulAppsAppReadPermission } from '@stateful-apps/backstage-plugin-common';
import { Translate } from '../Translate';

/** Why something could not be loaded, and what to do next. */
export interface FailureModel {
  kind: 'not-allowed' | 'not-found' | 'failed';
  title: string;
  next: string;
  /** What the backend or the browser said. */
  details: string;
}

/** What an error of the API client means to a person. */
export function failureModel(error: Error, t: Translate): FailureModel {
  const status = statusOf(error);
  const details = saidBy(error);
  if (status === 403) {
    return {
      kind: 'not-allowed',
      title: t('notAllowed.title'),
      next: t('notAllowed.description', {
        permission: statefulAppsAppReadPermission.name,
      }),
      details,
    };
  }
  const title = t('failed.title');
  if (status === 401) {
    return { kind: 'failed', title, next: t('failed.signedOut'), details };
  }
  if (status === 404) {
    return {
      kind: 'not-found',
      title,
      next: t('failed.notInstalled'),
      details,
    };
  }
  if (status === 400) {
    return { kind: 'failed', title, next: t('failed.badRequest'), details };
  }
  const next =
    status === undefined ? t('failed.unreachable') : t('failed.serverError');
  return { kind: 'failed', title, next, details };
}

function statusOf(error: Error): number | undefined {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** The backend's own words, which a `ResponseError` keeps in its cause. */
function saidBy(error: Error): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? cause.message : error.message;
}
