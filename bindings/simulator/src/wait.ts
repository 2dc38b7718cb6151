/** Waits that a signal ends. */

/** Waits for so many milliseconds, or for ever, unless the signal ends it. */
export function wait(milliseconds: number | undefined, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => {
      forget();
      clearTimeout(timer);
      reject(signal?.reason);
    });
    const timer =
      milliseconds === undefined
        ? undefined
        : setTimeout(() => {
            forget();
            resolve();
          }, milliseconds);
  });
}

/** What an abort of a signal calls. */
interface Listening {
  acts: Set<() => void>;
  stop(): void;
}

/** One listener for each signal: Node warns of a leak from eleven on. */
const listening = new WeakMap<AbortSignal, Listening>();

/** Calls `act` when the signal is aborted. Returns what ends that. */
function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (!signal) {
    return () => {};
  }
  const { acts, stop } = listening.get(signal) ?? listen(signal);
  acts.add(act);
  return () => {
    if (acts.delete(act) && acts.size === 0) {
      stop();
    }
  };
}

function listen(signal: AbortSignal): Listening {
  const acts = new Set<() => void>();
  const abort = () => acts.forEach((act) => act());
  const stop = () => {
    listening.delete(signal);
    signal.removeEventListener('abort', abort);
  };
  const entry = { acts, stop };
  listening.set(signal, entry);
  signal.addEventListener('abort', abort, { once: true });
  return entry;
}
