// The ways by which a client reaches a simulator: the options of each.

export const transports = {
  "the host's own fetch": ({ baseUrl }) => ({ baseUrl }),
  'an injected fetch': ({ baseUrl, native }) => ({ baseUrl, fetch: (url, init) => native(url, init) }),
  'a backend': ({ baseUrl, native }) => ({ baseUrl: 'https://nowhere.example', backend: { execute: (request) => execute(baseUrl, native, request) } }),
};

/** A backend that carries requests to where they were not addressed, and gives all that it knows of the answer. */
async function execute(baseUrl, native, { method, url, headers, body, signal }) {
  const { pathname, search } = new URL(url);
  const answer = await native(`${baseUrl}${pathname}${search}`, { method, headers, body, signal, redirect: 'manual' });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
}
