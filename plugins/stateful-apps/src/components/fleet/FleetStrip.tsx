import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  HEALTH_STATES,
  HealthState,
} from '@stateful-apps/backstage-plugin-common';
import classNames from 'classnames';
import { useText } from '../../hooks/useText';
import { stateLook } from '../../viewModel/stateLook';
import { ToneIcon } from '../ToneIcon';
import { toneColor, useToneStyles } from '../useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    state: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      padding: theme.spacing(0.75, 1.5),
      borderRadius: theme.shape.borderRadius,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.paper,
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.875rem',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    chosen: {
      borderColor: 'currentColor',
      boxShadow: 'inset 0 0 0 1px currentColor',
    },
    icon: { fontSize: '1.125rem' },
    count: { fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
    none: { color: toneColor('quiet', theme) },
  }),
  { name: 'StatefulAppsFleetStrip' },
);

/** How many apps are in each state; choosing one filters by it. */
export function FleetStrip(props: {
  counts: Record<HealthState, number> | undefined;
  chosen: HealthState | undefined;
  onChoose: (state: HealthState | undefined) => void;
}) {
  const { counts, chosen, onChoose } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useText();
  if (!counts) return <Skeleton width={420} height={36} />;
  return (
    <div className={classes.root} role="group" aria-label={t('fleet.counts')}>
      {[...HEALTH_STATES].reverse().map(state => {
        const { word, tone } = stateLook(state, t);
        const isChosen = state === chosen;
        return (
          <ButtonBase
            key={state}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? undefined : state)}
            className={classNames(
              classes.state,
              counts[state] > 0 ? tones[tone] : classes.none,
              { [classes.chosen]: isChosen },
            )}
          >
            <ToneIcon tone={tone} className={classes.icon} />
            {word} <span className={classes.count}>{counts[state]}</span>
          </ButtonBase>
        );
      })}
    </div>
  );
}
