import { Translate } from '../Translate';

/** A length of time in its largest unit: `40 s`, `3 h`. Less than nothing, as clocks that differ make it, is `0 s`. */
export function formatAge(milliseconds: number, t: Translate): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return t('age.seconds', { value: String(seconds) });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('age.minutes', { value: String(minutes) });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('age.hours', { value: String(hours) });
  return t('age.days', { value: String(Math.floor(hours / 24)) });
}
