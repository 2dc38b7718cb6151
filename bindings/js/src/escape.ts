/**
 * Bodies whose few letters beyond ASCII are written as `\u00e9`.
 *
 * One such letter makes an engine decode a body letter by letter, and most of them to text of two bytes a letter; that takes nearly as
 * long as to parse it. Written as escapes they leave it text that is only copied, and what is parsed of it is the same.
 *
 * The loops are functions of their own, which end with the loop: engines compile such a one for good, where they would give up on a
 * longer one again and again.
 */

/** Escapes may make a body longer by one byte in so many: with more letters it takes longer than it saves. */
const SPARSE = 8;
/** What an escape adds to a letter at most: twelve bytes for four. */
const LONGEST = 8;
/** Memory up to so many bytes is kept for the next body: to be given some anew costs more than to write into it. */
const KEPT = 1 << 22;

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const BEYOND_ASCII = 0x8080_8080;

let kept = new Uint8Array();

/** The bytes of a body that came in chunks, in memory that the next body gets. */
export function gathered(chunks: Uint8Array[]): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  // So much a body may grow; and it begins at a whole word.
  const room = Math.floor(length / SPARSE) & ~3;
  const memory = memoryOf(room + length);
  let end = room;
  for (const chunk of chunks) {
    memory.set(chunk, end);
    end += chunk.length;
  }
  return memory.subarray(room, end);
}

function memoryOf(length: number): Uint8Array {
  if (length > KEPT) {
    return new Uint8Array(length);
  }
  if (length > kept.length) {
    kept = new Uint8Array(length);
  }
  return kept;
}

/**
 * A body of JSON that was `gathered`, with its letters beyond ASCII written as escapes: itself where there are none, `undefined` where there
 * are many, or odd ones. Where it is not itself, it was written over.
 */
export function escaped(body: Uint8Array): Uint8Array | undefined {
  const { buffer, byteOffset, length } = body;
  const words = new Uint32Array(buffer, byteOffset, length >> 2);
  const first = nextLetter(body, words, 0);
  if (first === length) {
    return body;
  }
  const text = new Uint8Array(buffer, 0, byteOffset + length);
  const end = fill(text, byteOffset, body, words, first);
  return end === undefined ? undefined : text.subarray(0, end);
}

/** Writes the escaped body to the front of the memory that it stands in behind `room`; tells where that ends. */
function fill(text: Uint8Array, room: number, body: Uint8Array, words: Uint32Array, first: number): number | undefined {
  text.copyWithin(0, room, room + first);
  let at = first;
  let end = first;
  while (at < body.length) {
    // After a backslash the letter is no text of its own.
    if (body[at - 1] === BACKSLASH) {
      return undefined;
    }
    do {
      const point = codePoint(body, at);
      if (point < 0 || end - at > room - LONGEST) {
        return undefined;
      }
      if (point < 0x1_0000) {
        end = escape(text, end, point);
        at += point < 0x800 ? 2 : 3;
      } else {
        end = escape(text, end, 0xd7c0 + (point >> 10));
        end = escape(text, end, 0xdc00 + (point & 0x3ff));
        at += 4;
      }
    } while (at < body.length && body[at]! >= 0x80);
    const next = nextLetter(body, words, at);
    text.copyWithin(end, room + at, room + next);
    end += next - at;
    at = next;
  }
  return end;
}

/** Where the next byte beyond ASCII stands, or else the end. */
function nextLetter(body: Uint8Array, words: Uint32Array, start: number): number {
  let at = start;
  while (at % 4 !== 0 && at < body.length && body[at]! < 0x80) {
    at += 1;
  }
  if (at % 4 === 0) {
    let word = at >> 2;
    const last = words.length - 4;
    while (word <= last && ((words[word]! | words[word + 1]! | words[word + 2]! | words[word + 3]!) & BEYOND_ASCII) === 0) {
      word += 4;
    }
    while (word < words.length && (words[word]! & BEYOND_ASCII) === 0) {
      word += 1;
    }
    at = word << 2;
  }
  while (at < body.length && body[at]! < 0x80) {
    at += 1;
  }
  return at;
}

/** The letter that begins at `at`; negative if the bytes there are no UTF-8. */
function codePoint(body: Uint8Array, at: number): number {
  const first = body[at]!;
  const second = continued(body[at + 1]);
  if (first < 0xe0) {
    return first >= 0xc2 && second >= 0 ? ((first & 0x1f) << 6) | second : -1;
  }
  const third = continued(body[at + 2]);
  if (first < 0xf0) {
    const point = ((first & 0xf) << 12) | (second << 6) | third;
    const isSurrogate = point >= 0xd800 && point < 0xe000;
    return second >= 0 && third >= 0 && point >= 0x800 && !isSurrogate ? point : -1;
  }
  const fourth = continued(body[at + 3]);
  const point = ((first & 0x7) << 18) | (second << 12) | (third << 6) | fourth;
  const isWhole = first < 0xf5 && second >= 0 && third >= 0 && fourth >= 0;
  return isWhole && point >= 0x1_0000 && point < 0x11_0000 ? point : -1;
}

/** What a byte adds to a letter that began before it; negative if it adds nothing. */
function continued(byte: number | undefined): number {
  return byte !== undefined && byte >> 6 === 2 ? byte & 0x3f : -1;
}

/** Writes one unit of text as an escape; tells where that ends. */
function escape(text: Uint8Array, at: number, unit: number): number {
  text[at] = BACKSLASH;
  text[at + 1] = LETTER_U;
  text[at + 2] = DIGITS[unit >> 12]!;
  text[at + 3] = DIGITS[(unit >> 8) & 0xf]!;
  text[at + 4] = DIGITS[(unit >> 4) & 0xf]!;
  text[at + 5] = DIGITS[unit & 0xf]!;
  return at + 6;
}
