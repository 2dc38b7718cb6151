// An explorer of the audit log: a web page without framework and build.
//
//   npm install && python3 -m http.server --bind 127.0.0.1   # in this repository after `cargo xtask wasm`
//
// It starts offline, with a simulator in the browser. A web page cannot call Atlassian directly, since the API does not support CORS
// and visitors could read the key: enter the URL of a proxy that adds the key, or of `atlassian-admin simulate --cors`.

import { AdminClient } from './node_modules/atlassian-admin/dist/index.js';
import { draw } from './picture.js';

// The API allows ten such requests per minute: the client waits instead of being refused.
const PAGE = 250;
const WAITING = 'Loading … (the API allows ten requests a minute)';
const field = (id) => document.getElementById(id);

/** Creates the client for the form's values, with its organization. Only the field and the client hold the key. */
let connection;

/** Cancels the requests of the previous filter. */
let current = new AbortController();

async function connect() {
  const isOffline = document.querySelector('[name=place]:checked').value === 'page';
  const [baseUrl, apiKey] = isOffline ? ['page', ''] : [field('baseUrl').value, field('apiKey').value];
  if (connection?.baseUrl !== baseUrl || connection.apiKey !== apiKey) {
    connection?.admin.close();
    connection = undefined;
    const admin = await (isOffline ? simulated() : AdminClient.create({ baseUrl, apiKey: apiKey || null }));
    connection = { baseUrl, apiKey, admin };
  }
  return connection;
}

async function simulated() {
  // Loaded only for the offline mode.
  const { Simulator } = await import('./node_modules/atlassian-admin-simulator/dist/index.js');
  const backend = await Simulator.create({ accounts: 200, events: 2_000, now: new Date(), rateLimits: false });
  return AdminClient.create({ apiKey: backend.apiKey, backend });
}

/** Returns the arguments of the form: those that are filled in. */
function filter() {
  const { value: action } = field('action');
  const { value: actor } = field('actor');
  const { value: q } = field('q');
  const time = (id) => (field(id).value ? new Date(field(id).value) : undefined);
  return { action: action || undefined, actor: actor ? [actor] : undefined, q: q || undefined, from: time('from'), to: time('to') };
}

/** Starts again with the form's current values. */
async function show() {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const events = [];
  field('rows').replaceChildren();
  field('problem').textContent = '';
  field('status').textContent = WAITING;
  refresh(events);
  await attempt(signal, async () => {
    const connection = await connect();
    const { admin } = connection;
    connection.orgId ??= (await admin.orgs.list({}, { signal })).items[0]?.id;
    if (!connection.orgId) throw new Error('the key lists no organization, as a key with scopes may: use one without scopes here');
    const query = { orgId: connection.orgId, ...filter(), limit: PAGE };
    const turn = async () => {
      field('status').textContent = WAITING;
      field('more').disabled = field('all').disabled = true;
      const page = await admin.events.query(query, { signal });
      query.cursor = page.cursor;
      events.push(...page.items);
      field('rows').append(...page.items.map(row));
      const isEnd = page.cursor === undefined;
      field('more').disabled = field('all').disabled = isEnd;
      field('status').textContent = `${events.length} events${isEnd ? '' : ', and there are more'}`;
      refresh(events);
      return isEnd;
    };
    field('more').onclick = () => attempt(signal, turn);
    field('all').onclick = () => attempt(signal, async () => {
      while (!(await turn()));
    });
    await turn();
    await suggest(connection, signal);
  });
}

/** Runs an action for the current filter. Shows its error, unless a new filter aborted it. */
async function attempt(signal, act) {
  try {
    await act();
  } catch (error) {
    if (!signal.aborted) {
      field('problem').textContent = [`${error.name}: ${error.message}`, error.detail].filter(Boolean).join(' – ');
      field('status').textContent = '';
      field('more').disabled = field('all').disabled = true;
    }
  }
}

/** Lists the known actions. */
async function suggest(connection, signal) {
  connection.actions ??= await connection.admin.events.actions({ orgId: connection.orgId }, { signal });
  const options = connection.actions.data.map(({ id, attributes }) => new Option(attributes?.displayName ?? id, id));
  field('actions').replaceChildren(...options);
}

function refresh(events) {
  field('summary').textContent = draw(field('picture'), events.map((event) => event.attributes?.time));
}

function row({ attributes, message }) {
  const line = document.createElement('tr');
  const { time, action, actor } = attributes ?? {};
  for (const text of [time?.replace('T', ' ').slice(0, 19), action, actor?.name ?? actor?.id, message?.content]) {
    line.insertCell().textContent = text ?? '';
  }
  return line;
}

field('filter').addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
show();
