/** An instant as Kubernetes' `Time` has it: RFC 3339, whole seconds. @public */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
