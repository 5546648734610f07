import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { parse, stringify } from 'yaml';
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

/** Reads a user's token from its file each time, as kubectl does. */
function tokenFromFile(folder, files) {
  return {
    isAuthProvider: user => files.has(user.name),
    applyAuthentication(user, options) {
      const file = resolve(folder, files.get(user.name));
      const token = readFileSync(file, 'utf8').trim();
      options.headers.Authorization = `Bearer ${token}`;
    },
  };
}

/** What kubectl tells a credential plugin. */
function pluginInfo({ apiVersion }) {
  return {
    name: 'KUBERNETES_EXEC_INFO',
    value: JSON.stringify({
      kind: 'ExecCredential',
      apiVersion,
      spec: { interactive: false },
    }),
  };
}

/** What client-node makes of a kubeconfig, and what it leaves out: token files and the word to credential plugins. */
function readKubeConfig(source, folder) {
  const tokenFiles = new Map();
  const users = (source.users ?? []).map(({ name, user }) => {
    const { tokenFile, ...others } = user ?? {};
    if (tokenFile && !others.token) tokenFiles.set(name, tokenFile);
    return { name, user: others };
  });
  const kubeConfig = new KubeConfig();
  kubeConfig.addAuthenticator(tokenFromFile(folder, tokenFiles));
  kubeConfig.loadFromString(stringify({ ...source, users }));
  kubeConfig.makePathsAbsolute(folder);
  for (const { exec } of kubeConfig.getUsers()) {
    if (exec) exec.env = [pluginInfo(exec), ...(exec.env ?? [])];
  }
  return kubeConfig;
}

function readContext(file, source, context) {
  const kubeConfig = readKubeConfig(source, dirname(file));
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
      ...readContext(file, source, context),
    }));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      `${file} is not a kubeconfig: ${cause.message.split('\n')[0]}.`,
      { cause },
    );
  }
}
