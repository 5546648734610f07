import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { ReactElement } from 'react';
import { Fact } from '../viewModel/Fact';
import { formatTime } from '../viewModel/formatTime';

const useStyles = makeStyles(
  {
    tooltip: {
      maxWidth: 440,
      fontSize: '0.75rem',
      fontWeight: 400,
      padding: 12,
    },
    detail: { marginBottom: 8 },
    sources: { margin: 0, padding: 0, listStyle: 'none' },
    field: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  },
  { name: 'StatefulAppsSource' },
);

/** Says on hover and on focus where a value was read. */
export function SourceTooltip(props: {
  fact: Fact;
  /** The instant of the view, for sources without one of their own. */
  asOf: string;
  children: ReactElement;
}) {
  const classes = useStyles();
  const { detail, sources } = props.fact;
  return (
    <Tooltip
      enterDelay={400}
      classes={{ tooltip: classes.tooltip }}
      title={
        <>
          {detail && <div className={classes.detail}>{detail}</div>}
          <ul className={classes.sources}>
            {sources.map(({ object, field, at }) => (
              <li key={`${object}/${field}`}>
                {object}
                <br />
                <span className={classes.field}>{field}</span>
                <br />
                {formatTime(at ?? props.asOf)}
              </li>
            ))}
          </ul>
        </>
      }
    >
      {props.children}
    </Tooltip>
  );
}
