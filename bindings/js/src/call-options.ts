/** What can be given with each call. */

import { misuse } from './callers.js';
import { checkKinds, checkRetry, checkValidate, inMilliseconds, refuseUnknown } from './checks.js';
import type { Validate } from './findings.js';
import { checkedHeaders } from './headers.js';
import type { Header, HeaderFields } from './headers.js';
import type { RetryOptions } from './options.js';

/** Options of one call. What is not given is as the client's own options say. */
export interface CallOptions {
  /** Stops the call, whatever it is doing: sending, waiting for its turn, waiting to try again. */
  signal?: AbortSignal | null | undefined;
  /** The maximum time that the call may take with all its attempts and waits, in milliseconds; of a list, each page. `Infinity` for no limit. */
  timeoutMs?: number | undefined;
  /** When to try again; `false` for never. */
  retry?: RetryOptions | boolean | undefined;
  /** Headers of the requests. Those that the client writes itself are refused. */
  headers?: HeaderFields | undefined;
  /** Whether the response is checked against what is documented. */
  validate?: Validate | undefined;
}

/** Options of a list. */
export interface ListOptions extends CallOptions {
  /**
   * Whether the next page is requested while the items of a page are read; `true` unless given. Without it, each page is requested once
   * its items are asked for: for a loop that seldom reads to the end of a page, or an operation with a low rate limit.
   */
  readAhead?: boolean | undefined;
}

/**
 * Options that were checked.
 *
 * @internal
 */
export interface PreparedCall {
  signal: AbortSignal | undefined;
  validate: Validate | undefined;
  readAhead: boolean;
  headers: Header[];
  /** What the core reads, as JSON; `undefined` without options. */
  settings: string | undefined;
}

const NONE: PreparedCall = { signal: undefined, validate: undefined, readAhead: true, headers: [], settings: undefined };

/** The types of options, by `typeof`. */
const KINDS: Record<string, readonly string[]> = {
  timeoutMs: ['number'],
  retry: ['object', 'boolean'],
  headers: ['object'],
  validate: ['string'],
};
const NAMES = ['signal', ...Object.keys(KINDS)];

/**
 * Checks the options of a call. `others` are the names of more that are known.
 *
 * @internal
 */
export function prepareCall(
  operation: string,
  options: ListOptions | undefined,
  others: readonly string[] = [],
  keepsLines = false,
): PreparedCall {
  if ((options === undefined || options === null) && !keepsLines) {
    return NONE;
  }
  options ??= {};
  const place = `${operation}: `;
  const names = [...NAMES, ...others];
  // A signal in place of options would be taken for none at all.
  if (typeof options !== 'object' || Array.isArray(options) || 'aborted' in options) {
    throw misuse(`${place}takes an object of options; known are ${names.join(', ')}`);
  }
  refuseUnknown(place, options, names);
  const { signal, readAhead = true, ...rest } = options;
  const { addEventListener: add, removeEventListener: remove } = (signal ?? {}) as Partial<AbortSignal>;
  if (signal != null && (typeof add !== 'function' || typeof remove !== 'function')) {
    throw misuse(`${place}signal: must be an AbortSignal`);
  }
  if (typeof readAhead !== 'boolean') {
    throw misuse(`${place}readAhead: must be boolean`);
  }
  checkKinds(rest, KINDS, place);
  const { timeoutMs, retry, headers, validate } = rest;
  checkRetry(retry, place);
  if (validate !== undefined) {
    checkValidate(validate, place);
  }
  const settings = { timeoutMs: inMilliseconds(timeoutMs), retry, validate: validate && validate !== 'off', lines: keepsLines || undefined };
  const isGiven = Object.values(settings).some((value) => value !== undefined);
  return {
    signal: signal ?? undefined,
    validate,
    readAhead,
    headers: checkedHeaders(headers, place),
    settings: isGiven ? JSON.stringify(settings) : undefined,
  };
}
