/**
 * Text that holds bytes: each is the lower half of a letter's number. What cannot be printed is moved to letters further up, which no tool
 * on the way takes for anything else. Compressed, it is a fifth smaller than base64, which hides from every compressor where a byte begins.
 */
export function letters(bytes) {
  const isPrintable = (byte) => (byte >= 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
  return Array.from(bytes, (byte) => String.fromCharCode(isPrintable(byte) ? byte : 0x100 + byte)).join('');
}
