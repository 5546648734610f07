import { apiErrors } from '../../machinery/apiErrors';

/** A dry run must never write; this server has none. @public */
export function refuseDryRun(dryRun: unknown): void {
  if (dryRun === undefined || dryRun === null || String(dryRun) === '') return;
  throw apiErrors.badRequest(
    'dry run is not supported by the practice cluster; kubectl can do one of its own with --dry-run=client',
  );
}
