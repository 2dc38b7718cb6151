// How a call ends over a fetch that misbehaves. It runs in Node and in pages alike.

/** Makes calls over `fetch`, injected or in the place of the host's own: what each ended with, in short. */
export async function settle({ AdminClient, AdminError }, fetch, way, timeoutMs = PATIENT) {
  const native = globalThis.fetch;
  if (way === "the host's own") globalThis.fetch = fetch;
  try {
    const injected = way === 'an injected' ? { fetch } : {};
    const admin = await AdminClient.create({ apiKey: 'key', retry: false, ...injected });
    const said = { timeoutMs };
    const walk = async () => {
      for await (const _ of admin.accounts.list({ orgId: 'o' }, said));
    };
    const stream = async () => {
      for await (const _ of admin.events.stream({ orgId: 'o' }, said));
    };
    const calls = [admin.orgs.get({ orgId: 'o' }, said), admin.groups.create({ orgId: 'o', directoryId: 'd', name: 'g' }, said), walk(), stream()];
    const ends = await Promise.allSettled(calls);
    admin.close();
    return ends.map(({ status, reason }, index) => {
      const operation = ['orgs.get', 'groups.create', 'accounts.list', 'events.poll'][index];
      const isTyped = reason instanceof AdminError && reason.operation === operation && typeof reason.message === 'string';
      return status === 'fulfilled' ? 'answers' : isTyped ? reason.name : `an error of no class: ${String(reason?.stack)}`;
    });
  } finally {
    globalThis.fetch = native;
  }
}

/** For what ends by itself, however slow the machine. */
const PATIENT = 60_000;

/** How long a call over a fetch of this name may take: what never comes is not waited for. */
export const patience = (name) => (KINDS.never.includes(name) ? 100 : PATIENT);

/** What the four calls end with over a fetch, by what it does: a class for each, and no other. */
export function expected(name) {
  const [kind] = Object.entries(KINDS).find(([, names]) => names.includes(name)) ?? ['lost'];
  return ENDS[kind];
}

const ENDS = {
  // No answer arrived, or half of one, or what is none.
  lost: ['ConnectionError', 'OutcomeUnknownError', 'ConnectionError', 'ConnectionError'],
  never: ['TimeoutError', 'OutcomeUnknownError', 'TimeoutError', 'TimeoutError'],
  // A change was made all the same.
  unreadable: ['DecodeError', 'answers', 'DecodeError', 'DecodeError'],
  redirect: Array(4).fill('RedirectError'),
  'not found': Array(4).fill('NotFoundError'),
  'bad request': Array(4).fill('BadRequestError'),
};

/** The fetches that end in another way than by a lost answer. */
const KINDS = {
  never: ['never answers', 'has a then that never calls back', 'has a text that never comes', 'has a body that never ends'],
  unreadable: ['has a then that answers twice', 'has no JSON', 'has half of its JSON', 'has an empty body', 'has bytes that are no UTF-8'],
  redirect: ['answers an opaque redirect'],
  'not found': ['refuses in HTML'],
  'bad request': ['refuses with __proto__ and constructor', 'refuses with lists within lists'],
};
