/** The bytes that are the lower halves of a text's letters, by the quickest way that the host has. */
export function bytes(letters: string): Uint8Array<ArrayBuffer> {
  const { Buffer } = globalThis as { Buffer?: { from(text: string, encoding: 'latin1'): Uint8Array<ArrayBuffer> } };
  if (Buffer) {
    return Buffer.from(letters, 'latin1');
  }
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index++) {
    bytes[index] = letters.charCodeAt(index);
  }
  return bytes;
}
