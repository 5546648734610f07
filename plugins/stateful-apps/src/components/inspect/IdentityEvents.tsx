import { Events } from '@backstage/plugin-kubernetes-react';
import Typography from '@material-ui/core/Typography';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../../hooks/useText';
import { IdentityModel } from '../../viewModel/boardModel';

/** The events of an identity's pod, also of one that is gone. */
export function IdentityEvents(props: {
  app: AppRef;
  identity: IdentityModel;
}) {
  const { app, identity } = props;
  const t = useText();
  return (
    <>
      {!identity.hasPod && (
        <Typography variant="body2" paragraph>
          {t('board.inspect.noPod', { pod: identity.name })}
        </Typography>
      )}
      <Events
        involvedObjectName={identity.name}
        namespace={app.namespace}
        clusterName={app.cluster}
      />
    </>
  );
}
