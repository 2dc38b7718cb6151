/** What a client is created with. */

import { misuse } from './callers.js';
import { checkKinds, checkRetry, checkValidate, inMilliseconds } from './checks.js';
import type { Finding, Validate } from './findings.js';
import { checkedHeaders, checkedValue } from './headers.js';
import type { Header, HeaderFields } from './headers.js';
import type { Backend, FetchLike } from './http.js';
import { observerOf } from './observe.js';
import type { RequestEvent } from './observe.js';

/** When to try again. */
export interface RetryOptions {
  /** The maximum number of attempts. 5 unless given, or 10 after the server's refusals for too many requests (429). */
  attempts?: number | undefined;
  /** The first wait, in milliseconds; each further one is up to twice as long. 500 unless given, or 5,000 after a 429. */
  firstWaitMs?: number | undefined;
  /** The longest wait that the client chooses, in milliseconds: 60,000 unless given. A wait that the server asks for is never shortened. */
  longestWaitMs?: number | undefined;
}

/**
 * A key: its text, a function that returns it, or `null` behind a gateway that adds it.
 *
 * White space, line breaks and a byte order mark around the text are removed; a key in quotes is refused. A function is called for each
 * request, so that a client survives the rotation of its key: one that takes long should keep the key in memory. If it fails, the call fails
 * with a `KeyUnavailableError`, and nothing was sent.
 */
export type Key = string | null | (() => PromiseLike<string> | string);

/** The keys of a client: one of them at least. */
export type Keys =
  | {
      /** The organization's API key, made at admin.atlassian.com. */
      apiKey: Key | undefined;
      /** The directory's own key, for the operations of SCIM. */
      directoryKey?: Key | undefined;
    }
  | {
      /** The organization's API key, made at admin.atlassian.com. */
      apiKey?: Key | undefined;
      /** The directory's own key, for the operations of SCIM. */
      directoryKey: Key | undefined;
    };

/** The options of a client besides its keys. */
export interface CommonOptions {
  /**
   * The URL of the API: `https://api.atlassian.com` unless given. `/admin`, `/admin/v1`, `/scim` and the
   * like at its end are removed, because the operations' paths begin with them.
   */
  baseUrl?: string | URL | undefined;
  /** Sends the requests instead of the host's own `fetch`. */
  fetch?: FetchLike | undefined;
  /** Responds to the requests instead of the network. */
  backend?: Backend | undefined;
  /** When to try again; `false` for never. `true` unless given. */
  retry?: RetryOptions | boolean | undefined;
  /**
   * The maximum time that a call may take with all its attempts and waits, in milliseconds; of a list, each page. 600,000 unless given, and
   * `Infinity` for no limit.
   */
  timeoutMs?: number | undefined;
  /**
   * Whether requests wait for their turn, so that they stay within the rate limits; `true` unless given. Without that they are sent at once,
   * as for a gateway that keeps the limits itself. What the server refuses is tried again in either case, as `retry` says.
   */
  rateGate?: boolean | undefined;
  /**
   * Whether operations that write are refused before they are sent, with a `ReadOnlyError`; `false` unless given. A search is a read, although
   * it is a POST.
   */
  readOnly?: boolean | undefined;
  /** Headers of every request, such as one that a gateway asks for. Those that the client writes itself are refused. */
  headers?: HeaderFields | undefined;
  /** The header `User-Agent`, such as `my-program/1.2`. Browsers write their own. */
  userAgent?: string | undefined;
  /**
   * Whether responses are checked against what is documented: `'warn'` reports what does not fit, `'throw'` makes an error of it, which has
   * the response. `'off'` unless given. What is not documented is never a finding.
   */
  validate?: Validate | undefined;
  /** With `validate: 'warn'`, receives each finding, up to a hundred for a response. Without it, each place is reported once on the console. */
  onFinding?: ((finding: Finding) => void) | undefined;
  /** Receives what happens during each call: requests, responses, failures and waits. It holds neither keys nor personal data. */
  onEvent?: ((event: RequestEvent) => void) | undefined;
  /** Whether what happens during each call is printed on the console, one line each; `false` unless given. */
  debug?: boolean | undefined;
}

/** What a client is created with: at least one key. */
export type ClientOptions = CommonOptions & Keys;

/**
 * Options that were checked.
 *
 * @internal
 */
export interface Prepared {
  validate: Validate;
  onFinding: CommonOptions['onFinding'];
  /** What the core reads, as JSON. */
  settings: string;
  /** What the core calls. */
  functions: { apiKey: unknown; directoryKey: unknown; onEvent: unknown };
  /** Headers of every request. `user-agent` replaces that of the client. */
  headers: Header[];
  fetch: FetchLike;
  backend: Backend | undefined;
}

/** The types of each option, by `typeof`. */
const KINDS: Record<string, readonly string[]> = {
  apiKey: ['string', 'function', 'null'],
  directoryKey: ['string', 'function', 'null'],
  baseUrl: ['string', 'URL'],
  fetch: ['function'],
  backend: ['object'],
  retry: ['object', 'boolean'],
  timeoutMs: ['number'],
  rateGate: ['boolean'],
  readOnly: ['boolean'],
  headers: ['object'],
  userAgent: ['string'],
  validate: ['string'],
  onFinding: ['function'],
  onEvent: ['function'],
  debug: ['boolean'],
};

/**
 * Checks the options of a client.
 *
 * @internal
 */
export function prepare(options: ClientOptions): Prepared {
  const place = 'AdminClient: ';
  // A program without types may give anything.
  const given = (options ?? {}) as CommonOptions & { apiKey?: Key | undefined; directoryKey?: Key | undefined };
  if (typeof given !== 'object') {
    throw misuse(`${place}takes an object of options`);
  }
  checkKinds(given, KINDS, place);
  checkRetry(given.retry, place);
  const { fetch, backend, onFinding, onEvent, debug = false, validate = 'off', baseUrl, timeoutMs, headers, userAgent, ...rest } = given;
  const { apiKey, directoryKey } = rest;
  if (apiKey === undefined && directoryKey === undefined) {
    throw misuse(`${place}apiKey: must be given; null behind a gateway that adds it`);
  }
  if (fetch && backend) {
    throw misuse(`${place}backend: cannot be given together with fetch`);
  }
  if (backend && typeof backend.execute !== 'function') {
    throw misuse(`${place}backend: must have a method \`execute\``);
  }
  checkValidate(validate, place);
  const settings = {
    // JSON leaves functions out.
    ...rest,
    baseUrl: baseUrl && `${baseUrl}`,
    timeoutMs: inMilliseconds(timeoutMs),
    validate: validate !== 'off',
  };
  return {
    settings: JSON.stringify(settings),
    functions: { apiKey, directoryKey, onEvent: observerOf(onEvent, debug) },
    validate,
    onFinding,
    headers: [
      ...checkedHeaders(headers, place),
      ...(userAgent === undefined ? [] : [['user-agent', checkedValue(userAgent, `${place}userAgent`)] satisfies Header]),
    ],
    fetch: fetch ?? hostFetch,
    backend,
  };
}

/** The host's own fetch. It is looked up for each request, since the host may replace it, and never kept without its owner. */
const hostFetch: FetchLike = (url, init) => {
  if (typeof globalThis.fetch !== 'function') {
    throw new Error('this host has no fetch: give one');
  }
  return globalThis.fetch(url, init);
};
