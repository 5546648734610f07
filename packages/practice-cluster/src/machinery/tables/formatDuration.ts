const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/**
 * A duration as `kubectl get` shows ages: two units at most, fewer as it
 * grows.
 *
 * @public
 */
export function formatDuration(milliseconds: number): string {
  const whole = Math.floor(milliseconds / SECOND);
  if (whole < -1) return '<invalid>';
  if (whole < 0) return '0s';
  if (whole < 120) return `${whole}s`;
  if (milliseconds < 10 * MINUTE) {
    return twoUnits(milliseconds, MINUTE, 'm', SECOND, 's');
  }
  if (milliseconds < 3 * HOUR) return `${Math.floor(milliseconds / MINUTE)}m`;
  if (milliseconds < 8 * HOUR) {
    return twoUnits(milliseconds, HOUR, 'h', MINUTE, 'm');
  }
  if (milliseconds < 2 * DAY) return `${Math.floor(milliseconds / HOUR)}h`;
  if (milliseconds < 8 * DAY) {
    return twoUnits(milliseconds, DAY, 'd', HOUR, 'h');
  }
  if (milliseconds < 2 * YEAR) return `${Math.floor(milliseconds / DAY)}d`;
  if (milliseconds < 8 * YEAR) {
    return twoUnits(milliseconds, YEAR, 'y', DAY, 'd');
  }
  return `${Math.floor(milliseconds / YEAR)}y`;
}

function twoUnits(
  milliseconds: number,
  large: number,
  largeName: string,
  small: number,
  smallName: string,
): string {
  const rest = Math.floor((milliseconds % large) / small);
  const first = `${Math.floor(milliseconds / large)}${largeName}`;
  return rest === 0 ? first : `${first}${rest}${smallName}`;
}
