import { ContainerFiles } from '../ContainerFiles';
import { ProxyRequest, ProxyResponse } from '../../types';
import { contentTypes } from './contentTypes';

const ROOT = '/usr/share/nginx/html';

/** Version that the `Server` header names. @public */
export const NGINX_VERSION = '1.29.3';

/** nginx' answer with its default configuration. @public */
export function serveFile(
  files: ContainerFiles,
  request: ProxyRequest,
  now: number,
): ProxyResponse {
  const common = {
    Server: `nginx/${NGINX_VERSION}`,
    Date: new Date(now).toUTCString(),
  };
  const page = (status: number, reason: string, extra = {}) =>
    errorPage(status, reason, { ...common, ...extra });
  const path = decodePath(request.path);
  if (path === undefined) return page(400, 'Bad Request');
  const at = `${ROOT}${path}`;
  let file = at;
  if (path.endsWith('/')) {
    const index = ['index.html', 'index.htm'].find(
      name => files.kind(`${at}${name}`) === 'file',
    );
    if (!index) {
      const found = files.kind(at) === 'directory';
      return found ? page(403, 'Forbidden') : page(404, 'Not Found');
    }
    file = `${at}${index}`;
  }
  if (files.kind(file) === 'directory') {
    return page(301, 'Moved Permanently', { Location: `${path}/` });
  }
  if (files.kind(file) !== 'file') return page(404, 'Not Found');
  if (!['GET', 'HEAD'].includes(request.method)) {
    return page(405, 'Not Allowed');
  }
  const bytes = files.read(file);
  const modified = files.modified(file) ?? now;
  const tag = `"${Math.floor(modified / 1000).toString(
    16,
  )}-${bytes.length.toString(16)}"`;
  const cached = {
    ...common,
    'Last-Modified': new Date(modified).toUTCString(),
    ETag: tag,
  };
  if (header(request, 'if-none-match') === tag) {
    return { status: 304, headers: cached, body: new Uint8Array() };
  }
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return {
    status: 200,
    headers: {
      ...cached,
      'Accept-Ranges': 'bytes',
      'Content-Type': contentTypes.get(extension) ?? 'application/octet-stream',
      'Content-Length': String(bytes.length),
    },
    body: request.method === 'HEAD' ? new Uint8Array() : bytes,
  };
}

function decodePath(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target.split(/[?#]/)[0]);
    return path.split('/').includes('..') ? undefined : path;
  } catch {
    // A broken escape is the client's fault and becomes a 400.
    return undefined;
  }
}

function header(request: ProxyRequest, name: string): string | undefined {
  const entry = Object.entries(request.headers).find(
    ([key]) => key.toLowerCase() === name,
  );
  return entry?.[1];
}

function errorPage(
  status: number,
  reason: string,
  headers: Record<string, string>,
): ProxyResponse {
  const title = `${status} ${reason}`;
  const body = new TextEncoder().encode(
    [
      '<html>',
      `<head><title>${title}</title></head>`,
      '<body>',
      `<center><h1>${title}</h1></center>`,
      `<hr><center>nginx/${NGINX_VERSION}</center>`,
      '</body>',
      '</html>',
      '',
    ].join('\r\n'),
  );
  return {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html',
      'Content-Length': String(body.length),
    },
    body,
  };
}
