import { npm } from './npm.mjs';

/** npm's settings that yarn has under names of its own, and does not read from npm's files. */
const SETTINGS = new Map([
  ['registry', 'YARN_NPM_REGISTRY_SERVER'],
  ['proxy', 'YARN_HTTP_PROXY'],
  ['https-proxy', 'YARN_HTTPS_PROXY'],
  ['cafile', 'YARN_HTTPS_CA_FILE_PATH'],
]);

/** Lets yarn reach the registry by the way that npm is set to use. */
export async function yarnSettings() {
  const { code, output } = await npm(['config', 'list', '--json']);
  if (code !== 0) return {};
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  let config;
  try {
    config = JSON.parse(json);
  } catch {
    return {};
  }
  const settings = {};
  for (const [name, variable] of SETTINGS) {
    const value = config[name];
    if (typeof value !== 'string' || value === '') continue;
    if (process.env[variable] !== undefined) continue;
    settings[variable] = value;
  }
  if (settings.YARN_NPM_REGISTRY_SERVER?.startsWith('http:')) {
    const { hostname } = new URL(settings.YARN_NPM_REGISTRY_SERVER);
    settings.YARN_UNSAFE_HTTP_WHITELIST ??= hostname;
  }
  return settings;
}
