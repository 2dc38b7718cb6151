// The outcome of calls over a fetch that misbehaves. It runs in Node and in Chromium.

/**
 * Makes calls over `fetch`, injected or in place of the host's own. Returns the outcome of each as
 * text.
 */
export async function settle({ AdminClient, AdminError }, fetch, source, timeoutMs = PATIENT) {
  const native = globalThis.fetch;
  if (source === "the host's own") globalThis.fetch = fetch;
  try {
    const injected = source === 'an injected' ? { fetch } : {};
    const admin = await AdminClient.create({ apiKey: 'key', retry: false, ...injected });
    const options = { timeoutMs };
    const walk = async () => {
      for await (const _ of admin.accounts.list({ orgId: 'o' }, options));
    };
    const stream = async () => {
      for await (const _ of admin.events.stream({ orgId: 'o' }, options));
    };
    const calls = [admin.orgs.get({ orgId: 'o' }, options), admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' }, options), walk(), stream()];
    const ends = await Promise.allSettled(calls);
    admin.close();
    return ends.map(({ status, reason }, index) => {
      const operation = ['orgs.get', 'groups.create', 'accounts.list', 'events.poll'][index];
      const isTyped = reason instanceof AdminError && reason.operation === operation && typeof reason.message === 'string';
      return status === 'fulfilled' ? 'resolves' : isTyped ? reason.name : `an unknown error: ${String(reason?.stack)}`;
    });
  } finally {
    globalThis.fetch = native;
  }
}

/** The time limit for outcomes that do not need one, enough for a slow machine. */
const PATIENT = 60_000;

/** Returns the time limit for a call over a fetch of this name: short if it never settles. */
export const patience = (name) => (KINDS.never.includes(name) ? 100 : PATIENT);

/** Returns the outcomes of the four calls over a fetch of this name: a class for each. */
export function expected(name) {
  const [kind] = Object.entries(KINDS).find(([, names]) => names.includes(name)) ?? ['lost'];
  return ENDS[kind];
}

const ENDS = {
  // The response was lost, incomplete or not a response.
  lost: ['ConnectionError', 'OutcomeUnknownError', 'ConnectionError', 'ConnectionError'],
  never: ['TimeoutError', 'OutcomeUnknownError', 'TimeoutError', 'TimeoutError'],
  // The write was made nevertheless.
  unreadable: ['DecodeError', 'resolves', 'DecodeError', 'DecodeError'],
  redirect: Array(4).fill('RedirectError'),
  'not found': Array(4).fill('NotFoundError'),
  'bad request': Array(4).fill('BadRequestError'),
};

/** The fetches whose outcome is not that of a lost response. */
const KINDS = {
  never: ['never settles', 'has a then that never calls back', 'has a text that never resolves', 'has a body that never ends'],
  unreadable: ['has a then that calls back twice', 'has no JSON', 'has half of its JSON', 'has an empty body', 'has bytes that are not UTF-8'],
  redirect: ['returns an opaque redirect'],
  'not found': ['refuses in HTML'],
  'bad request': ['refuses with __proto__ and constructor', 'refuses with lists within lists'],
};
