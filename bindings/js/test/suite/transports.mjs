// The transports by which a client reaches a simulator: the options of each, and the files of
// cases that depend on the transport.

export const transports = {
  "the host's own fetch": ({ baseUrl }) => ({ baseUrl }),
  'an injected fetch': ({ baseUrl, native }) => ({ baseUrl, fetch: (url, init) => native(url, init) }),
  'a backend': ({ baseUrl, native }) => ({ baseUrl: 'https://nowhere.example', backend: { execute: (request) => execute(baseUrl, native, request) } }),
};

/**
 * The first transport runs all cases, the others those whose outcome can depend on the transport.
 */
export const chosen = (transport, { file }) => transport === "the host's own fetch" || ['faults', 'paging', 'unknown'].includes(file);

/** A backend that sends requests to another address, and returns the whole response. */
async function execute(baseUrl, native, { method, url, headers, body, signal }) {
  const { pathname, search } = new URL(url);
  const answer = await native(`${baseUrl}${pathname}${search}`, { method, headers, body, signal, redirect: 'manual' });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
}
