import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { useText } from '../../hooks/useText';
import { ENTITY_TAB_PATH } from '../../routes';
import { FleetRow } from '../../viewModel/fleetRows';
import { Age } from '../Age';
import { CopyButton } from '../CopyButton';
import { ChangingText } from '../ChangingText';
import { Squares } from '../Squares';
import { ToneIcon } from '../ToneIcon';
import { useEntityLink } from '../useEntityLink';
import { toneColor, useToneStyles } from '../useToneStyles';

const useStyles = makeStyles(
  theme => ({
    name: { fontWeight: 600 },
    state: { display: 'flex', alignItems: 'center', gap: 4, fontWeight: 600 },
    icon: { fontSize: '1.125rem', flex: 'none' },
    sentence: {
      fontSize: '0.8125rem',
      color: toneColor('quiet', theme),
      display: '-webkit-box',
      '-webkit-box-orient': 'vertical',
      '-webkit-line-clamp': 3,
      overflow: 'hidden',
    },
    none: { color: toneColor('quiet', theme) },
  }),
  { name: 'StatefulAppsFleetRow' },
);

/** One app of the fleet. */
export function FleetTableRow(props: { row: FleetRow }) {
  const { row } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useText();
  const entityLink = useEntityLink();
  const [entityRef] = row.entityRefs;
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {entityRef ? (
          <Link to={entityLink(entityRef, ENTITY_TAB_PATH)}>{row.name}</Link>
        ) : (
          row.name
        )}
      </th>
      <td>{row.cluster}</td>
      <td>{row.namespace}</td>
      <td>{row.kind}</td>
      <td>
        <div className={classNames(classes.state, tones[row.tone])}>
          <ToneIcon tone={row.tone} className={classes.icon} />
          <ChangingText text={row.word} />
        </div>
        <div className={classes.sentence} title={row.sentence}>
          <ChangingText text={row.sentence} />
        </div>
      </td>
      <td>
        <Squares identities={row.identities} />
      </td>
      <td>
        <ChangingText text={row.canLose} />
      </td>
      <td>{row.storage}</td>
      <td>
        {row.entityRefs.map(ref => (
          <div key={ref}>
            <EntityRefLink entityRef={ref} hideIcon />
          </div>
        ))}
        {row.claimLine && (
          <div className={classes.none}>
            {t('fleet.noEntity')}{' '}
            <CopyButton
              text={row.claimLine}
              label={t('fleet.claimLine', { app: row.name })}
            />
          </div>
        )}
      </td>
      <td>
        {row.changedAt ? (
          <Age instant={row.changedAt} />
        ) : (
          t('fleet.notChanged')
        )}
      </td>
    </tr>
  );
}
