import { LogLine } from '../../types';
import { ResourceContext } from '../RequestContext';
import { chooseContainer } from './chooseContainer';
import { findPod } from './findPod';
import { LogOptions, parseLogOptions } from './parseLogOptions';

/** `GET pods/NAME/log`. @public */
export function podLog(context: ResourceContext): void {
  const { services, target, url, response } = context;
  const { runtime, counters, clock } = services;
  const pod = findPod(context);
  const { name, namespace = '' } = pod.metadata;
  const container = chooseContainer(pod, url.searchParams.get('container'));
  const options = parseLogOptions(name, url.searchParams, clock.now());
  const lines = chooseLines(
    runtime.logs(namespace, name, { container, previous: options.previous }),
    options,
  );

  response.writeHead(200, { 'Content-Type': 'text/plain' });
  let left = options.limitBytes ?? Infinity;
  const write = (line: LogLine) => {
    const text = Buffer.from(
      `${options.timestamps ? `${line.time} ` : ''}${line.text}\n`,
    ).subarray(0, left);
    left -= text.length;
    response.write(text);
    if (left <= 0) response.end();
  };
  for (const line of lines) if (left > 0) write(line);
  if (!options.follow || left <= 0) {
    response.end();
    return;
  }

  response.flushHeaders();
  counters.countStream(1);
  const stop = runtime.followLogs(
    namespace,
    target.name!,
    { container },
    line => left > 0 && write(line),
    () => response.end(),
  );
  response.once('close', () => {
    counters.countStream(-1);
    stop();
  });
}

function chooseLines(
  lines: readonly LogLine[],
  { since, tailLines }: LogOptions,
): readonly LogLine[] {
  const recent =
    since === undefined
      ? lines
      : lines.filter(({ time }) => Date.parse(time) >= since);
  return tailLines === undefined
    ? recent
    : recent.slice(Math.max(0, recent.length - tailLines));
}
