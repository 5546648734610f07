import { makeStyles, Theme } from '@material-ui/core/styles';
import { Tone } from '../viewModel/Fact';

// Each at least 4.5 to 1 on the paper and on the page of its theme. The
// palette's own status colours are for dots and fills and do not reach that as text.
const LIGHT: Record<Tone, string> = {
  plain: 'inherit',
  quiet: '#5f6368',
  good: '#1b6e32',
  busy: '#0b5cad',
  unknown: '#5f6368',
  warn: '#8a5000',
  bad: '#b3261e',
};
const DARK: Record<Tone, string> = {
  plain: 'inherit',
  quiet: '#c2c2c2',
  good: '#86dba0',
  busy: '#9cc9ff',
  unknown: '#c9c9c9',
  warn: '#ffc36b',
  bad: '#ffb0a8',
};

/** The colour of a tone in a theme, readable as text. */
export function toneColor(tone: Tone, theme: Theme): string {
  return (theme.palette.type === 'dark' ? DARK : LIGHT)[tone];
}

/** A class for each tone that colours its text. */
export const useToneStyles = makeStyles(
  theme => ({
    plain: { color: theme.palette.text.primary },
    quiet: { color: toneColor('quiet', theme) },
    good: { color: toneColor('good', theme) },
    busy: { color: toneColor('busy', theme) },
    unknown: { color: toneColor('unknown', theme) },
    warn: { color: toneColor('warn', theme) },
    bad: { color: toneColor('bad', theme) },
  }),
  { name: 'StatefulAppsTone' },
);
