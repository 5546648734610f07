import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { ClusterStatusView } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../../hooks/useText';
import { noticesModel } from '../../viewModel/noticesModel';
import { visibleText } from '../../viewModel/visibleText';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(1) },
    list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'StatefulAppsClusterProblems' },
);

/** What keeps the list from being whole, cluster by cluster. */
export function ClusterProblems(props: {
  clusters: ClusterStatusView[];
  problems: string[] | undefined;
}) {
  const classes = useStyles();
  const t = useText();
  const troubled = props.clusters.filter(({ state }) => state !== 'live');
  return (
    <>
      {props.problems?.map(problem => (
        <Alert
          key={problem}
          severity="warning"
          variant="outlined"
          className={classes.root}
        >
          {visibleText(problem)}
        </Alert>
      ))}
      {troubled.map(cluster => {
        const { name, title, state, message, notLive } = cluster;
        const notices = noticesModel({ notLive }, t);
        return (
          <Alert
            key={name}
            severity={state === 'loading' ? 'info' : 'warning'}
            variant="outlined"
            className={classes.root}
          >
            {visibleText(
              t('fleet.clusterProblem', {
                cluster: title ?? name,
                message: message ?? t(`fleet.clusterState.${state}`),
              }),
            )}
            {notices.length > 0 && (
              <ul className={classes.list}>
                {notices.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            )}
          </Alert>
        );
      })}
    </>
  );
}
