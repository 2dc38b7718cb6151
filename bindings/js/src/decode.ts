/** Bodies as values. */

const utf8 = new TextDecoder();

/** Makes an object of a body's text or bytes. */
export function parse(body: string | BufferSource): unknown {
  return JSON.parse(typeof body === 'string' ? body : utf8.decode(body));
}
