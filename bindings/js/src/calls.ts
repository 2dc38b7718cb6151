/** The calls that are under way. Each is settled here, whatever happens to the core. */

import { failure } from './errors.js';
import type { FailureData } from './errors.js';
import { findingsOf } from './findings.js';
import type { Findings } from './findings.js';

/** What can be said with any call. */
export interface CallOptions {
  /** Stops the call, whatever it is doing: sending, waiting for its turn, waiting to try again. */
  signal?: AbortSignal | undefined;
  /** The most milliseconds that a call may take with all its attempts and waits; of a listing, each page. */
  timeoutMs?: number | undefined;
}

/**
 * A call that is under way.
 *
 * @internal
 */
export interface Call<T> {
  result: Promise<T>;
  /** Stops it without settling it: nobody waits any more. */
  drop(): void;
}

interface Pending {
  owner: object;
  operation: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
  detach(): void;
  /** What is done about findings: it may throw, and then that is the end of the call. */
  review(value: unknown, findings: Findings): void;
  findings?: Findings;
}

const pending = new Map<number, Pending>();
let last = 0;

/**
 * Begins a call: `start` gives its number to the core, `cancel` takes it back.
 *
 * @internal
 */
export function begin<T>(
  owner: object,
  operation: string,
  options: CallOptions,
  start: (call: number) => void,
  cancel: (call: number) => void,
  review: Pending['review'],
): Call<T> {
  const call = (last = (last + 1) >>> 0);
  const { signal } = options;
  const drop = () => {
    if (take(call)) {
      cancel(call);
    }
  };
  const result = new Promise<unknown>((resolve, reject) => {
    if (signal?.aborted) {
      reject(aborted(operation, signal));
      return;
    }
    const onAbort = () => {
      drop();
      reject(aborted(operation, signal as AbortSignal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    const detach = () => signal?.removeEventListener('abort', onAbort);
    pending.set(call, { owner, operation, resolve, reject, detach, review });
    try {
      start(call);
    } catch (error) {
      take(call);
      reject(error as Error);
    }
  });
  return { result: result as Promise<T>, drop };
}

/**
 * The end of a call, as the core tells it.
 *
 * @internal
 */
export function settle(call: number, told: string | undefined, value: unknown): void {
  const waiting = take(call);
  if (told === undefined) {
    const { findings, review } = waiting ?? {};
    // Not now: the core is at work, and whoever is told may want to call it.
    const reviewed = findings && Promise.resolve().then(() => review?.(value, findings));
    waiting?.resolve(reviewed ? reviewed.then(() => value) : value);
  } else {
    waiting?.reject(failure(JSON.parse(told) as FailureData, value));
  }
}

/**
 * What the core found in the answer to a call, before its end.
 *
 * @internal
 */
export function found(call: number, told: string): void {
  const waiting = pending.get(call);
  if (waiting) {
    const { findings, count } = findingsOf(waiting.operation, told);
    // A call of the feed may take several answers.
    const before = waiting.findings ?? { findings: [], count: 0 };
    waiting.findings = { findings: [...before.findings, ...findings].slice(0, 100), count: before.count + count };
  }
}

/**
 * The end of all calls, or of those of one owner.
 *
 * @internal
 */
export function rejectAll(data: FailureData, owner?: object): number[] {
  const ended = [...pending].filter(([, waiting]) => owner === undefined || waiting.owner === owner);
  return ended.map(([call, waiting]) => {
    take(call);
    waiting.reject(failure({ ...data, operation: waiting.operation }));
    return call;
  });
}

function take(call: number): Pending | undefined {
  const waiting = pending.get(call);
  pending.delete(call);
  waiting?.detach();
  return waiting;
}

/**
 * Throws where the signal has stopped what the caller is doing between two calls.
 *
 * @internal
 */
export function heed(operation: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw aborted(operation, signal);
  }
}

function aborted(operation: string, signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  const [kind, problem] = isTimeout(reason) ? ['Timeout', 'the time that its signal gave is over'] : ['Abort', 'it was aborted'];
  return failure({ kind, message: `${operation}: ${problem}`, operation }, reason);
}

/** Whether a reason is that of `AbortSignal.timeout`. It may be anything, also what cannot be looked at. */
function isTimeout(reason: unknown): boolean {
  try {
    return reason instanceof Error && reason.name === 'TimeoutError';
  } catch {
    return false;
  }
}

/**
 * Checks what a caller says with a call.
 *
 * @internal
 */
export function checked(operation: string, options: CallOptions | undefined): CallOptions {
  const { signal, timeoutMs } = options ?? {};
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.addEventListener !== 'function') {
    throw new TypeError(`${operation}: signal: must be an AbortSignal`);
  }
  if (timeoutMs !== undefined && !(typeof timeoutMs === 'number' && timeoutMs >= 0 && timeoutMs <= 2 ** 53)) {
    throw new TypeError(`${operation}: timeoutMs: must be a number of milliseconds`);
  }
  return { signal, timeoutMs };
}
