/** What happens during calls: for logs, metrics and progress. */

import type { ErrorKind } from './errors.js';

/** What all events of a call have. */
export interface RequestEventBase {
  /** The number of the call: the same in all its events. */
  call: number;
  /** The operation, such as `users.search`, or the method and path template of a request off the list. */
  operation: string;
  /** The attempt, from 1; of a wait, the attempt that follows; at the end, the number of attempts. */
  attempt: number;
}

/** A request is sent. */
export interface RequestSent extends RequestEventBase {
  /** The type of the event. */
  type: 'sent';
}

/** A response arrived, whatever its status. */
export interface RequestAnswered extends RequestEventBase {
  /** The type of the event. */
  type: 'answered';
  /** Its status. */
  status: number;
  /** The time since the attempt began, in milliseconds. */
  durationMs: number;
  /** The number of requests that the rate limit leaves, if the response reports it. */
  remaining?: number;
  /** The trace identifier, which Atlassian's support asks for. */
  traceId?: string;
}

/** An attempt ended without a usable response. */
export interface RequestFailed extends RequestEventBase {
  /** The type of the event. */
  type: 'failed';
  /** Why, in a few words, such as `timed out` or `connection lost`. */
  reason: string;
  /** The time since the attempt began, in milliseconds. */
  durationMs: number;
}

/** The call waits before its next attempt. */
export interface RequestWaiting extends RequestEventBase {
  /** The type of the event. */
  type: 'waiting';
  /** Why, in a few words: `rate limit`, or what the last attempt failed of, such as `HTTP 503`. */
  reason: string;
  /** How long, in milliseconds. */
  waitMs: number;
}

/** The call ended. No other event of it follows. */
export interface RequestFinished extends RequestEventBase {
  /** The type of the event. */
  type: 'finished';
  /** How. `cancelled` if its caller stopped it. */
  result: 'succeeded' | 'failed' | 'cancelled';
  /** The kind of its error, such as `NotFound`. */
  error?: ErrorKind;
  /** The time since the call began, in milliseconds. */
  durationMs: number;
}

/** Something that happens during a call: `type` says what. It holds neither keys nor personal data. */
export type RequestEvent = RequestSent | RequestAnswered | RequestFailed | RequestWaiting | RequestFinished;

/**
 * What the core calls with each event; `undefined` if nobody observes.
 *
 * @internal
 */
export function observerOf(onEvent: ((event: RequestEvent) => void) | undefined, debug: boolean): unknown {
  if (onEvent === undefined && !debug) {
    return undefined;
  }
  const observe = async (event: RequestEvent) => {
    if (debug) {
      // Standard output may be the program's result; Node prints warnings to the standard error.
      console.warn(described(event));
    }
    await onEvent?.(event);
  };
  // Later: the core is at work, and the observer may call it. A call survives a failing observer.
  return (event: RequestEvent) => void Promise.resolve(event).then(observe).catch((error: unknown) => console.error(error));
}

function described(event: RequestEvent): string {
  const { call, operation, attempt } = event;
  const head = `atlassian-admin: call ${call}: ${operation}`;
  const ms = (duration: number) => `${Math.round(duration)} ms`;
  switch (event.type) {
    case 'sent':
      return `${head}: attempt ${attempt}: sent`;
    case 'answered': {
      const { status, remaining, traceId } = event;
      const rest = [remaining !== undefined && `${remaining} requests left`, traceId && `trace ${traceId}`].filter(Boolean);
      return [`${head}: attempt ${attempt}: HTTP ${status} after ${ms(event.durationMs)}`, ...rest].join(', ');
    }
    case 'failed':
      return `${head}: attempt ${attempt}: ${event.reason} after ${ms(event.durationMs)}`;
    case 'waiting':
      return `${head}: waits ${ms(event.waitMs)} before attempt ${attempt}: ${event.reason}`;
    case 'finished':
      return `${head}: ${[event.result, event.error].filter(Boolean).join(', ')} after ${ms(event.durationMs)}`;
  }
}
