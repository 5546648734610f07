import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../hooks/useText';
import { IdentityModel } from '../viewModel/boardModel';

const useStyles = makeStyles(
  {
    root: { display: 'flex', flexWrap: 'wrap', marginLeft: -6 },
    button: {
      minWidth: 0,
      padding: '1px 6px',
      textTransform: 'none',
      fontWeight: 400,
      fontSize: '0.8125rem',
    },
  },
  { name: 'StatefulAppsInspectButtons' },
);

/** What can be looked at of one identity. */
export type Inspection = 'yaml' | 'events' | 'logs';

const INSPECTIONS: Inspection[] = ['yaml', 'events', 'logs'];

/** Opens the YAML, the events or the logs of an identity's pod. */
export function InspectButtons(props: {
  identity: IdentityModel;
  onInspect: (identity: IdentityModel, inspection: Inspection) => void;
}) {
  const { identity, onInspect } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root}>
      {INSPECTIONS.map(inspection => {
        const what = t(`board.inspect.${inspection}`);
        return (
          <Button
            key={inspection}
            size="small"
            color="primary"
            className={classes.button}
            disabled={!identity.hasPod && inspection !== 'events'}
            aria-label={t('board.inspect.open', { what, pod: identity.name })}
            onClick={() => onInspect(identity, inspection)}
          >
            {what}
          </Button>
        );
      })}
    </div>
  );
}
