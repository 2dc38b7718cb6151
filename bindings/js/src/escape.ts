/**
 * Bodies whose few letters beyond ASCII are written as `\u00e9`.
 *
 * One such letter makes an engine decode a body letter by letter, and most of them to text of two bytes a letter; that takes nearly as
 * long as to parse it. Written as escapes they leave it text that is only copied, and what is parsed of it is the same.
 */

/** Shorter bodies have nothing to gain, in bytes. */
const SHORTEST = 2048;
/** Escapes may make a body longer by one byte in so many: with more letters it takes longer than it saves. */
const SPARSE = 8;
/** What an escape adds to a letter at most: twelve bytes for four. */
const LONGEST = 8;

/** Memory up to so many bytes is kept for the next body: to be given some anew costs more than to write into it. */
const KEPT = 1 << 21;

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const BEYOND_ASCII = 0x8080_8080;

let kept = new Uint8Array();

/**
 * A body of JSON with its letters beyond ASCII written as escapes; `undefined` where there are none, many, or odd ones. It is to be
 * read before the next body comes.
 */
export function escaped(body: Uint8Array): Uint8Array | undefined {
  const end = body.length;
  const first = end < SHORTEST ? end : firstLetter(body);
  if (first === end) {
    return undefined;
  }
  const room = Math.floor(end / SPARSE) - LONGEST;
  const text = memory(end + room + LONGEST);
  text.set(body.subarray(0, first));
  const [from, to] = [viewOf(body), viewOf(text)];
  let at = first;
  let length = first;
  while (at < end) {
    // After a backslash the letter is no text of its own.
    if (body[at - 1] === BACKSLASH) {
      return undefined;
    }
    do {
      const point = codePoint(body, at);
      if (point === undefined || length - at > room) {
        return undefined;
      }
      if (point < 0x1_0000) {
        length = escape(text, length, point);
        at += point < 0x800 ? 2 : 3;
      } else {
        length = escape(text, length, 0xd7c0 + (point >> 10));
        length = escape(text, length, 0xdc00 + (point & 0x3ff));
        at += 4;
      }
    } while (body[at]! >= 0x80);
    // Two words at a time, wherever they stand; and the rest by bytes.
    for (; at + 8 <= end; at += 8, length += 8) {
      const word = from.getInt32(at, true);
      const next = from.getInt32(at + 4, true);
      if (((word | next) & BEYOND_ASCII) !== 0) {
        break;
      }
      to.setInt32(length, word, true);
      to.setInt32(length + 4, next, true);
    }
    while (at < end && body[at]! < 0x80) {
      text[length] = body[at]!;
      length += 1;
      at += 1;
    }
  }
  return text.subarray(0, length);
}

function memory(length: number): Uint8Array {
  if (length > KEPT) {
    return new Uint8Array(length);
  }
  if (length > kept.length) {
    kept = new Uint8Array(length);
  }
  return kept;
}

/** Where the first byte beyond ASCII stands, or else the end. */
function firstLetter(body: Uint8Array): number {
  const words = viewOf(body);
  const end = body.length;
  let at = 0;
  while (at + 16 <= end) {
    const some = words.getInt32(at, true) | words.getInt32(at + 4, true);
    const more = words.getInt32(at + 8, true) | words.getInt32(at + 12, true);
    if (((some | more) & BEYOND_ASCII) !== 0) {
      break;
    }
    at += 16;
  }
  while (at < end && body[at]! < 0x80) {
    at += 1;
  }
  return at;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The letter that begins at `at`; `undefined` if the bytes there are no UTF-8. */
function codePoint(body: Uint8Array, at: number): number | undefined {
  const first = body[at]!;
  const second = continued(body[at + 1]);
  if (first < 0xe0) {
    return first >= 0xc2 && second >= 0 ? ((first & 0x1f) << 6) | second : undefined;
  }
  const third = continued(body[at + 2]);
  if (first < 0xf0) {
    const point = ((first & 0xf) << 12) | (second << 6) | third;
    const isSurrogate = point >= 0xd800 && point < 0xe000;
    return second >= 0 && third >= 0 && point >= 0x800 && !isSurrogate ? point : undefined;
  }
  const fourth = continued(body[at + 3]);
  const point = ((first & 0x7) << 18) | (second << 12) | (third << 6) | fourth;
  const isWhole = first < 0xf5 && second >= 0 && third >= 0 && fourth >= 0;
  return isWhole && point >= 0x1_0000 && point < 0x11_0000 ? point : undefined;
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
