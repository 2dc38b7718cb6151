/** Waits until a change is visible: some reads return the old state for a while. */

import { throwIfAborted } from '../calls.js';
import { misuse } from '../callers.js';
import { refuseUnknown } from '../checks.js';
import { failure } from '../errors.js';
import { onAbort } from '../signals.js';

/** How often to look for a change, and for how long. */
export interface WaitOptions {
  /** The time between two requests, in milliseconds. */
  intervalMs?: number | undefined;
  /** The maximum time to wait, in milliseconds. After it, the wait fails with a `TimeoutError`. */
  timeoutMs?: number | undefined;
  /** Stops the wait. */
  signal?: AbortSignal | null | undefined;
}

/**
 * The defaults: for memberships and new groups, which appear after 0.3 to 1 seconds; for roles, which appear within 30 seconds; for
 * policies, which a job applies.
 *
 * @internal
 */
export const DEFAULTS = {
  membership: { intervalMs: 500, timeoutMs: 10_000 },
  role: { intervalMs: 3_000, timeoutMs: 90_000 },
  policy: { intervalMs: 5_000, timeoutMs: 300_000 },
} as const;

/**
 * Calls `look` until it returns a value.
 *
 * @internal
 */
export async function waitUntil<T>(
  operation: string,
  defaults: { intervalMs: number; timeoutMs: number },
  options: WaitOptions | undefined,
  look: (call: { signal: AbortSignal | null }) => Promise<T | undefined>,
): Promise<T> {
  checkWaitOptions(operation, options);
  const intervalMs = options?.intervalMs ?? defaults.intervalMs;
  const timeoutMs = options?.timeoutMs ?? defaults.timeoutMs;
  const signal = options?.signal ?? null;
  for (const [name, value] of Object.entries({ intervalMs, timeoutMs })) {
    if (typeof value !== 'number' || !(value >= 0)) {
      throw misuse(`${operation}: ${name}: must be a number, and not below 0`);
    }
  }
  // Timers that tests replace leave the clock as it is: the waits are counted.
  for (let waited = 0; ; waited += Math.max(intervalMs, 1)) {
    throwIfAborted(operation, signal ?? undefined);
    const found = await look({ signal });
    if (found !== undefined) {
      return found;
    }
    if (waited + intervalMs > timeoutMs) {
      const hint = 'it may appear later: look again, or wait longer with `timeoutMs`';
      const message = `${operation}: the change is not visible after ${waited} ms; ${hint}`;
      throw failure({ kind: 'Timeout', message, operation, hint });
    }
    await sleep(intervalMs, signal);
  }
}

function checkWaitOptions(operation: string, options: WaitOptions | undefined): void {
  // A signal in place of options would be taken for none at all.
  if (options !== undefined && (typeof options !== 'object' || options === null || 'aborted' in options)) {
    throw misuse(`${operation}: takes an object of options; known are ${NAMES.join(', ')}`);
  }
  refuseUnknown(`${operation}: `, options, NAMES);
}

const NAMES = ['intervalMs', 'timeoutMs', 'signal'];

/** Sleeps, unless the signal ends it. */
function sleep(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    let stopListening = () => {};
    const end = () => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal) {
      stopListening = onAbort(signal, end);
    }
  });
}
