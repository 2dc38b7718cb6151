/** The bytes of a text in base64, by the quickest way that the host has. */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (native.fromBase64) {
    return native.fromBase64(text);
  }
  const { Buffer } = globalThis as { Buffer?: { from(text: string, encoding: 'base64'): Uint8Array<ArrayBuffer> } };
  return Buffer ? Buffer.from(text, 'base64') : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
