// What a client holds on to, counted from outside: timers and listeners.

/** Counts the timers that are set and neither rang nor were cleared. */
export function watchTimers() {
  const native = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const live = new Set();
  globalThis.setTimeout = (act, wait, ...rest) => {
    const id = native.setTimeout(() => {
      live.delete(id);
      act(...rest);
    }, wait);
    live.add(id);
    return id;
  };
  globalThis.clearTimeout = (id) => {
    live.delete(id);
    native.clearTimeout(id);
  };
  return { live: () => live.size, stop: () => Object.assign(globalThis, native) };
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

/** Resolves once what is under way on this thread has gone as far as it can. */
export const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
