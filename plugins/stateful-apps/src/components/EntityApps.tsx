import { Link } from '@backstage/core-components';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { hasKubernetesTab } from '../hasKubernetesTab';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  AppListView,
  parseAppId,
} from '@stateful-apps/backstage-plugin-common';
import { useText } from '../hooks/useText';
import { AppAccordion } from './AppAccordion';
import { AppBoard } from './AppBoard';
import { useEntityLink } from './useEntityLink';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'baseline',
      fontFamily: theme.typography.fontFamily,
      marginBottom: theme.spacing(1),
    },
    link: { marginLeft: 'auto' },
    heading: { fontSize: '1rem', fontWeight: 600 },
  }),
  { name: 'StatefulAppsEntityApps' },
);

/** The apps of an entity: one board, or a list with the worst unfolded. */
export function EntityApps(props: { entity: Entity; list: AppListView }) {
  const { entity, list } = props;
  const classes = useStyles();
  const t = useText();
  const entityLink = useEntityLink();
  const { items } = list;
  return (
    <>
      <div className={classes.bar}>
        {items.length > 1 && (
          <Typography component="h2" className={classes.heading}>
            {t('apps.heading', { count: items.length })}
          </Typography>
        )}
        {hasKubernetesTab(entity) && (
          <Link
            className={classes.link}
            to={entityLink(stringifyEntityRef(entity), '/kubernetes')}
          >
            {t('board.kubernetesTab')}
          </Link>
        )}
      </div>
      {items.length === 1 ? (
        <AppBoard app={parseAppId(items[0].id)} />
      ) : (
        items.map((summary, index) => (
          <AppAccordion
            key={summary.id}
            summary={summary}
            isFirst={index === 0}
          />
        ))
      )}
    </>
  );
}
