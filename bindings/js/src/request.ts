/** Requests of any method and path. */

import { toJson } from './arguments.js';
import type { CallOptions } from './call-options.js';
import { misuse } from './callers.js';

/** The methods of requests. */
export type RequestMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The value of a parameter in a path or query. */
export type RequestValue = string | number | boolean;

/** The parts of a request, and the options of its call. */
export interface RequestOptions extends CallOptions {
  /** The values of `{name}` in the path. Each is encoded as one segment. */
  path?: Readonly<Record<string, RequestValue>> | undefined;
  /** The parameters of the query, percent-encoded. Those that are `undefined` are left out; an array is sent as one parameter for each value. */
  query?: Readonly<Record<string, RequestValue | readonly RequestValue[] | undefined>> | undefined;
  /** The body, which is sent as JSON. GET and HEAD have none. */
  body?: unknown;
  /**
   * Whether making the request twice has the same effect as making it once; `false` unless given. Then it is sent again after a lost
   * response, as GET and HEAD always are.
   */
  idempotent?: boolean | undefined;
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies RequestMethod[];

/**
 * The parts of a request as the core reads them.
 *
 * @internal
 */
export function partsOf(
  operation: string,
  method: string,
  template: string,
  { path, query, body, idempotent = false }: RequestOptions,
): string {
  if (!METHODS.includes(method)) {
    throw misuse(`request: method: must be ${METHODS.join(', ')}`);
  }
  if (typeof template !== 'string' || !template.startsWith('/') || /[?#]/.test(template)) {
    throw misuse('request: the path must begin with `/`, and have no query: give its values in `path`, and the query in `query`');
  }
  if (typeof idempotent !== 'boolean') {
    throw misuse(`${operation}: idempotent: must be boolean`);
  }
  return toJson(operation, {
    path: pairsOf(`${operation}: path: `, path),
    query: pairsOf(`${operation}: query: `, query),
    body,
    idempotent,
  });
}

function pairsOf(place: string, values: unknown): [string, string][] {
  if (typeof (values ?? {}) !== 'object' || Array.isArray(values)) {
    throw misuse(`${place}must be an object`);
  }
  return Object.entries(values ?? {}).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((single) => single !== undefined)
      .map((single): [string, string] => {
        if (!['string', 'number', 'boolean'].includes(typeof single) || Number.isNaN(single)) {
          throw misuse(`${place}${name}: must be string, number or boolean`);
        }
        return [name, `${single}`];
      }),
  );
}
