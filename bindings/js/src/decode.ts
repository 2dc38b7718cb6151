/** Bodies as values. */

import { escaped } from './escape.js';

const utf8 = new TextDecoder();

/** Makes an object of a body's text or bytes: the same as that of the bytes decoded plainly, only sooner. */
export function parse(body: string | Uint8Array): unknown {
  if (typeof body === 'string') {
    return JSON.parse(body);
  }
  const text = escaped(body);
  if (text !== undefined) {
    try {
      return JSON.parse(utf8.decode(text));
    } catch {
      // What is wrong is told of the body as it came. A byte order mark, which is none of the text, comes here too.
    }
  }
  return JSON.parse(utf8.decode(body));
}

/** The bytes of a body. */
export function bytes(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}
