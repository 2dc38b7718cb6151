/** Headers that the user of the package adds to requests. */

import { misuse } from './callers.js';

/** Headers by their names, or as pairs, such as a `Headers`. */
export type HeaderFields = Readonly<Record<string, string>> | Iterable<readonly [name: string, value: string]>;

/** Headers that the client, `fetch` or the connection writes. */
const OWN: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
]);

/**
 * The name and the value of a header.
 *
 * @internal
 */
export type Header = [name: string, value: string];

/**
 * Checks headers, and returns them by names in lower case. No error shows a value.
 *
 * @internal
 */
export function checkedHeaders(headers: object | undefined, place: string): Header[] {
  const given: object = headers ?? {};
  // A `Headers` or a `Map` has no properties: its headers would be lost in silence.
  const fields = Symbol.iterator in given ? [...(given as Iterable<[string, unknown]>)] : Object.entries(given);
  return fields.map(([name, value]) => {
    const lower = name.toLowerCase();
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw misuse(`${place}headers: a name has other characters than a-z, 0-9 and \`-\`; correct it`);
    }
    if (OWN.has(lower)) {
      throw misuse(`${place}headers: ${lower}: the client writes it itself; leave it out`);
    }
    return [lower, checkedValue(value, `${place}headers: ${lower}`)];
  });
}

/**
 * Checks the value of a header.
 *
 * @internal
 */
export function checkedValue(value: unknown, place: string): string {
  if (typeof value !== 'string' || /[^\x20-\x7e\t]/.test(value)) {
    throw misuse(`${place}: must be text of visible ASCII characters`);
  }
  return value;
}
