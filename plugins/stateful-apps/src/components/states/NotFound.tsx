import { CodeSnippet, Link } from '@backstage/core-components';
import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import {
  AppListView,
  statefulAppsAppReadPermission,
} from '@stateful-apps/backstage-plugin-common';
import { useText } from '../../hooks/useText';
import { entityAnnotations } from '../../viewModel/entityAnnotations';
import { visibleText } from '../../viewModel/visibleText';
import { useFleetLink } from '../useFleetLink';
import { StateMessage } from './StateMessage';

/** The entity is annotated, but nothing was found: what was looked for, and where. */
export function NotFound(props: { entity: Entity; list: AppListView }) {
  const { entity, list } = props;
  const t = useText();
  const fleetLink = useFleetLink();
  const clusters = list.clusters.map(
    ({ name, state, message }) =>
      `${name} (${t(`fleet.clusterState.${state}`)}${
        message ? `: ${message}` : ''
      })`,
  );
  return (
    <StateMessage
      tone="warn"
      title={t('notFound.title', { entity: entity.metadata.name })}
    >
      <Typography paragraph>
        {t('notFound.description', {
          permission: statefulAppsAppReadPermission.name,
        })}
      </Typography>
      {list.problems && (
        <>
          <Typography component="h3" variant="subtitle2">
            {t('notFound.problems')}
          </Typography>
          <ul>
            {list.problems.map(problem => (
              <li key={problem}>{visibleText(problem)}</li>
            ))}
          </ul>
        </>
      )}
      <Typography component="h3" variant="subtitle2">
        {t('notFound.annotations')}
      </Typography>
      <CodeSnippet
        language="yaml"
        text={entityAnnotations(entity)
          .map(([name, value]) => `${name}: ${visibleText(value)}`)
          .join('\n')}
      />
      <Typography component="h3" variant="subtitle2">
        {t('notFound.clusters')}
      </Typography>
      <Typography paragraph>
        {clusters.length
          ? visibleText(clusters.join(', '))
          : t('notFound.noClusters')}
      </Typography>
      {fleetLink && <Link to={fleetLink}>{t('notFound.fleet')}</Link>}
    </StateMessage>
  );
}
