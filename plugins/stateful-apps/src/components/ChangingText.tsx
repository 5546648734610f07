import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { LiteralText } from './LiteralText';

const useStyles = makeStyles(
  theme => ({
    '@keyframes changed': {
      from: { backgroundColor: theme.palette.action.selected },
      to: { backgroundColor: 'transparent' },
    },
    changed: {
      borderRadius: 2,
      animation: '$changed 1.5s ease-out',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  }),
  { name: 'StatefulAppsChangingText' },
);

/** Text that is tinted for a moment when it changes, not when it first appears. */
export function ChangingText(props: { text: string; literal?: boolean }) {
  const classes = useStyles();
  const [shown, setShown] = useState({ text: props.text, changes: 0 });
  if (shown.text !== props.text) {
    setShown({ text: props.text, changes: shown.changes + 1 });
  }
  return (
    <span
      key={shown.changes}
      className={shown.changes > 0 ? classes.changed : undefined}
    >
      {props.literal ? <LiteralText text={props.text} /> : props.text}
    </span>
  );
}
