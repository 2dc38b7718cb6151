/** Backends, in the form of a `fetch`. */

import { misuse } from './callers.js';
import { refuse } from './calls.js';
import { current, withCore } from './load.js';
import type { Backend, BackendResponse, FetchLike, ResponseLike } from './http.js';

/**
 * A backend in the form of a `fetch`. A response of a wrong form is a mistake in the caller's
 * program, not a failed connection: it ends the call at once.
 *
 * @internal
 */
export function fetchOf(backend: Backend): FetchLike {
  return async (url, { method, headers, body, signal }) => {
    const call = current;
    const answer: unknown = await backend.execute({ method, url, headers, body, signal });
    const problem = problemOf(answer);
    if (problem !== undefined) {
      const error = misuse(`backend: ${problem}`);
      refuse(call, error);
      withCore((core) => core.cancel(call as number));
      throw error;
    }
    return responseOf(answer as BackendResponse | ResponseLike);
  };
}

/** Whether it can be used as it is, as a `Response` can. */
function isResponse(answer: object): answer is ResponseLike {
  const { text, arrayBuffer } = answer as Partial<ResponseLike>;
  return typeof text === 'function' || typeof arrayBuffer === 'function';
}

function problemOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) {
    return 'execute must return an object with a status';
  }
  if (isResponse(answer)) {
    return undefined;
  }
  const { status, headers, body } = answer as Record<string, unknown>;
  if (!Number.isInteger(status) || (status as number) < 100 || (status as number) > 999) {
    return 'status: must be a whole number from 100 to 999';
  }
  if (typeof (headers ?? {}) !== 'object') {
    return 'headers: must be an object';
  }
  const isBody = typeof (body ?? '') === 'string' || ArrayBuffer.isView(body) || /ArrayBuffer\]$/.test(Object.prototype.toString.call(body));
  return isBody ? undefined : 'body: must be text or bytes; JSON has to be written by `JSON.stringify`';
}

/** The names and values of headers: of an object, a `Headers` or a `Map`. */
function fieldsOf(headers: object): Iterable<[string, string]> {
  return Symbol.iterator in headers ? (headers as Iterable<[string, string]>) : Object.entries(headers);
}

function responseOf(answer: BackendResponse | ResponseLike): ResponseLike {
  if (isResponse(answer)) {
    return answer;
  }
  const { status, headers, body } = answer;
  const fields = new Map([...fieldsOf(headers ?? {})].map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    headers: Object.assign(fields.entries(), { get: (name: string) => fields.get(name.toLowerCase()) }),
    text: async () => (body ?? '') as string,
  };
}
