import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  kubernetesApiRef,
  ManifestYaml,
} from '@backstage/plugin-kubernetes-react';
import Alert from '@material-ui/lab/Alert';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import useAsync from 'react-use/esm/useAsync';
import { useText } from '../../hooks/useText';

/** The manifest of a pod, read when it is opened. */
export function IdentityYaml(props: { app: AppRef; podName: string }) {
  const { cluster, namespace } = props.app;
  const { podName } = props;
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
  return value ? <ManifestYaml object={value} /> : <Progress />;
}
