import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useApiHolder } from '@backstage/core-plugin-api';
import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import Alert from '@material-ui/lab/Alert';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../../hooks/useText';
import { IdentityModel } from '../../viewModel/boardModel';
import { Inspection } from '../InspectButtons';
import { IdentityEvents } from './IdentityEvents';
import { IdentityLogs } from './IdentityLogs';
import { IdentityYaml } from './IdentityYaml';

const useStyles = makeStyles(
  theme => ({
    paper: { width: 'min(860px, 92vw)', padding: theme.spacing(2.5) },
    head: { display: 'flex', justifyContent: 'space-between' },
    tabs: { flex: 'none', marginBottom: theme.spacing(2) },
  }),
  { name: 'StatefulAppsInspector' },
);

/** The YAML, the events and the logs of an identity's pod, as the Kubernetes plugin shows them. */
export function Inspector(props: {
  app: AppRef;
  identity: IdentityModel;
  inspection: Inspection;
  onChange: (inspection: Inspection) => void;
  onClose: () => void;
}) {
  const { app, identity, inspection, onChange, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const isInstalled = useApiHolder().get(kubernetesApiRef) !== undefined;
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-label': identity.name }}
    >
      <div className={classes.head}>
        <div>
          <Typography variant="h5" component="h2">
            {identity.name}
          </Typography>
          <Typography variant="body2">
            {t('board.subtitle', { ...app, name: identity.name })}
          </Typography>
        </div>
        <IconButton aria-label={t('board.inspect.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      <Tabs
        className={classes.tabs}
        value={inspection}
        onChange={(_event, value) => onChange(value)}
        indicatorColor="primary"
      >
        <Tab
          value="yaml"
          label={t('board.inspect.yaml')}
          disabled={!identity.hasPod}
        />
        <Tab value="events" label={t('board.inspect.events')} />
        <Tab
          value="logs"
          label={t('board.inspect.logs')}
          disabled={!identity.hasPod}
        />
      </Tabs>
      {isInstalled ? (
        <Inspected app={app} identity={identity} inspection={inspection} />
      ) : (
        <Alert severity="info">{t('board.inspect.notInstalled')}</Alert>
      )}
    </Drawer>
  );
}

function Inspected(props: {
  app: AppRef;
  identity: IdentityModel;
  inspection: Inspection;
}) {
  const { app, identity, inspection } = props;
  switch (inspection) {
    case 'yaml':
      return <IdentityYaml app={app} podName={identity.name} />;
    case 'logs':
      return <IdentityLogs app={app} identity={identity} />;
    default:
      return <IdentityEvents app={app} identity={identity} />;
  }
}
