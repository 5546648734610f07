import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { ReactElement } from 'react';
import { useText } from '../hooks/useText';
import { Fact } from '../viewModel/Fact';
import { formatTime } from '../viewModel/formatTime';

const useStyles = makeStyles(
  theme => ({
    tooltip: {
      maxWidth: 440,
      padding: theme.spacing(1, 1.5),
      fontSize: '0.75rem',
      fontWeight: 400,
      lineHeight: 1.5,
      color: '#ffffff',
      backgroundColor: '#262626',
      border: '1px solid #6b6b6b',
    },
    detail: { marginBottom: theme.spacing(0.75), overflowWrap: 'anywhere' },
    sources: { margin: 0, padding: 0, listStyle: 'none' },
    field: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  }),
  { name: 'StatefulAppsSource' },
);

/** Says on hover and on focus where a value was read, and when. */
export function SourceTooltip(props: {
  fact: Fact;
  /** The instant of the view, for sources without one of their own. */
  asOf: string;
  children: ReactElement;
}) {
  const { asOf } = props;
  const { detail, sources } = props.fact;
  const classes = useStyles();
  const t = useText();
  const times = new Set(sources.map(({ at = asOf }) => formatTime(at)));
  return (
    <Tooltip
      placement="bottom-start"
      enterDelay={400}
      enterNextDelay={200}
      classes={{ tooltip: classes.tooltip }}
      title={
        <>
          {detail && <div className={classes.detail}>{detail}</div>}
          <ul className={classes.sources}>
            {sources.map(({ object, field }) => (
              <li key={`${object}/${field}`}>
                {object} <span className={classes.field}>{field}</span>
              </li>
            ))}
          </ul>
          {t('board.readAt', { time: [...times].join(', ') })}
        </>
      }
    >
      {props.children}
    </Tooltip>
  );
}
