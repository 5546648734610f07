const parent = process.ppid;

/**
 * Calls back once when the process that started this one is gone. It may have
 * been killed without a word, as npm's shell is when npm gets a SIGTERM.
 */
export function whenParentEnds(callback) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
