/** Whether an error says that there is no such file. */
export function isMissing(error) {
  return error?.code === 'ENOENT';
}
