// The clock and the timers of the host. They are looked up for each use, since test tools replace them, and none of these functions throws.

/** Returns the time in milliseconds. A host without `performance` falls back to the wall clock, which seldom goes back. */
export function clock() {
  try {
    const now = performance.now();
    if (typeof now === 'number') {
      return now;
    }
  } catch {
    // As without `performance`.
  }
  return Date.now();
}

/** Starts a timer, and returns its identifier; `undefined` in a host without timers. */
export function startTimer(callback, milliseconds) {
  try {
    return setTimeout(callback, milliseconds);
  } catch {
    return undefined;
  }
}

/** Stops a timer. */
export function stopTimer(id) {
  try {
    clearTimeout(id);
  } catch {
    // A host without timers has started none.
  }
}
