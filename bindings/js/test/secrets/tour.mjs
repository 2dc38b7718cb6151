// Every operation, to every end that a call can have, with the key and an address wherever a server can put them. It runs in Node and in
// pages alike.
//
// What may hold the address: the request, answers that are handed to the caller, and what an error keeps for those who ask (`title`, `detail`,
// `body`, `thrown`, and a `code` that is none). What may hold the key: the request's headers, and so `thrown`.

export const KEY = 'canary-key';
export const EMAIL = 'canary@example.com';

/** The errors that the tour meets: all that depend on an answer, and what is thrown at callers who pass nonsense. */
export const NAMES = [
  'AbortError',
  'BadRequestError',
  'ClosedError',
  'ConflictError',
  'ConnectionError',
  'DecodeError',
  'ForbiddenError',
  'NotFoundError',
  'OutcomeUnknownError',
  'PagingError',
  'PaymentRequiredError',
  'RateLimitError',
  'RedirectError',
  'ServerError',
  'TimeoutError',
  'TypeError',
  'UnauthorizedError',
  'ValidationError',
];

/** An answer with these words wherever a server, or what lies between, can put them. */
const answer = (status, body, said) => () => new Response(status === 204 ? null : body, {
  status,
  headers: Object.fromEntries(['atl-traceid', 'x-request-id', 'retry-after', 'content-type', 'location'].map((name) => [name, said])),
});

const never = () => new Promise(() => {});

const ends = [
  () => { throw new TypeError(`cannot reach ${EMAIL} with ${KEY}`); },
  () => { throw EMAIL; },
  (url, init) => Promise.reject(Object.assign(new Error(url), { config: init })),
  () => Promise.reject({ [EMAIL]: KEY }),
  () => ({ status: EMAIL, headers: KEY }),
  () => ({ status: 200, headers: new Headers(), text: () => Promise.reject(new Error(EMAIL)) }),
  never,
  ...[KEY, EMAIL].flatMap((said) => [
    ...[301, 400, 401, 402, 403, 404, 408, 409, 410, 413, 422, 429, 500, 503].flatMap((status) => [
      answer(status, `{"errors":[{"id":"${said}","code":"${said}","title":"${said}","detail":"${said}"}]}`, said),
      answer(status, `{"key":"${said}","message":"${said}","traceId":"${said}","context":{"${said}":"${said}"}}`, said),
      answer(status, `<html>${said}`, said),
    ]),
    answer(400, '{"code":"\\u0063anary-key"}', 'x'),
    ...[
      `"${said}"`,
      `{"${said}":"${said}"}`,
      `{"data":"${said}","links":"${said}","meta":"${said}","Resources":"${said}"}`,
      `{"data":[{"${said}":"${said}","id":7}],"links":{"next":"https://${said}/?page=${said}"},"Resources":[{"id":["${said}"]}]}`,
      `{"data":["${said}"],"links":{"next":"?cursor=x"}}`,
      `{"data":[{"${said}`,
      said,
    ].map((body) => answer(200, body, said)),
  ]),
];

/** The arguments of each operation: those of its first example, with the address for what that takes from the simulator. */
export function callsOf(examples) {
  const addressed = (_, value) => (typeof value === 'string' && value.startsWith('$') ? EMAIL : value);
  return Object.fromEntries(examples.map(({ operation, examples: [first] }) => [operation, JSON.parse(JSON.stringify(first.arguments, addressed))]));
}

/** The first of many. */
async function some(things) {
  let left = 5;
  for await (const _ of things) {
    left -= 1;
    if (left === 0) return;
  }
}

/** Makes all calls, and gives `show` each client, error and finding once; returns the operations that were sent, and the names of the errors. */
export async function tour({ AdminClient }, calls, show) {
  const sent = new Set();
  const names = new Set();
  const shown = new Set();
  const once = (thing) => {
    const text = `${thing} ${JSON.stringify(thing)}`;
    if (!shown.has(text)) show(thing);
    shown.add(text);
  };
  const fails = (error) => {
    names.add(error.name);
    once(error);
  };
  for (const [number, end] of ends.entries()) {
    let asked = false;
    const fetch = (url, init) => {
      asked = true;
      return end(url, init);
    };
    // What ends by itself is waited for, however slow the machine.
    const said = end === never ? { timeoutMs: 5 } : {};
    const options = { apiKey: KEY, directoryKey: KEY, retry: false, rateGate: false, fetch, onFinding: once };
    const admin = await AdminClient.create({ ...options, validate: number % 2 ? 'warn' : 'throw' });
    once(admin);
    for (const [operation, args] of Object.entries(calls)) {
      const [group, name] = operation.split('.');
      asked = false;
      try {
        const made = admin[group][name](args, said);
        if (made.pages) await some(made.pages());
        else await made;
      } catch (error) {
        fails(error);
      }
      if (asked) sent.add(operation);
    }
    await some(admin.events.stream({ orgId: 'o' }, said)).catch(fails);
    await admin.orgs.get({ orgId: EMAIL }, { signal: AbortSignal.abort(new Error('enough')) }).catch(fails);
    await admin.orgs.get({ orgid: EMAIL }).catch(fails);
    await admin.orgs.get({ orgId: [EMAIL] }).catch(fails);
    admin.close();
    await admin.orgs.list({}).then(() => {}, fails);
  }
  for (const wrong of [{ apiKey: `${KEY}\n${KEY}` }, { apiKey: KEY, baseUrl: `http://${EMAIL}` }, { apiKey: KEY, timeoutMs: EMAIL }]) {
    await AdminClient.create(wrong).then((admin) => admin.close(), fails);
  }
  return { sent: [...sent].sort(), names: [...names].sort() };
}

/** The names of an object's methods: those of its class, and of the class that it extends. */
function methodsOf(object) {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype ? [] : [...Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor'), ...methodsOf(prototype)];
}

/** The operations that a client has. */
export async function operationsOf({ AdminClient }) {
  const admin = await AdminClient.create({ apiKey: KEY });
  const names = Object.entries(admin).flatMap(([group, methods]) => methodsOf(methods).map((name) => `${group}.${name}`));
  admin.close();
  return names.filter((name) => !['events.stream', 'events.follow'].includes(name)).sort();
}

/** A call whose failure nobody looks at. */
export async function neglect({ AdminClient }) {
  const admin = await AdminClient.create({ apiKey: KEY, retry: false, fetch: ends[2] });
  admin.groups.create({ orgId: EMAIL, directoryId: EMAIL, name: EMAIL });
}
