import { CodeSnippet } from '@backstage/core-components';
import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { ANNOTATION_STATEFULSET } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../../hooks/useText';
import { StateMessage } from './StateMessage';

/** The entity names no StatefulSet: the line to add. */
export function NotAnnotated(props: { entity: Entity }) {
  const t = useText();
  const { name, namespace = 'default' } = props.entity.metadata;
  const yaml = [
    'metadata:',
    '  annotations:',
    `    ${ANNOTATION_STATEFULSET}: [cluster/]${namespace}/${name}`,
  ].join('\n');
  return (
    <StateMessage
      tone="unknown"
      title={t('notAnnotated.title', { entity: name })}
    >
      <Typography paragraph>{t('notAnnotated.description')}</Typography>
      <CodeSnippet language="yaml" text={yaml} showCopyCodeButton />
    </StateMessage>
  );
}
