import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { isMissing } from '../lib/isMissing.mjs';
import { Problem } from '../lib/Problem.mjs';
import { clusterNames } from './clusterNames.mjs';

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Problem(
      isMissing(cause)
        ? `There is no kubeconfig at ${file}.`
        : `The kubeconfig ${file} cannot be read: ${cause.message}.`,
      { cause },
    );
  }
}

/** What client-node does not take over from a kubeconfig: a user's token file, and what kubectl tells credential plugins. */
function complete(kubeConfig, source, folder) {
  for (const user of kubeConfig.getUsers()) {
    const written = source.users?.find(each => each.name === user.name)?.user;
    if (written?.tokenFile && !user.token) {
      user.authProvider = {
        name: 'tokenFile',
        config: { tokenFile: resolve(folder, written.tokenFile) },
      };
    }
    if (user.exec) {
      user.exec.env = [
        {
          name: 'KUBERNETES_EXEC_INFO',
          value: JSON.stringify({
            kind: 'ExecCredential',
            apiVersion: user.exec.apiVersion,
            spec: { interactive: false },
          }),
        },
        ...(user.exec.env ?? []),
      ];
    }
  }
}

function readContext(file, source, text, context) {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(text);
  kubeConfig.makePathsAbsolute(dirname(file));
  complete(kubeConfig, source, dirname(file));
  kubeConfig.setCurrentContext(context);
  const cluster = kubeConfig.getCurrentCluster();
  if (!cluster) {
    throw new Problem(
      `The kubeconfig ${file} has a context "${context}" whose cluster it does not describe.`,
    );
  }
  // client-node wants to be told that plain HTTP is meant.
  if (cluster.server.startsWith('http:')) cluster.skipTLSVerify = true;
  if (!kubeConfig.getCurrentUser()) {
    // Without any user it would leave out the cluster's certificate, too.
    kubeConfig.users = [...kubeConfig.users, { name: '' }];
    kubeConfig.getCurrentContextObject().user = '';
  }
  return { kubeConfig, server: new URL(cluster.server) };
}

/**
 * All contexts of a kubeconfig, each with what connects to it as the context
 * says.
 */
export function loadContexts(file) {
  const text = readText(file);
  try {
    const source = parse(text);
    const contexts = (source?.contexts ?? []).map(({ name }) => String(name));
    if (contexts.length === 0) {
      throw new Problem(`The kubeconfig ${file} has no contexts.`);
    }
    const names = clusterNames(contexts);
    return contexts.map((context, i) => ({
      context,
      name: names[i],
      ...readContext(file, source, text, context),
    }));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      `${file} is not a kubeconfig: ${cause.message.split('\n')[0]}.`,
      { cause },
    );
  }
}
