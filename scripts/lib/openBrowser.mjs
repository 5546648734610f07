import { spawn } from 'node:child_process';

/** Opens the person's browser; where there is none, the printed URL has to do. */
export function openBrowser(url) {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
