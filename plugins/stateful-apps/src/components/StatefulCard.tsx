import { Link } from '@backstage/core-components';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEntityApps } from '../hooks/useEntityApps';
import { useText } from '../hooks/useText';
import { ENTITY_TAB_PATH } from '../routes';
import { failureModel } from '../viewModel/failureModel';
import { AppLine } from './AppLine';
import { LiveAppLine } from './LiveAppLine';
import { useEntityLink } from './useEntityLink';

/** Each live line holds a connection, of which a browser has six per host without HTTP/2. */
const MOST_LIVE_LINES = 2;

/** The apps of an entity on its overview page, one line each. */
export function StatefulCard() {
  const { entity } = useEntity();
  const t = useText();
  const entityLink = useEntityLink();
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={
        <Link to={entityLink(stringifyEntityRef(entity), ENTITY_TAB_PATH)}>
          {t('card.openTab')}
        </Link>
      }
    >
      <CardBody entity={entity} />
    </EntityInfoCard>
  );
}

function CardBody(props: { entity: Entity }) {
  const state = useEntityApps(props.entity);
  const t = useText();
  if (state.status === 'failed') {
    const { title, next } = failureModel(state.error, t);
    return (
      <Typography variant="body2" role="alert">
        {title}. {next}
      </Typography>
    );
  }
  if (state.status === 'connecting' || !state.data) {
    return <Skeleton height={48} />;
  }
  const { items } = state.data;
  if (items.length === 0) {
    const title = t('notFound.title', { entity: props.entity.metadata.name });
    return <Typography variant="body2">{title}</Typography>;
  }
  return (
    <>
      {items.map((summary, index) => {
        const Line = index < MOST_LIVE_LINES ? LiveAppLine : AppLine;
        return <Line key={summary.id} summary={summary} />;
      })}
    </>
  );
}
