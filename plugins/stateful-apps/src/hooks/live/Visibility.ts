/** Whether the reader can see the page. */
export interface Visibility {
  isHidden(): boolean;
  /** Calls the listener on each change; returns how to stop. */
  onChange(listener: () => void): () => void;
}

export const documentVisibility: Visibility = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange: listener => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/** Resolves once the page is visible or the signal is aborted. */
export function whenVisible(
  visibility: Visibility,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (!visibility.isHidden() || signal.aborted) {
      resolve();
      return;
    }
    const unsubscribe = visibility.onChange(check);
    signal.addEventListener('abort', check);
    function check() {
      if (visibility.isHidden() && !signal.aborted) return;
      unsubscribe();
      signal.removeEventListener('abort', check);
      resolve();
    }
  });
}
