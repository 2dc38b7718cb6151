// Calls every operation with every outcome, with the key and an address wherever a server can put
// them. It runs in Node and in Chromium.
//
// The address may be in the request, in responses that the caller receives, and in what an error
// keeps for those who read it (`title`, `detail`, `body`, `thrown`, and a `code` of another form).
// The key may be in the headers of the request, and therefore in `thrown`.

export const KEY = 'canary-key';
export const EMAIL = 'canary@example.com';

/**
 * The errors that the tour meets: all that depend on a response, and those of invalid arguments.
 */
export const NAMES = [
  'AbortError',
  'BadRequestError',
  'ClosedError',
  'ConflictError',
  'ConnectionError',
  'DecodeError',
  'ForbiddenError',
  'KeyUnavailableError',
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

/** Returns a response with these texts wherever a server or a proxy can put them. */
const respond = (status, body, text) => () => new Response(status === 204 ? null : body, {
  status,
  headers: Object.fromEntries(['atl-traceid', 'x-request-id', 'retry-after', 'content-type', 'location'].map((name) => [name, text])),
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
  ...[KEY, EMAIL].flatMap((text) => [
    ...[301, 400, 401, 402, 403, 404, 408, 409, 410, 413, 422, 429, 500, 503].flatMap((status) => [
      respond(status, `{"errors":[{"id":"${text}","code":"${text}","title":"${text}","detail":"${text}"}]}`, text),
      respond(status, `{"key":"${text}","message":"${text}","traceId":"${text}","context":{"${text}":"${text}"}}`, text),
      respond(status, `<html>${text}`, text),
    ]),
    respond(400, '{"code":"\\u0063anary-key"}', 'x'),
    ...[
      `"${text}"`,
      `{"${text}":"${text}"}`,
      `{"data":"${text}","links":"${text}","meta":"${text}","Resources":"${text}"}`,
      `{"data":[{"${text}":"${text}","id":7}],"links":{"next":"https://${text}/?page=${text}"},"Resources":[{"id":["${text}"]}]}`,
      `{"data":["${text}"],"links":{"next":"?cursor=x"}}`,
      `{"data":[{"${text}`,
      text,
    ].map((body) => respond(200, body, text)),
  ]),
];

/**
 * Returns the arguments of each operation: those of its first example, with the address in place
 * of values of the simulator.
 */
export function callsOf(examples) {
  const addressed = (_, value) => (typeof value === 'string' && value.startsWith('$') ? EMAIL : value);
  return Object.fromEntries(examples.map(({ operation, examples: [first] }) => [operation, JSON.parse(JSON.stringify(first.arguments, addressed))]));
}

/** Returns the first of many. */
async function some(things) {
  let left = 5;
  for await (const _ of things) {
    left -= 1;
    if (left === 0) return;
  }
}

/**
 * Makes all calls, and passes each client, error and finding to `show` once. Returns the
 * operations that were sent, and the names of the errors.
 */
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
    // These calls end without a time limit, however slow the machine.
    const callOptions = end === never ? { timeoutMs: 5 } : {};
    const options = { apiKey: KEY, directoryKey: KEY, retry: false, rateGate: false, fetch, onFinding: once, onEvent: once, headers: { 'x-token': KEY } };
    const admin = await AdminClient.create({ ...options, validate: number % 2 ? 'warn' : 'throw' });
    once(admin);
    for (const [operation, args] of Object.entries(calls)) {
      const [group, name] = operation.split('.');
      asked = false;
      try {
        const made = admin[group][name](args, callOptions);
        if (made.pages) await some(made.pages());
        else await made;
      } catch (error) {
        fails(error);
      }
      if (asked) sent.add(operation);
    }
    await some(admin.events.stream({ orgId: 'o' }, callOptions)).catch(fails);
    await some(admin.events.streamLines({ orgId: 'o' }, callOptions)).catch(fails);
    await admin.request('POST', '/admin/v2/things/{id}', { path: { id: EMAIL }, query: { email: EMAIL }, body: EMAIL, ...callOptions }).catch(fails);
    await admin.orgs.get({ orgId: EMAIL }, callOptions).withResponse().catch(fails);
    await admin.directories.ofAccount({ orgId: 'o', accountId: EMAIL }, callOptions).catch(fails);
    await admin.orgs.get({ orgId: EMAIL }, { signal: AbortSignal.abort(new Error('enough')) }).catch(fails);
    await admin.orgs.get({ orgid: EMAIL }).catch(fails);
    await admin.orgs.get({ orgId: [EMAIL] }).catch(fails);
    admin.close();
    await admin.orgs.list({}).then(() => {}, fails);
  }
  for (const apiKey of [() => { throw new Error(KEY); }, async () => `"${KEY}"`]) {
    await new AdminClient({ apiKey }).orgs.list().firstPage().catch(fails);
  }
  for (const wrong of [{ apiKey: `${KEY}\n${KEY}` }, { apiKey: KEY, baseUrl: `http://${EMAIL}` }, { apiKey: KEY, timeoutMs: EMAIL }, { apiKey: KEY, headers: { [EMAIL]: KEY } }, { apiKey: KEY, headers: { 'x-token': `${KEY}\n` } }]) {
    await AdminClient.create(wrong).then((admin) => admin.close(), fails);
  }
  return { sent: [...sent].sort(), names: [...names].sort() };
}

/**
 * Returns the names of the methods of a group's generated class, which extends no other: a class that extends it has tasks of several
 * operations.
 */
function methodsOf(group) {
  const prototype = Object.getPrototypeOf(group);
  const isBase = Object.getPrototypeOf(prototype) === Object.prototype;
  return isBase ? Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor') : methodsOf(prototype);
}

/** Returns the operations of a client. */
export async function operationsOf({ AdminClient }) {
  const admin = await AdminClient.create({ apiKey: KEY });
  const names = Object.entries(admin).flatMap(([group, methods]) => methodsOf(methods).map((name) => `${group}.${name}`));
  admin.close();
  return names.sort();
}

/** Makes a call whose failure is ignored. */
export async function neglect({ AdminClient }) {
  const admin = await AdminClient.create({ apiKey: KEY, retry: false, fetch: ends[2] });
  admin.groups.create({ orgId: EMAIL, directoryId: EMAIL, name: EMAIL });
}
