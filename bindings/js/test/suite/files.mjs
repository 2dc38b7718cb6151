// The cases, which are beside the runner of the Rust crates, and the examples, which are beside
// each operation.

import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../../crates/native/tests/suite/cases/', import.meta.url);
const operations = new URL('../../../../crates/core/src/api/', import.meta.url);

/** Returns all cases, with their file or operation. */
export function cases() {
  const stories = files(folder).flatMap((name) => read(folder, name).map((test) => ({ ...test, file: name.replace('.json', '') })));
  return [...stories, ...examples().flatMap(casesOf)];
}

/** Returns the examples and refusals of each operation. */
export function examples() {
  return files(operations, { recursive: true }).map((path) => {
    const operation = path.replace('.json', '').replace(/[/\\]/, '.').replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
    return { operation, ...read(operations, path) };
  });
}

/**
 * Returns the examples of an operation as cases, as `crates/native/tests/suite/case.rs` does. An
 * example without a response defines the request alone.
 */
function casesOf({ operation, examples, refusals }) {
  const made = ({ name, setup: { quirks = [], scenario = [], calls = [] } = {}, arguments: args }, expected) => ({
    file: operation,
    name,
    simulator: { accounts: 40, events: 100, quirks },
    steps: [{ scenario }, ...calls.map(([call, given, keep]) => ({ call, with: given, keep })), { call: operation, with: args, ...expected }],
  });
  const answered = examples.filter(({ response }) => response).map((example) => {
    const { request: { method, path, query }, response: { status, body = null } } = example;
    return made(example, { requests: [`${method} ${path}${query ? `?${query}` : ''} ${status}`], holds: body });
  });
  const refused = refusals.map((refusal) => {
    const { status, code = { $absent: true }, hint } = refusal;
    const hinted = hint === undefined ? {} : { hint };
    return made(refusal, { requests: [status], fails: { kind: KINDS[status] ?? 'BadRequest', status, code, attempts: 1, ...hinted } });
  });
  return [...answered, ...refused];
}

/** Returns the kind of the error for a status. */
const KINDS = { 401: 'Unauthorized', 402: 'PaymentRequired', 403: 'Forbidden', 404: 'NotFound', 409: 'Conflict', 410: 'NotFound' };

const files = (folder, options) => readdirSync(folder, options).filter((name) => name.endsWith('.json')).sort();

const read = (folder, name) => JSON.parse(readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'));
