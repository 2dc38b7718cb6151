/**
 * Reads the body of an answer: `null` where it ends beyond the limit, since one without end must not fill the memory, and `undefined`
 * where there is no way to read it.
 */
export async function read(answer, limit) {
  const { body } = answer;
  if (!body?.getReader) {
    // Bytes before text: their length is known, and a page with one letter beyond ASCII is cheaper to decode by ourselves.
    return answer.arrayBuffer ? answer.arrayBuffer() : answer.text?.();
  }
  const reader = body.getReader();
  const chunks = [];
  let length = 0;
  for (let part; !(part = await reader.read()).done; ) {
    length += part.value.length;
    if (length > limit) {
      return null;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
