/** What a client is created with. */

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
  /** The body as bytes. */
  arrayBuffer?(): PromiseLike<ArrayBuffer>;
  /** The body as text. One of the two is needed. */
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
  /** By names in small letters. */
  headers?: Record<string, string>;
  /** The body, as text or bytes of UTF-8. */
  body?: string | ArrayBuffer | Uint8Array;
}

/** Answers requests in place of the network: a simulator, a recorder. */
export interface Backend {
  /** Answers one request, once. */
  execute(request: BackendRequest): PromiseLike<BackendResponse> | BackendResponse;
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
  /** The organization's API key, made at admin.atlassian.com; `null` behind a gateway that adds it. */
  apiKey?: string | null | undefined;
  /** The directory's own key, for the operations of SCIM; `null` behind a gateway that adds it. */
  directoryKey?: string | null | undefined;
  /** Where the API is, without the paths' `/admin`. `https://api.atlassian.com` unless given. */
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
  fetch: FetchLike | undefined;
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
  validate: ['string'],
  onFinding: ['function'],
};

/**
 * Checks the options of a client.
 *
 * @internal
 */
export function prepare(options: ClientOptions): Prepared {
  for (const [name, value] of Object.entries(options ?? {})) {
    const kinds = KINDS[name];
    if (kinds === undefined) {
      throw new TypeError(`create: ${name}: is not known; known are ${Object.keys(KINDS).join(', ')}`);
    }
    if (value !== undefined && !kinds.includes(value === null ? 'null' : typeof value)) {
      throw new TypeError(`create: ${name}: must be ${kinds.join(' or ')}`);
    }
  }
  const { fetch, backend, onFinding, validate = 'off', ...settings } = options ?? {};
  if (settings.apiKey === undefined && settings.directoryKey === undefined) {
    throw new TypeError('create: apiKey: must be given; null behind a gateway that adds it');
  }
  if (fetch && backend) {
    throw new TypeError('create: backend: cannot be given together with fetch');
  }
  if (!['off', 'warn', 'throw'].includes(validate)) {
    throw new TypeError("create: validate: must be 'off', 'warn' or 'throw'");
  }
  const text = JSON.stringify({ ...settings, validate: validate !== 'off' });
  return { settings: text, validate, onFinding, fetch: backend ? fetchOf(backend) : fetch };
}

/** A backend in the form of a fetch. */
function fetchOf(backend: Backend): FetchLike {
  return async (url, { method, headers, body, signal }) => {
    const answer = await backend.execute({ method, url, headers, body, signal });
    const fields = answer.headers ?? {};
    return {
      status: answer.status,
      headers: { get: (name) => fields[name] },
      text: async () => (answer.body ?? '') as string,
    };
  };
}
