import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  kubernetesApiRef,
  ManifestYaml,
} from '@backstage/plugin-kubernetes-react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import useAsync from 'react-use/esm/useAsync';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  {
    // A region that scrolls by itself could not be scrolled by keyboard.
    manifest: {
      '& pre': {
        whiteSpace: 'pre-wrap !important',
        overflowWrap: 'anywhere',
        overflowX: 'visible !important',
      },
      '& pre code': { whiteSpace: 'inherit !important' },
      // The highlighter's own colours have too little contrast.
      '& pre code span': { color: 'inherit !important' },
    },
  },
  { name: 'StatefulAppsIdentityYaml' },
);

/** The manifest of a pod, read when it is opened. */
export function IdentityYaml(props: { app: AppRef; podName: string }) {
  const { cluster, namespace } = props.app;
  const { podName } = props;
  const classes = useStyles();
  const t = useText();
  const kubernetesApi = useApi(kubernetesApiRef);
  const { value, error } = useAsync(async () => {
    const response = await kubernetesApi.proxy({
      clusterName: cluster,
      path: `/api/v1/namespaces/${namespace}/pods/${podName}`,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return (await response.json()) as object;
  }, [kubernetesApi, cluster, namespace, podName]);

  if (error) {
    return (
      <Alert severity="error">
        {t('board.inspect.failed', {
          kind: 'Pod',
          name: `${namespace}/${podName}`,
          cluster,
          message: error.message,
        })}
      </Alert>
    );
  }
  if (!value) return <Progress />;
  return (
    <div className={classes.manifest}>
      <ManifestYaml object={value} />
    </div>
  );
}
