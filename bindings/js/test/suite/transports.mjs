// The ways by which a client reaches a simulator: the options of each, and which files of cases tell it from the others.

export const transports = {
  "the host's own fetch": ({ baseUrl }) => ({ baseUrl }),
  'an injected fetch': ({ baseUrl, native }) => ({ baseUrl, fetch: (url, init) => native(url, init) }),
  'a backend': ({ baseUrl, native }) => ({ baseUrl: 'https://nowhere.example', backend: { execute: (request) => execute(baseUrl, native, request) } }),
};

/** The first way runs all cases, the others those in which a way to send can make a difference. */
export const chosen = (way, { file }) => way === "the host's own fetch" || ['faults', 'paging', 'unknown'].includes(file);

/** A backend that carries requests to where they were not addressed, and gives all that it knows of the answer. */
async function execute(baseUrl, native, { method, url, headers, body, signal }) {
  const { pathname, search } = new URL(url);
  const answer = await native(`${baseUrl}${pathname}${search}`, { method, headers, body, signal, redirect: 'manual' });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
}
