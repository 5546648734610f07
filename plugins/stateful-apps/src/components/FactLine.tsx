import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { memo } from 'react';
import { Fact } from '../viewModel/Fact';
import { Age } from './Age';
import { ChangingText } from './ChangingText';
import { Gauge } from './Gauge';
import { SourceTooltip } from './SourceTooltip';
import { ToneIcon } from './ToneIcon';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 6,
      borderRadius: 2,
      fontSize: '0.875rem',
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    quiet: { fontSize: '0.8125rem' },
    literal: { fontFamily: 'monospace', fontSize: '0.8125rem' },
    icon: { fontSize: '1rem', flex: 'none', marginTop: 2 },
    since: { whiteSpace: 'nowrap' },
  }),
  { name: 'StatefulAppsFact' },
);

/** One value, with its sign, its age and where it was read. */
export const FactLine = memo((props: { fact: Fact; asOf: string }) => {
  const { fact, asOf } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <SourceTooltip fact={fact} asOf={asOf}>
      <div
        data-fact
        tabIndex={-1}
        className={classNames(classes.line, tones[fact.tone], {
          [classes.quiet]: fact.tone === 'quiet',
          [classes.literal]: fact.literal,
        })}
      >
        <ToneIcon tone={fact.tone} className={classes.icon} />
        <span>
          <ChangingText text={fact.text} literal={fact.literal} />
          {fact.since && (
            <span className={classes.since}>
              {' · '}
              <Age instant={fact.since} />
            </span>
          )}
          {fact.gauge && <Gauge {...fact.gauge} />}
        </span>
      </div>
    </SourceTooltip>
  );
});

FactLine.displayName = 'FactLine';
