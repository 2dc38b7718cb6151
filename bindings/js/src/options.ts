/** What a client is created with. */

import { misuse } from './callers.js';
import type { Finding, Validate } from './findings.js';

/** A function of the form of `fetch`. It is called with a string and a plain object, and never with a `Request`. */
export type FetchLike = (
  url: string,
  init: {
    /** `GET`, `POST` and the like. */
    method: string;
    /** By names in small letters; the key is among them. */
    headers: Record<string, string>;
    /** JSON, if there is any. */
    body?: string;
    /** Redirects are never followed: the key stays with the configured host. */
    redirect: 'manual';
    /** Is aborted when nobody waits for the answer any more. */
    signal: AbortSignal;
  },
) => PromiseLike<ResponseLike> | ResponseLike;

/** What is used of a response. */
export interface ResponseLike {
  /** The status, such as 200. */
  status: number;
  /** The headers, of which some say when to try again. */
  headers: {
    /** A header by its name, in any letters. */
    get(name: string): string | null | undefined;
  };
  /**
   * The body as a stream of bytes. It is preferred, since what is larger than it may be is not read to its end. A chunk that was read must not
   * be changed or used again.
   */
  body?: unknown;
  /** The body as bytes. */
  arrayBuffer?(): PromiseLike<ArrayBuffer>;
  /** The body as text. One of the three is needed. */
  text?(): PromiseLike<string>;
}

/** A request, as a backend gets it. */
export interface BackendRequest {
  /** `GET`, `POST` and the like. */
  method: string;
  /** The whole URL. */
  url: string;
  /** By names in small letters; the key is among them. */
  headers: Record<string, string>;
  /** JSON, if there is any. */
  body: string | undefined;
  /** Is aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** An answer, as a backend gives it. */
export interface BackendResponse {
  /** The status, such as 200. */
  status: number;
  /** By their names, in any letters. */
  headers?: Record<string, string>;
  /** The body, as text or bytes of UTF-8. */
  body?: string | ArrayBuffer | Uint8Array;
}

/** Answers requests in place of the network: a simulator, a recorder. */
export interface Backend {
  /**
   * Responds to one request, once; a `Response` is taken, too. What it throws counts as a failed
   * connection, after which the request may be sent again. A response of another form ends the call
   * with a `TypeError`.
   */
  execute(request: BackendRequest): PromiseLike<BackendResponse | ResponseLike> | BackendResponse | ResponseLike;
}

/** When to try again. */
export interface RetryOptions {
  /** The most attempts in all. */
  attempts?: number;
  /** The first wait; each further one is up to twice as long. */
  firstWaitMs?: number;
  /** The longest wait of the client's own choosing; what the server asks for is never cut short. */
  longestWaitMs?: number;
}

/** What a client is created with. */
export interface ClientOptions {
  /**
   * The organization's API key, made at admin.atlassian.com; `null` behind a gateway that adds it. White
   * space, line breaks and a byte order mark around it are removed; a key in quotes is refused.
   */
  apiKey?: string | null | undefined;
  /** The directory's own key, for the operations of SCIM; `null` behind a gateway that adds it. */
  directoryKey?: string | null | undefined;
  /**
   * The URL of the API: `https://api.atlassian.com` unless given. `/admin`, `/admin/v1`, `/scim` and the
   * like at its end are removed, because the operations' paths begin with them.
   */
  baseUrl?: string | undefined;
  /** Sends the requests instead of the host's own `fetch`. */
  fetch?: FetchLike | undefined;
  /** Answers the requests instead of the network. */
  backend?: Backend | undefined;
  /** When to try again; `false` for never. */
  retry?: RetryOptions | boolean | undefined;
  /** The most milliseconds that a call may take with all its attempts and waits; of a listing, each page. Ten minutes unless given. */
  timeoutMs?: number | undefined;
  /**
   * Whether requests wait for their turn, so that they stay within the rate limits; `true` unless given. Without that they go out at once,
   * as for a gateway that keeps the limits itself. What the server refuses is tried again in either case, as `retry` says.
   */
  rateGate?: boolean | undefined;
  /**
   * Whether operations that write are refused before they are sent, with a `ReadOnlyError`; `false` unless given. A search is a read, although
   * it is a POST.
   */
  readOnly?: boolean | undefined;
  /**
   * Whether answers are held against what is documented: `'warn'` tells of what does not fit, `'throw'` makes an error of it, which has
   * the answer. `'off'` unless given. What is not documented is never a finding.
   */
  validate?: Validate | undefined;
  /** With `validate: 'warn'`, is told of each finding, up to a hundred for an answer. Without it, each place is told once on the console. */
  onFinding?: ((finding: Finding) => void) | undefined;
}

/**
 * Options that were checked.
 *
 * @internal
 */
export interface Prepared {
  validate: Validate;
  onFinding: ClientOptions['onFinding'];
  settings: string;
  fetch: FetchLike;
  backend: Backend | undefined;
}

/** What each option is, by `typeof`. */
const KINDS: Record<string, readonly string[]> = {
  apiKey: ['string', 'null'],
  directoryKey: ['string', 'null'],
  baseUrl: ['string'],
  fetch: ['function'],
  backend: ['object'],
  retry: ['object', 'boolean'],
  timeoutMs: ['number'],
  rateGate: ['boolean'],
  readOnly: ['boolean'],
  validate: ['string'],
  onFinding: ['function'],
};

/** The same of the members of `retry`. */
const RETRY_KINDS: Record<string, readonly string[]> = { attempts: ['number'], firstWaitMs: ['number'], longestWaitMs: ['number'] };

/**
 * Refuses what has a name that is not known.
 *
 * @internal
 */
export function refuseUnknown(place: string, given: object | null | undefined, known: readonly string[]): void {
  const unknown = Object.keys(given ?? {}).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw misuse(`${place}${unknown}: is not known here; known are ${known.join(', ')}`);
  }
}

/** Checks the names of options, and of what kind each is. */
function checkKinds(options: object, kinds: Record<string, readonly string[]>, place: string): void {
  refuseUnknown(place, options, Object.keys(kinds));
  for (const [name, value] of Object.entries(options)) {
    const fit = kinds[name] as readonly string[];
    if (value !== undefined && !fit.includes(value === null ? 'null' : typeof value)) {
      throw misuse(`${place}${name}: must be ${fit.join(' or ')}`);
    }
    if (typeof value === 'number' && !isMilliseconds(value)) {
      throw misuse(`${place}${name}: must be a finite number, and none below 0`);
    }
  }
}

/**
 * Whether a number is one of milliseconds that a call can be given.
 *
 * @internal
 */
export function isMilliseconds(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 2 ** 53;
}

/**
 * Checks the options of a client.
 *
 * @internal
 */
export function prepare(options: ClientOptions): Prepared {
  if (typeof (options ?? {}) !== 'object') {
    throw misuse('create: takes an object of options');
  }
  checkKinds(options ?? {}, KINDS, 'create: ');
  if (typeof options?.retry === 'object') {
    checkKinds(options.retry, RETRY_KINDS, 'create: retry.');
    const { attempts = 1 } = options.retry;
    if (!Number.isInteger(attempts) || attempts < 1) {
      throw misuse('create: retry.attempts: must be a whole number, from 1 on');
    }
  }
  const { fetch, backend, onFinding, validate = 'off', ...settings } = options ?? {};
  if (settings.apiKey === undefined && settings.directoryKey === undefined) {
    throw misuse('create: apiKey: must be given; null behind a gateway that adds it');
  }
  if (fetch && backend) {
    throw misuse('create: backend: cannot be given together with fetch');
  }
  if (backend && typeof backend.execute !== 'function') {
    throw misuse('create: backend: must have a method `execute`');
  }
  if (!['off', 'warn', 'throw'].includes(validate)) {
    throw misuse("create: validate: must be 'off', 'warn' or 'throw'");
  }
  const text = JSON.stringify({ ...settings, validate: validate !== 'off' });
  return { settings: text, validate, onFinding, fetch: fetch ?? hostFetch, backend };
}

/** The host's own fetch. It is looked up for each request, since the host may replace it, and never kept without its owner. */
const hostFetch: FetchLike = (url, init) => {
  if (typeof globalThis.fetch !== 'function') {
    throw new Error('this host has no fetch: give one');
  }
  return globalThis.fetch(url, init);
};
