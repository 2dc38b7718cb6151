/** Backends as a `fetch` function. */

import { misuse } from './callers.js';
import { refuse } from './calls.js';
import { current, withCore } from './load.js';
import type { Backend, BackendResponse, FetchLike, ResponseLike } from './http.js';

/**
 * Returns a backend as a `fetch` function. An invalid response is a mistake in the caller's
 * program, not a failed connection, so it ends the call without a retry.
 *
 * @internal
 */
export function fetchOf(backend: Backend): FetchLike {
  return async (url, { method, headers, body, signal }) => {
    const call = current;
    const response: unknown = await backend.execute({ method, url, headers, body, signal });
    const problem = problemOf(response);
    if (problem !== undefined) {
      const error = misuse(`backend: ${problem}`);
      refuse(call, error);
      withCore((core) => core.cancel(call as number));
      throw error;
    }
    return responseOf(response as BackendResponse | ResponseLike);
  };
}

/** Whether it has a method that reads its body, as a `Response` has. */
function isResponse(response: object): response is ResponseLike {
  const { text, arrayBuffer } = response as Partial<ResponseLike>;
  return typeof text === 'function' || typeof arrayBuffer === 'function';
}

function problemOf(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null) {
    return 'execute must return an object with a status';
  }
  if (isResponse(response)) {
    return undefined;
  }
  const { status, headers, body } = response as Record<string, unknown>;
  if (!Number.isInteger(status) || (status as number) < 100 || (status as number) > 999) {
    return 'status: must be a whole number from 100 to 999';
  }
  if (typeof (headers ?? {}) !== 'object') {
    return 'headers: must be an object';
  }
  const isBody = typeof (body ?? '') === 'string' || ArrayBuffer.isView(body) || /ArrayBuffer\]$/.test(Object.prototype.toString.call(body));
  return isBody ? undefined : 'body: must be text or bytes; write JSON by `JSON.stringify`';
}

/** Returns the names and values of an object, a `Headers` or a `Map`. */
function entriesOf(headers: object): Iterable<[string, string]> {
  return Symbol.iterator in headers ? (headers as Iterable<[string, string]>) : Object.entries(headers);
}

function responseOf(response: BackendResponse | ResponseLike): ResponseLike {
  if (isResponse(response)) {
    return response;
  }
  const { status, headers, body } = response;
  const values = new Map([...entriesOf(headers ?? {})].map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    headers: Object.assign(values.entries(), { get: (name: string) => values.get(name.toLowerCase()) }),
    text: async () => (body ?? '') as string,
  };
}
