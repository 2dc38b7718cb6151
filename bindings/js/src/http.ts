/** What sends the requests: the form of `fetch`, and backends in its place. */

/** A function of the form of `fetch`. It is called with a string and a plain object, and never with a `Request`. */
export type FetchLike = (
  url: string,
  init: {
    /** `GET`, `POST` and so on. */
    method: string;
    /** By names in lower case; the key is among them. */
    headers: Record<string, string>;
    /** JSON, if the request has a body. */
    body?: string;
    /** Redirects are never followed: the key stays with the configured host. */
    redirect: 'manual';
    /** Is aborted when nobody waits for the response any more. */
    signal: AbortSignal;
  },
) => PromiseLike<ResponseLike> | ResponseLike;

/** What is used of a response. */
export interface ResponseLike {
  /** The status, such as 200. */
  status: number;
  /** The headers, of which some say when to try again. */
  headers: {
    /** Returns a header by its name, in upper or lower case. */
    get(name: string): string | null | undefined;
  };
  /**
   * The body as a stream of bytes. It is preferred, since what is larger than it may be is not read to its end. A chunk that was read must not
   * be changed or used again.
   */
  body?: unknown;
  /** Returns the body as bytes. */
  arrayBuffer?(): PromiseLike<ArrayBuffer>;
  /** Returns the body as text. One of the three is needed. */
  text?(): PromiseLike<string>;
}

/** A request, as a backend gets it. */
export interface BackendRequest {
  /** `GET`, `POST` and so on. */
  method: string;
  /** The whole URL. */
  url: string;
  /** By names in lower case; the key is among them. */
  headers: Record<string, string>;
  /** JSON, if the request has a body. */
  body: string | undefined;
  /** Is aborted when nobody waits for the response any more. */
  signal: AbortSignal;
}

/** A response, as a backend returns it. */
export interface BackendResponse {
  /** The status, such as 200. */
  status: number;
  /** The headers. */
  headers?: Record<string, string>;
  /** The body, as text or bytes of UTF-8. */
  body?: string | ArrayBuffer | Uint8Array;
}

/** Responds to requests in place of the network: a simulator, a recorder. */
export interface Backend {
  /**
   * Responds to one request, once; a `Response` is taken, too. What it throws counts as a failed
   * connection, after which the request may be sent again. A response of another form ends the call
   * with a `TypeError`.
   */
  execute(request: BackendRequest): PromiseLike<BackendResponse | ResponseLike> | BackendResponse | ResponseLike;
}
