import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { PodLogs } from '@backstage/plugin-kubernetes-react';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { IdentityModel } from '../../viewModel/boardModel';

const useStyles = makeStyles(
  theme => ({
    choice: {
      display: 'flex',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'StatefulAppsIdentityLogs' },
);

/** The logs of one of a pod's containers, of the running one or of the one before its last restart. */
export function IdentityLogs(props: { app: AppRef; identity: IdentityModel }) {
  const { app, identity } = props;
  const classes = useStyles();
  const t = useText();
  const [chosen, setChosen] = useState<string>();
  const [previous, setPrevious] = useState(false);
  const containerName =
    identity.containers.find(name => name === chosen) ?? identity.containers[0];
  return (
    <>
      <div className={classes.choice}>
        <TextField
          select
          label={t('board.inspect.container')}
          id="stateful-apps-container"
          value={containerName}
          onChange={event => setChosen(event.target.value)}
        >
          {identity.containers.map(name => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          label={t('board.inspect.previous')}
          control={
            <Switch
              checked={previous}
              onChange={event => setPrevious(event.target.checked)}
            />
          }
        />
      </div>
      <PodLogs
        key={`${containerName}/${previous}`}
        previous={previous}
        containerScope={{
          podName: identity.name,
          podNamespace: app.namespace,
          cluster: { name: app.cluster },
          containerName,
        }}
      />
    </>
  );
}
