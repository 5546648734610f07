/** A controller that is also aborted when its parent is; `release` lets go of the parent. */
export function childController(parent: AbortSignal): {
  controller: AbortController;
  release: () => void;
} {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (parent.aborted) abort();
  parent.addEventListener('abort', abort);
  return {
    controller,
    release: () => parent.removeEventListener('abort', abort),
  };
}
