/** One listener for each signal, however many calls it can stop. */

const listening = new WeakMap<AbortSignal, { acts: Set<() => void>; stop: () => void }>();

/**
 * Calls `act` when the signal is aborted. Returns a function that ends this. The listener is
 * removed with the last one.
 *
 * @internal
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const { acts, stop } = listening.get(signal) ?? listen(signal);
  acts.add(act);
  return () => {
    if (acts.delete(act) && acts.size === 0) {
      stop();
    }
  };
}

function listen(signal: AbortSignal) {
  const acts = new Set<() => void>();
  const abort = () => {
    const thrown: unknown[] = [];
    for (const act of [...acts]) {
      try {
        act();
      } catch (error) {
        // A function may throw if the signal is not the host's own. The others are called
        // nevertheless.
        thrown.push(error);
      }
    }
    if (thrown.length > 0) {
      throw thrown[0];
    }
  };
  const stop = () => {
    listening.delete(signal);
    try {
      signal.removeEventListener('abort', abort);
    } catch {
      // A signal that is not the host's own may throw. Its calls have ended.
    }
  };
  signal.addEventListener('abort', abort, { once: true });
  const entry = { acts, stop };
  listening.set(signal, entry);
  return entry;
}
