import { root } from './paths.mjs';

const CAUSES = [
  [
    /ENOSPC|no space left on device/i,
    () => `there is no space left on the disk that holds ${root}`,
  ],
  [
    /EDQUOT|disk quota exceeded/i,
    () => `your disk quota is used up where ${root} is`,
  ],
  [/EACCES|EPERM|permission denied/i, () => `${root} may not be written to`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET|network request failed|RequestError|socket hang up/i,
    () =>
      'the npm registry cannot be reached; check the network, and the proxy and registry in your npm settings (npm config list)',
  ],
  [
    /YN0028|lockfile would have been modified/i,
    () =>
      'yarn.lock does not fit the package.json files; run "yarn install" and commit yarn.lock',
  ],
  [
    /E401|E403|YN0041|YN0033/,
    () =>
      'the npm registry refuses the credentials; check the token in your npm settings (npm config list)',
  ],
  [
    /E404|YN0035/,
    () => 'the npm registry that npm is set to use lacks a package',
  ],
];

/**
 * The cause of a failed fetch or install as one clause, read from what the
 * program printed. Its last line where none of the known causes is in it.
 */
export function explainFailure(output) {
  for (const [pattern, explain] of CAUSES) {
    if (pattern.test(output)) return explain();
  }
  const lines = output.split('\n').filter(line => line.trim() !== '');
  return lines.at(-1)?.trim() ?? 'it said nothing';
}
