import { Link } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../hooks/useText';
import { ENTITY_TAB_PATH } from '../routes';
import { useEntityLink } from './useEntityLink';

const useStyles = makeStyles(
  theme => ({ root: { margin: theme.spacing(1, 3), textAlign: 'right' } }),
  { name: 'StatefulAppsTabLink' },
);

/** The way from the Kubernetes tab of an entity to ours. */
export function StatefulTabLink() {
  const { entity } = useEntity();
  const classes = useStyles();
  const t = useText();
  const entityLink = useEntityLink();
  return (
    <div className={classes.root}>
      <Link to={entityLink(stringifyEntityRef(entity), ENTITY_TAB_PATH)}>
        {t('board.statefulTab')}
      </Link>
    </div>
  );
}
