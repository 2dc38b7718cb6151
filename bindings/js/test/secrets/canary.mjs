// Searches printed text for a canary: the key and the address of the tests contain this word,
// which occurs nowhere else.

const WORD = 'canary';
const hex = [...Buffer.from(WORD)].map((byte) => byte.toString(16));
const numbers = [...Buffer.from(WORD)];

/**
 * The word as it is, escaped for URLs and JSON, as bytes, and in base64 at each offset within a
 * longer text.
 */
const FORMS = [
  WORD,
  hex.map((byte) => `%${byte}`).join(''),
  hex.map((byte) => `\\u00${byte}`).join(''),
  hex.map((byte) => `\\x${byte}`).join(''),
  hex.join(''),
  hex.join(' '),
  numbers.join(','),
  numbers.join(', '),
  numbers.map((byte, index) => `"${index}":${byte}`).join(','),
  // Without the characters that depend on the text around it.
  ...['', 'x', 'xx'].map((before) => {
    const characters = (bytes) => (bytes * 8) / 6;
    return Buffer.from(before + WORD).toString('base64').slice(Math.ceil(characters(before.length)), Math.floor(characters(before.length + WORD.length)));
  }),
].map((form) => form.toLowerCase());

/** Returns the part of a text that contains the word, if it does. */
export function found(text) {
  const place = FORMS.map((form) => text.toLowerCase().indexOf(form)).find((place) => place >= 0);
  return place === undefined ? undefined : text.slice(Math.max(0, place - 300), place + 100);
}
