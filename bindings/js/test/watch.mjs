// Counts the timers and listeners of a client, from outside.

/**
 * Counts the timers that are set and have neither fired nor been cleared. `ring` fires them now. A
 * failed core leaves some: `stop` clears them, so that the process need not wait for them.
 */
export function watchTimers() {
  const native = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const live = new Map();
  globalThis.setTimeout = (act, wait, ...rest) => {
    const ring = () => {
      live.delete(id);
      act(...rest);
    };
    const id = native.setTimeout(ring, wait);
    live.set(id, ring);
    return id;
  };
  globalThis.clearTimeout = (id) => {
    live.delete(id);
    native.clearTimeout(id);
  };
  const forget = () => {
    for (const id of live.keys()) native.clearTimeout(id);
  };
  const ring = () => {
    forget();
    for (const act of [...live.values()]) act();
  };
  const stop = () => {
    Object.assign(globalThis, native);
    forget();
  };
  return { live: () => live.size, ring, stop };
}

/** A controller whose signal counts its listeners. */
export function watchedController() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (type, listener, options) => {
    listeners.add(listener);
    addEventListener.call(signal, type, (event) => {
      listeners.delete(listener);
      listener(event);
    }, options);
  };
  signal.removeEventListener = (type, listener) => {
    listeners.delete(listener);
    removeEventListener.call(signal, type, listener);
  };
  return { controller, listeners: () => listeners.size };
}

/** Resolves once all pending work of this thread has gone as far as it can. */
export const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
