/** The calls that are under way. Each is settled here, whatever happens to the core. */

import { ApiPromise } from './api-promise.js';
import { located } from './callers.js';
import type { Place } from './callers.js';
import { failure } from './errors.js';
import type { FailureData } from './errors.js';
import type { Exchange } from './exchange.js';
import type { Findings } from './findings.js';
import type { Header } from './headers.js';
import { onAbort } from './signals.js';

/**
 * A call that is under way.
 *
 * @internal
 */
export interface Call<T> {
  result: ApiPromise<T>;
  /** Stops it, and settles it with `undefined`: nobody waits for its result any more. */
  drop(): void;
}

/**
 * A call to begin.
 *
 * @internal
 */
export interface CallRequest {
  /** The client. */
  owner: object;
  operation: string;
  /** Whether it changes something, once it is sent. */
  isChange: boolean;
  /** Where it was called. Errors of a list name the place where its items are read. */
  place?: Place | undefined;
  signal: AbortSignal | undefined;
  /** Headers of its requests. */
  headers: Header[];
  /** Loads the core, unless it is loaded. */
  ready: Promise<void> | undefined;
  /** Gives the number of the call to the core. */
  start(call: number): void;
  /** Takes the call back. Returns whether a request of it was sent, and may have had its effect. */
  cancel(call: number): boolean;
  /** Makes the result of what the core returns. */
  resultOf(value: unknown, status: number | undefined): unknown;
  /** What is done about findings: it may throw, and then that is the end of the call. */
  review(result: unknown, findings: Findings): void;
}

/** A call that waits for its end. */
interface Pending extends CallRequest {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** Ends listening to the signal. */
  detach(): void;
  isStarted: boolean;
  exchange?: Exchange;
  findings?: Findings;
}

const pending = new Map<number, Pending>();
let last = 0;

/**
 * Begins a call. What was sent of a change may have been done, if the call is stopped.
 *
 * @internal
 */
export function begin<T>(request: CallRequest): Call<T> {
  const { operation, place, ready, signal } = request;
  const call = (last = (last + 1) >>> 0);
  let waiting: Pending | undefined;
  const result = ApiPromise.observed<unknown>(
    (resolve, fail) => {
      const reject = place ? (error: unknown) => fail(located(error, place)) : fail;
      if (signal?.aborted) {
        reject(aborted(operation, signal));
        return;
      }
      const detach = signal && onAbort(signal, () => {
        const wasSent = stop(call);
        reject(request.isChange && wasSent ? unknown(operation, NOT_WAITED_FOR, signal.reason) : aborted(operation, signal));
      });
      waiting = Object.assign(request, { resolve, reject, detach: detach ?? nothing, isStarted: false });
      pending.set(call, waiting);
      if (ready) {
        ready.then(
          () => start(call),
          (error: unknown) => remove(call)?.reject(error),
        );
      } else {
        start(call);
      }
    },
    () => waiting?.exchange,
  );
  const drop = () => {
    stop(call);
    waiting?.resolve(undefined);
  };
  return { result: result as ApiPromise<T>, drop };
}

const nothing = () => {};

/** Starts a call, unless it was stopped meanwhile. */
function start(call: number): void {
  const waiting = pending.get(call);
  try {
    waiting?.start(call);
    // Nothing is sent by its start, should the core fail there.
    if (waiting) {
      waiting.isStarted = true;
    }
  } catch (error) {
    remove(call);
    waiting?.reject(error);
  }
}

/** Stops a call. Returns whether a request of it was sent. */
function stop(call: number): boolean {
  const waiting = remove(call);
  return waiting !== undefined && waiting.isStarted && waiting.cancel(call);
}

/**
 * The end of a call, as the core reports it: a failure and its cause, or a value.
 *
 * @internal
 */
export function settle(call: number, failed: FailureData | undefined, value: unknown): void {
  const waiting = remove(call);
  if (waiting === undefined) {
    return;
  }
  if (failed !== undefined) {
    waiting.reject(failure({ ...failed, thrown: value }));
    return;
  }
  const { exchange, findings } = waiting;
  try {
    const result = waiting.resultOf(value, exchange?.status);
    if (findings === undefined) {
      waiting.resolve(result);
    } else {
      // Not now: the core is at work, and the function that receives the findings may call it.
      const reviewed = Promise.resolve().then(() => waiting.review(result, findings));
      reviewed.then(() => waiting.resolve(result), waiting.reject);
    }
  } catch (error) {
    waiting.reject(error);
  }
}

/**
 * The headers that were given with a call.
 *
 * @internal
 */
export function headersOf(call: number | undefined): Header[] {
  return pending.get(call as number)?.headers ?? [];
}

/**
 * Notes what was sent for a call, which may send several requests.
 *
 * @internal
 */
export function exchanged(call: number | undefined, exchange: Exchange): void {
  const waiting = pending.get(call as number);
  if (waiting) {
    waiting.exchange = exchange;
  }
}

/**
 * Notes the successful response to a call, and its findings, before its end.
 *
 * @internal
 */
export function responded(call: number, status: number, traceId: string | undefined, found: Findings | undefined): void {
  const waiting = pending.get(call);
  if (waiting?.exchange) {
    Object.assign(waiting.exchange, { status, traceId });
  }
  if (waiting && found) {
    const findings = found.findings.map((finding) => ({ ...finding, operation: waiting.operation }));
    // A call of the feed may take several responses.
    const before = waiting.findings ?? { findings: [], count: 0 };
    waiting.findings = { findings: [...before.findings, ...findings].slice(0, 100), count: before.count + found.count };
  }
}

/**
 * Ends a call with an error of this side. What was sent of a change may have been done.
 *
 * @internal
 */
export function refuse(call: number | undefined, error: Error): void {
  const waiting = remove(call);
  waiting?.reject(isSent(waiting) ? unknown(waiting.operation, error.message, error) : error);
}

/**
 * The end of all calls of an owner.
 *
 * @internal
 */
export function rejectAllOf(owner: object, data: FailureData): void {
  for (const [call, { operation, isChange, reject }] of [...pending].filter(([, waiting]) => waiting.owner === owner)) {
    const wasSent = stop(call);
    reject(isChange && wasSent ? unknown(operation, NOT_WAITED_FOR) : failure({ ...data, operation }));
  }
}

/**
 * The end of all calls, whose core has failed. Whether a change was sent it cannot tell any more.
 *
 * @internal
 */
export function rejectAll(data: FailureData): void {
  for (const [call, waiting] of [...pending].filter(([, { isStarted }]) => isStarted)) {
    const { operation, reject } = waiting;
    remove(call);
    reject(isSent(waiting) ? unknown(operation, data.message) : failure({ ...data, operation }));
  }
}

/** Whether a change may have been sent. */
function isSent({ isChange, isStarted }: Pending): boolean {
  return isChange && isStarted;
}

function remove(call: number | undefined): Pending | undefined {
  const waiting = pending.get(call as number);
  pending.delete(call as number);
  waiting?.detach();
  return waiting;
}

/**
 * Throws if the signal has stopped what the caller is doing between two calls.
 *
 * @internal
 */
export function throwIfAborted(operation: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw aborted(operation, signal);
  }
}

function aborted(operation: string, signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  const [kind, problem] = isTimeout(reason) ? ['Timeout', 'the time that its signal gave is over'] : ['Abort', 'it was aborted'];
  return failure({ kind, message: `${operation}: ${problem}`, operation }, reason);
}

const NOT_WAITED_FOR = 'it was sent, and its response was not waited for';

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
