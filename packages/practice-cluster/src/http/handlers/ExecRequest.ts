import { FieldError } from '../../machinery/validation/FieldError';
import { invalid } from '../../machinery/validation/invalid';
import { ResourceContext } from '../RequestContext';
import { chooseContainer } from './chooseContainer';
import { findPod } from './findPod';
import { queryParameters } from './queryParameters';

/** What is asked of `pods/NAME/exec`. @public */
export interface ExecRequest {
  namespace: string;
  pod: string;
  container: string;
  command: string[];
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
}

/** Throws 400, 404 and 422 in the API's words. @public */
export function parseExecRequest(context: ResourceContext): ExecRequest {
  const query = context.url.searchParams;
  const pod = findPod(context);
  const { name, namespace = '' } = pod.metadata;
  const command = query.getAll('command');
  const streams = {
    stdin: queryParameters.flag(query, 'stdin'),
    stdout: queryParameters.flag(query, 'stdout'),
    stderr: queryParameters.flag(query, 'stderr'),
  };
  const errors: FieldError[] = [];
  if (command.length === 0) errors.push(FieldError.required('command'));
  if (!streams.stdin && !streams.stdout && !streams.stderr) {
    errors.push(
      FieldError.required(
        '[]',
        'at least one of `stdin`, `stdout`, or `stderr` must be specified',
      ),
    );
  }
  if (errors.length > 0) {
    throw invalid({ group: '', kind: 'PodExecOptions' }, name, errors);
  }
  const container = chooseContainer(pod, query.get('container'));
  return { namespace, pod: name, container, command, ...streams };
}
