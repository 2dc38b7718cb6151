/**
 * Calls `fetch` on `owner` with `args`, and reads the whole response, by its methods and not by its type: polyfills and
 * injected functions have response types of their own. Returns its status, its body and the values of the headers in `names`,
 * each `undefined` if it is absent; `null` if the body exceeds the limit. Rejects with what `fetch` throws, or with an error
 * for a response that is not usable.
 */
export async function send(fetch, owner, args, names, limit, signal) {
  const response = await fetch.apply(owner, args);
  // Browsers hide the status of a redirect that is not followed: it is reported as 302.
  const status = property(response, 'type') === 'opaqueredirect' ? 302 : property(response, 'status');
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    throw new Error('fetch returned no response: it has no status');
  }
  const values = names.map((name) => header(response, name));
  if (header(response, 'content-length') > limit) {
    return null;
  }
  if (status === 204 || status === 302) {
    return [status, undefined, ...values];
  }
  const body = await read(response, limit, signal);
  if (body === undefined) {
    throw new Error('fetch returned no response: its body is neither bytes nor text');
  }
  return body === null ? null : [status, body, ...values];
}

/** Makes the options of `fetch`. `headers` has a line `name: value` for each. */
export function makeInit(method, headers, body, signal) {
  const fields = {};
  for (const line of headers.trimEnd().split('\n')) {
    const colon = line.indexOf(':');
    fields[line.slice(0, colon)] = line.slice(colon + 2);
  }
  return { method, headers: fields, ...(body !== undefined && { body }), redirect: 'manual', signal };
}

/** Returns a property of any value; `undefined` if it cannot be read. */
function property(value, name) {
  try {
    return value[name];
  } catch {
    return undefined;
  }
}

/** Returns a header; `undefined` if it cannot be read. */
function header(response, name) {
  try {
    return response.headers.get(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the body of a response: a string, or bytes in their chunks. Returns `null` if the body exceeds the limit, since an
 * endless one would fill the memory, and `undefined` if the response has no method to read it. Stops once `signal` is
 * aborted, whether or not the response's own `fetch` supports the signal.
 */
async function read(answer, limit, signal) {
  const { body } = answer;
  const chunks = [];
  let length = 0;
  let parts = 0;
  const isWithin = (chunk) => {
    length += chunk.length;
    // Empty chunks are not stored: their number is not limited.
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
        // A stream that never waits would block the event loop, and with it the time-out.
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
  // Bytes are preferred to text: their length is known, and a body with a character beyond ASCII is faster to decode in wasm.
  const whole = await (answer.arrayBuffer ? answer.arrayBuffer() : answer.text?.());
  if (whole === undefined || typeof whole === 'string') {
    return whole?.length > limit ? null : whole;
  }
  return isWithin(bytesOf(whole)) ? chunks : null;
}

/** Waits for the next turn of the event loop. Uses a message if possible, which fake timers of tests do not replace. */
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

/** Returns the bytes of a view or a buffer of any realm. Throws for other values. */
function bytesOf(value) {
  const view = ArrayBuffer.isView(value) ? value : new DataView(value);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
