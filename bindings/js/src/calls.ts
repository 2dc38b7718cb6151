/** The calls that are under way. Each is settled here, whatever happens to the core. */

import { misuse } from './callers.js';
import { dataOf, failure } from './errors.js';
import type { FailureData, Told } from './errors.js';
import { findingsOf } from './findings.js';
import type { Findings } from './findings.js';
import { isMilliseconds, refuseUnknown } from './options.js';
import { onAbort } from './signals.js';

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
  /** The status of the successful response, once there is one. */
  status(): number | undefined;
  /** Stops it, and settles it with `undefined`: nobody waits for its answer any more. */
  drop(): void;
}

/**
 * A call that waits for its end.
 *
 * @internal
 */
export interface Pending {
  owner: object;
  operation: string;
  /** Whether it changes something, once it is sent. */
  isChange: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
  detach(): void;
  /** The status of the last successful response. */
  status?: number;
  /** What is done about findings: it may throw, and then that is the end of the call. */
  review(value: unknown, findings: Findings): void;
  findings?: Findings;
}

const pending = new Map<number, Pending>();
let last = 0;

/**
 * Begins a call: `start` gives its number to the core, `cancel` takes it back and tells whether something was sent. What was sent of a
 * change may have been done.
 *
 * @internal
 */
export function begin<T>(
  owner: object,
  { operation, isChange }: Pick<Pending, 'operation' | 'isChange'>,
  options: CallOptions,
  start: (call: number) => void,
  cancel: (call: number) => boolean,
  review: Pending['review'],
): Call<T> {
  const call = (last = (last + 1) >>> 0);
  const { signal } = options;
  const stop = () => take(call) !== undefined && cancel(call);
  let drop = () => {};
  let waiting: Pending | undefined;
  const result = new Promise<unknown>((resolve, reject) => {
    if (signal?.aborted) {
      reject(aborted(operation, signal));
      return;
    }
    drop = () => {
      stop();
      resolve(undefined);
    };
    const detach = signal && onAbort(signal, () => {
      const wasSent = stop();
      reject(isChange && wasSent ? unknown(operation, NOT_WAITED_FOR, signal.reason) : aborted(operation, signal));
    });
    // Nothing is sent by its start, should the core fail there.
    waiting = { owner, operation, isChange: false, resolve, reject, detach: detach ?? (() => {}), review };
    pending.set(call, waiting);
    try {
      start(call);
      waiting.isChange = isChange;
    } catch (error) {
      take(call);
      reject(error as Error);
    }
  });
  return { result: result as Promise<T>, drop, status: () => waiting?.status };
}

/**
 * The end of a call, as the core tells it.
 *
 * @internal
 */
export function settle(call: number, told: Told | undefined, value: unknown): void {
  const waiting = take(call);
  if (told === undefined) {
    const { findings, review } = waiting ?? {};
    // Not now: the core is at work, and whoever is told may want to call it.
    const reviewed = findings && Promise.resolve().then(() => review?.(value, findings));
    waiting?.resolve(reviewed ? reviewed.then(() => value) : value);
  } else {
    waiting?.reject(failure({ ...dataOf(told), thrown: value }));
  }
}

/**
 * The status of the response to a call, before its end.
 *
 * @internal
 */
export function responded(call: number, status: number): void {
  const waiting = pending.get(call);
  if (waiting) {
    waiting.status = status;
  }
}

/**
 * Ends a call with an error of this side. What was sent of a change may have been done.
 *
 * @internal
 */
export function refuse(call: number | undefined, error: Error): void {
  const waiting = take(call);
  waiting?.reject(waiting.isChange ? unknown(waiting.operation, error.message, error) : error);
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
 * The end of all calls of an owner. `cancel` takes them back, as for `begin`.
 *
 * @internal
 */
export function rejectAllOf(owner: object, data: FailureData, cancel: (call: number) => boolean): void {
  for (const [call, { operation, isChange, reject }] of [...pending].filter(([, waiting]) => waiting.owner === owner)) {
    take(call);
    const wasSent = cancel(call);
    reject(isChange && wasSent ? unknown(operation, NOT_WAITED_FOR) : failure({ ...data, operation }));
  }
}

/**
 * The end of all calls, whose core has failed. Whether a change was sent it cannot tell any more.
 *
 * @internal
 */
export function rejectAll(data: FailureData): void {
  for (const [call, { operation, isChange, reject }] of [...pending]) {
    take(call);
    reject(isChange ? unknown(operation, data.message) : failure({ ...data, operation }));
  }
}

function take(call: number | undefined): Pending | undefined {
  const waiting = pending.get(call as number);
  pending.delete(call as number);
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

const NOT_WAITED_FOR = 'it was sent, and its answer not waited for';

/** A change that may have been sent, and of which no more will be known. */
function unknown(operation: string, why: string, reason?: unknown): Error {
  const hint = 'look whether the change was made before making it again';
  const message = `${operation}: the change may or may not have been made: ${why}; ${hint}`;
  return failure({ kind: 'OutcomeUnknown', message, operation, hint }, reason);
}

/** Whether a reason is that of `AbortSignal.timeout`. It may be anything, also what cannot be looked at. */
function isTimeout(reason: unknown): boolean {
  try {
    return reason instanceof Error && reason.name === 'TimeoutError';
  } catch {
    return false;
  }
}

/** The members of `CallOptions`. */
const OPTIONS = ['signal', 'timeoutMs'];

/**
 * Checks what a caller says with a call.
 *
 * @internal
 */
export function checked(operation: string, options: CallOptions | undefined): CallOptions {
  // A signal in place of options would be taken for none at all.
  if (options !== undefined && options !== null && (typeof options !== 'object' || 'aborted' in options)) {
    throw misuse(`${operation}: takes an object of options; known are ${OPTIONS.join(', ')}`);
  }
  refuseUnknown(`${operation}: `, options, OPTIONS);
  const { signal, timeoutMs } = options ?? {};
  const { addEventListener: add, removeEventListener: remove } = (signal ?? {}) as Partial<AbortSignal>;
  if (signal !== undefined && (typeof add !== 'function' || typeof remove !== 'function')) {
    throw misuse(`${operation}: signal: must be an AbortSignal`);
  }
  if (timeoutMs !== undefined && !isMilliseconds(timeoutMs)) {
    throw misuse(`${operation}: timeoutMs: must be a number of milliseconds`);
  }
  return { signal, timeoutMs };
}
