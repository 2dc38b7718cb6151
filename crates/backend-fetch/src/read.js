/**
 * Reads the body of an answer: a text, or bytes in the chunks in which they came. It is `null` where the body goes on beyond the limit,
 * since one without end must not fill the memory, and `undefined` where there is no way to read it. Once `signal` is aborted nobody
 * waits for it: then no more is read, whether or not the answer's own `fetch` heeds the signal.
 */
export async function read(answer, limit, signal) {
  const { body } = answer;
  const chunks = [];
  let length = 0;
  let parts = 0;
  const isWithin = (chunk) => {
    length += chunk.length;
    // Those without a byte come under no limit.
    if (chunk.length > 0) {
      chunks.push(chunk);
    }
    return length <= limit;
  };
  if (body?.getReader) {
    const reader = body.getReader();
    let part;
    try {
      while (!(part = await reader.read()).done) {
        if (signal?.aborted || !isWithin(bytesOf(part.value))) {
          return null;
        }
        // What is always there at once would let nothing else happen, no time-out either.
        if (++parts % 1000 === 0) {
          await turn();
        }
      }
      return chunks;
    } finally {
      if (!part?.done) {
        (async () => reader.cancel?.())().catch(() => {});
      }
    }
  }
  // Bytes before text: their length is known, and a page with one letter beyond ASCII is cheaper to decode by ourselves.
  const whole = await (answer.arrayBuffer ? answer.arrayBuffer() : answer.text?.());
  if (whole === undefined || typeof whole === 'string') {
    return whole?.length > limit ? null : whole;
  }
  return isWithin(bytesOf(whole)) ? chunks : null;
}

/** The host's next turn. By a message where the host has them: fake timers of tests leave these. */
function turn() {
  return new Promise((resolve) => {
    if (typeof MessageChannel !== 'function') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** The bytes of a view or a buffer, of whatever realm. What is neither makes it throw. */
function bytesOf(value) {
  const view = ArrayBuffer.isView(value) ? value : new DataView(value);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
