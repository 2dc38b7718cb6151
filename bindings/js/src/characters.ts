/**
 * Decodes a text in which each character holds a byte: the low eight bits of its code.
 * `scripts/characters.mjs` encodes it.
 */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const { Buffer } = globalThis as { Buffer?: { from(text: string, encoding: 'latin1'): Uint8Array<ArrayBuffer> } };
  if (Buffer) {
    return Buffer.from(text, 'latin1');
  }
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    bytes[index] = text.charCodeAt(index);
  }
  return bytes;
}
