// Fetches that misbehave. None returns a usable response, and each must end as an error of the
// client, on every host.

export const ORG = '{"data":{"id":"o","type":"orgs","attributes":{"name":"Ünï"}}}';

/** Returns a plain object in place of a response. */
export const response = (status, body, headers = {}) => ({
  status,
  headers: { get: (name) => headers[name] ?? null },
  text: async () => body,
});

const fail = (message) => {
  throw new Error(message);
};
const never = () => new Promise(() => {});
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
/** Returns a real response whose body arrives in these chunks, and ends as `end` does. */
const streamed = (chunks, end) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        end(controller);
      },
    }),
  );
const detached = () => {
  const buffer = new ArrayBuffer(8);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
};
const bytesOf = (body) => ({ ...response(200), arrayBuffer: async () => body });

export const fetches = {
  // Exceptions.
  'throws an error': () => fail('boom'),
  'throws a string': () => { throw 'boom'; },
  'throws nothing': () => { throw undefined; },
  'throws null': () => { throw null; },
  'throws a symbol': () => { throw Symbol('boom'); },
  'throws a revoked proxy': () => { throw revoked(); },
  'throws an error without a message': () => { throw Object.defineProperty(new Error(), 'message', { get: () => fail('message') }); },
  'rejects with an error': async () => { throw new TypeError('fetch failed'); },
  'rejects with a string': () => Promise.reject('boom'),
  'rejects with nothing': () => Promise.reject(),
  'rejects with itself': () => {
    const promise = new Promise((_, reject) => queueMicrotask(() => reject(promise)));
    return promise;
  },
  'is called without its owner': function () { return this.nothing.at.all; },
  // Other values in place of a response.
  'returns nothing': () => undefined,
  'returns null': async () => null,
  'returns a number': async () => 7,
  'returns a function': async () => () => response(200, ORG),
  'returns an empty object': async () => ({}),
  'returns an error': async () => new Error('boom'),
  'returns what cannot be looked at': async () => response(200, ORG) && { status: 200, headers: revoked(), text: revoked() },
  'never settles': never,
  // Hostile `then` methods.
  'has a then that throws': () => ({ then() { fail('then'); } }),
  'has a then that cannot be read': () => Object.defineProperty({}, 'then', { get: () => fail('then') }),
  'has a then that calls back twice': () => ({ then(resolve) { resolve(response(200, 'no JSON')); resolve(null); throw 1; } }),
  'has a then that rejects and answers': () => ({ then(resolve, reject) { reject('no'); resolve(response(200, ORG)); } }),
  'has a then that never calls back': () => ({ then() {} }),
  'has thens within thens': () => ({ then(resolve) { resolve({ then(inner) { inner({ then() { fail('deep'); } }); } }); } }),
  // Getters and proxies.
  'has a status that cannot be read': async () => Object.defineProperty({}, 'status', { get: () => fail('status') }),
  'has a type that cannot be read': async () => Object.defineProperty({ status: 99 }, 'type', { get: () => fail('type') }),
  'has a body that cannot be read': async () => Object.defineProperty(response(200), 'text', { get: () => fail('text') }),
  'is a proxy that throws': async () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : fail('proxy')) }),
  // Wrong types.
  'has a status of text': async () => ({ ...response(200, ORG), status: '200' }),
  'has a status of a big integer': async () => ({ ...response(200, ORG), status: 200n }),
  'has a status that is no number': async () => response(Number.NaN, ORG),
  'has a status out of range': async () => response(99_999, ORG),
  'has a negative status': async () => response(-200, ORG),
  'has a broken status': async () => response(200.5, ORG),
  'has a status of nothing': async () => response(0, ORG),
  'has no body': async () => ({ status: 200, headers: { get: () => null } }),
  'has a body that is no function': async () => ({ ...response(200), text: ORG }),
  'has a text that is an object': async () => ({ ...response(200), text: async () => ({}) }),
  'has a text that is a number': async () => ({ ...response(200), text: async () => 7 }),
  'has bytes that are a list': async () => bytesOf([123, 125]),
  'has bytes that are a blob': async () => bytesOf(new Blob([ORG])),
  // Bodies that fail.
  'has a text that throws': async () => ({ ...response(200), text: () => fail('text') }),
  'has a text that rejects with a string': async () => ({ ...response(200), text: () => Promise.reject('cut') }),
  'has a text that never resolves': async () => ({ ...response(200), text: never }),
  'has a text with a hostile then': async () => ({ ...response(200), text: () => ({ then() { fail('then'); } }) }),
  'has a body that fails midway': async () => streamed([ORG.slice(0, 20)], (controller) => controller.error(new Error('midway'))),
  'has a body that fails midway with nothing': async () => streamed([ORG.slice(0, 20)], (controller) => controller.error()),
  'has a body that never ends': async () => streamed([ORG], () => {}),
  'has a body that was used up': async () => {
    const used = new Response(ORG);
    await used.text();
    return used;
  },
  'has a body with a reader': async () => {
    const read = new Response(ORG);
    read.body.getReader();
    return read;
  },
  'has a detached buffer': async () => bytesOf(detached()),
  'has a view of a detached buffer': async () => {
    const view = new Uint8Array(8);
    structuredClone(view.buffer, { transfer: [view.buffer] });
    return bytesOf(view);
  },
  'refuses with a detached buffer': async () => ({ ...bytesOf(detached()), status: 403 }),
  // Bodies that are not JSON, or not what this operation returns.
  'has no JSON': async () => response(200, '<html>hello</html>'),
  'has half of its JSON': async () => response(200, ORG.slice(0, 20)),
  'has an empty body': async () => response(200, ''),
  'has bytes that are not UTF-8': async () => bytesOf(new Uint8Array([0x22, 0xff, 0xfe])),
  'refuses in HTML': async () => response(404, '<html>hello</html>'),
  'refuses with __proto__ and constructor': async () => response(400, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"errors":[{"__proto__":{"polluted":1}}]}'),
  'refuses with lists within lists': async () => response(400, '['.repeat(100_000)),
  'returns an opaque redirect': async () => ({ ...response(0, ''), type: 'opaqueredirect' }),
  'returns an error response': async () => Response.error(),
};

/** Returns a fetch that gives the same response to all calls: the second call finds it used. */
export function sharing() {
  const shared = new Response(ORG);
  return async () => shared;
}
