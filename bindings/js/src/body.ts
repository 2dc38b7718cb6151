/** Response bodies. */

import { parseWithLines } from './event-lines.js';

/** A body as the host returned it: text, or bytes in chunks. */
export type Body = string | Uint8Array[];

const utf8 = new TextDecoder();

/** Parses a body as JSON. With `keepsLines`, it is a page of events, each of which keeps its text. */
export function parse(body: Body, keepsLines: boolean): unknown {
  const text = textOf(body);
  return keepsLines ? parseWithLines(text) : JSON.parse(text);
}

/** Returns the bytes of a body. */
export function bytes(body: Body): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : joined(body);
}

function textOf(body: Body): string {
  if (typeof body === 'string') {
    // The `text()` of a host may keep a byte order mark. `TextDecoder` removes it.
    return body.startsWith('\ufeff') ? body.slice(1) : body;
  }
  return utf8.decode(joined(body));
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}
