import { Clock } from './Clock';

/** The present instant of a clock, as the API writes instants (ISO 8601). */
export function isoTime(clock: Pick<Clock, 'now'>): string {
  return new Date(clock.now()).toISOString();
}
