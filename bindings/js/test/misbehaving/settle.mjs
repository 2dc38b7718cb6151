// How a call ends over a fetch that misbehaves. It runs in Node and in pages alike.

/** Makes calls over `fetch`, injected or in the place of the host's own: what each ended with, in short. */
export async function settle({ AdminClient, AdminError }, fetch, way) {
  const native = globalThis.fetch;
  if (way === "the host's own") globalThis.fetch = fetch;
  try {
    const injected = way === 'an injected' ? { fetch } : {};
    const admin = await AdminClient.create({ apiKey: 'key', retry: false, ...injected });
    const said = { timeoutMs: 100 };
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

/** Whether each end is an error of a class that is not the client's own fault. A change may be answered without a body. */
export const isFit = (ends) => ends.every((end, index) => (/^[A-Z][A-Za-z]+Error$/.test(end) && end !== 'InternalError') || (index === 1 && end === 'answers'));
