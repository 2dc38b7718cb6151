/** Bodies as values. */

import { escaped, gathered } from './escape.js';

const utf8 = new TextDecoder();

/** Shorter bodies have nothing to gain, in bytes. */
const PAGE = 2048;

/** Whether the last page was all ASCII. So is the next one, probably: then it is not searched for letters first. */
let wasPlain = false;

/** A body as it was read: text, or its bytes in chunks. */
export type Body = string | Uint8Array[];

/** Makes an object of a body: the same as that of its bytes decoded plainly, only sooner. */
export function parse(body: Body): unknown {
  if (typeof body === 'string') {
    // A decoder of bytes removes the byte order mark that some servers send; a text may have it
    // still.
    return JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
  }
  let whole = gathered(body);
  if (whole.length < PAGE) {
    return JSON.parse(utf8.decode(whole));
  }
  if (!wasPlain) {
    const text = escaped(whole);
    wasPlain = text === whole;
    if (text !== undefined) {
      try {
        return JSON.parse(utf8.decode(text));
      } catch {
        // What is wrong is told of the body as it came. A byte order mark, which is none of the text, comes here too.
      }
    }
    whole = gathered(body);
  }
  const text = utf8.decode(whole);
  wasPlain &&= text.length === whole.length;
  return JSON.parse(text);
}

/** The bytes of a body. */
export function bytes(body: Body): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : gathered(body);
}
