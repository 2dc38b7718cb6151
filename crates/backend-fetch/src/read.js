/**
 * Reads the body of an answer: a text, or bytes in the chunks in which they came. It is `null` where the body goes on beyond the limit,
 * since one without end must not fill the memory, and `undefined` where there is no way to read it.
 */
export async function read(answer, limit) {
  const { body } = answer;
  const chunks = [];
  let length = 0;
  const isWithin = (chunk) => {
    length += chunk.length;
    chunks.push(chunk);
    return length <= limit;
  };
  if (body?.getReader) {
    const reader = body.getReader();
    for (let part; !(part = await reader.read()).done; ) {
      if (!isWithin(bytesOf(part.value))) {
        return null;
      }
    }
    return chunks;
  }
  // Bytes before text: their length is known, and a page with one letter beyond ASCII is cheaper to decode by ourselves.
  const whole = await (answer.arrayBuffer ? answer.arrayBuffer() : answer.text?.());
  if (whole === undefined || typeof whole === 'string') {
    return whole?.length > limit ? null : whole;
  }
  return isWithin(bytesOf(whole)) ? chunks : null;
}

/** The bytes of a view or a buffer, of whatever realm. What is neither makes it throw. */
function bytesOf(value) {
  const view = ArrayBuffer.isView(value) ? value : new DataView(value);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
