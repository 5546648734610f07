import { makeStyles } from '@material-ui/core/styles';
import {
  decodeIdentityStates,
  HealthState,
} from '@stateful-apps/backstage-plugin-common';
import { useText } from '../hooks/useText';
import { stateLook } from '../viewModel/stateLook';
import { useToneStyles } from './useToneStyles';

const SIZE = 12;

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      gap: 3,
      margin: 0,
      padding: 0,
      verticalAlign: 'middle',
    },
    square: { width: SIZE, height: SIZE, display: 'block' },
  },
  { name: 'StatefulAppsSquares' },
);

// A shape for each state, so that nobody needs to tell the colours apart.
const SHAPES: Record<HealthState, JSX.Element> = {
  healthy: (
    <rect x="1" y="1" width="10" height="10" rx="1.5" fill="currentColor" />
  ),
  healing: <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor" />,
  unknown: (
    <rect
      x="1.75"
      y="1.75"
      width="8.5"
      height="8.5"
      rx="1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.5 1.75"
    />
  ),
  'needs-person': <path d="M6 0.5 11.75 11.25H0.25Z" fill="currentColor" />,
};

/** One small shape for each identity of a row, in the order of their ordinals. */
export function Squares(props: { identities: string }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useText();
  const identities = decodeIdentityStates(props.identities);
  const label = identities
    .map(({ ordinal, state }) =>
      t('fleet.identityLabel', {
        ordinal: String(ordinal),
        state: stateLook(state, t).word.toLocaleLowerCase(),
      }),
    )
    .join(', ');
  return (
    <span role="img" aria-label={label} title={label} className={classes.root}>
      {identities.map(({ ordinal, state }) => (
        <svg
          key={ordinal}
          viewBox="0 0 12 12"
          className={`${classes.square} ${tones[stateLook(state, t).tone]}`}
          aria-hidden
        >
          {SHAPES[state]}
        </svg>
      ))}
    </span>
  );
}
