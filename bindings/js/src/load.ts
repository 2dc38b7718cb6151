/** The core's life: it is loaded once, and made anew should it die. */

// One by one, since the glue has a way to load the module, too, which then is left out.
import { __wbg_reset_state, Core, cancel, initSync, run, start } from '../build/core.js';
import { bytes, parse } from './body.js';
import { misuse } from './callers.js';
import { rejectAll, responded, settle } from './calls.js';
import { failure } from './errors.js';
import type { Source } from './source.js';

let source: (() => Source | PromiseLike<Source>) | undefined;
let compiling: Promise<WebAssembly.Module> | undefined;
let compiled: WebAssembly.Module | undefined;
let isAlive = false;

/** Counts the cores that there have been: what belongs to an earlier one is dead. */
export let generation = 0;

/** Says where the code is. As long as there is none, it may be said anew. */
export function setSource(from: () => Source | PromiseLike<Source>): void {
  if (compiled === undefined) {
    source = from;
    compiling = undefined;
  }
}

/** Loads the core; `undefined` if it is loaded. */
export function loading(): Promise<void> | undefined {
  return compiled === undefined ? load() : undefined;
}

/** Compiles the core. Clients that need it at the same time wait for the same one; after a failure the next call tries anew. */
async function load(): Promise<void> {
  if (typeof WebAssembly === 'undefined') {
    throw failure({ kind: 'Unsupported', message: 'this host has no WebAssembly, of which the core of this package is made' });
  }
  const from = source;
  if (from === undefined) {
    throw misuse('the core has no source: call `initialize` with the place of core.wasm first');
  }
  const attempt = (compiling ??= (async () => compile(await from()))());
  try {
    const module = await attempt;
    compiled ??= module;
  } catch (error) {
    if (compiling === attempt) {
      compiling = undefined;
    }
    throw error;
  }
}

async function compile(from: Source): Promise<WebAssembly.Module> {
  refuseAllButSources(from);
  if (isModule(from)) {
    return from as WebAssembly.Module;
  }
  const answer = isAddress(from) ? await fetch(from) : from;
  if (!isAnswer(answer)) {
    return compiledOf(answer as BufferSource);
  }
  if (!answer.ok) {
    throw misuse(`core.wasm cannot be had: HTTP ${answer.status} at ${answer.url}`);
  }
  return compiledOf(await answer.arrayBuffer());
}

async function compiledOf(bytes: BufferSource): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // Each engine has words of its own for what its host forbids.
    if (!/disallowed|policy|CSP|unsafe-eval/i.test(`${error}`)) {
      throw error;
    }
    const message =
      "the host's policy forbids WebAssembly: a page needs `script-src 'wasm-unsafe-eval'` in its content security policy; a bundle for an edge runtime needs the condition `workerd` or `edge-light`";
    throw failure({ kind: 'Unsupported', message, thrown: error });
  }
}

/** Says what is wrong with a source, as far as one can see. */
export function refuseAllButSources(from: unknown): void {
  if (!isBytes(from) && !isModule(from) && !isAddress(from) && !isAnswer(from)) {
    throw misuse('initialize: takes the bytes of core.wasm, its URL, a Response with it or the compiled module');
  }
}

/** What a value is by its tag. `instanceof` does not know the modules of another realm, such as edge runtimes bring. */
const isOf = (name: string) => (value: unknown) => Object.prototype.toString.call(value) === `[object ${name}]`;
const isModule = isOf('WebAssembly.Module');
const isBuffer = isOf('ArrayBuffer');
const isBytes = (value: unknown) => ArrayBuffer.isView(value) || isBuffer(value);
const isAddress = (value: unknown): value is URL | string => typeof value === 'string' || value instanceof URL;
// Bytes come first: to name `Response` makes Node load its whole `fetch`, which takes longer than all else here.
const isAnswer = (value: unknown): value is Response => !isBytes(value) && typeof Response === 'function' && value instanceof Response;

/** What the core asks of us. */
const host = { wake, settle, responded, parse, bytes };

/** The call whose task is at work. */
export let current: number | undefined;

/** What lets each task run, from its first turn to its last. */
const alarms = new Map<number, () => void>();

function wake(task: number): void {
  (alarms.get(task) ?? rest(task))();
}

/**
 * Lets a task rest until its alarm. A promise's reaction runs in the async context in which it was
 * registered. So each turn of a task has the context of the caller that started the task, on every
 * host that has such contexts. And test tools that replace timers and `queueMicrotask` leave promises.
 */
function rest(task: number): () => void {
  let alarm!: () => void;
  // The next rest comes first: what the task calls may change the context.
  new Promise<void>((resolve) => (alarm = resolve)).then(() => (rest(task), goOn(task)));
  alarms.set(task, alarm);
  return alarm;
}

function goOn(task: number): void {
  current = task;
  try {
    if (!run(task)) {
      alarms.delete(task);
    }
  } catch (error) {
    bury(error);
  } finally {
    current = undefined;
  }
}

/** Stops a call. Returns whether a request of it was sent, and may have had its effect. */
function stop(call: number): boolean {
  alarms.delete(call);
  return cancel(call);
}

const core = { Core, cancel: stop };

/** Does something with a living core. */
export function withCore<T>(act: (living: typeof core) => T): T {
  if (!isAlive) {
    if (compiled === undefined) {
      throw misuse('the core is not loaded');
    }
    initSync({ module: compiled });
    start(host);
    isAlive = true;
  }
  try {
    return act(core);
  } catch (error) {
    if (typeof error === 'string') {
      throw misuse(error);
    }
    // Where the stack is full, the core stopped in the middle of something, too.
    throw error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? bury(error) : error;
  }
}

/** Ends what was under way in a core that died. The next call gets a new one. */
function bury(error: unknown): Error {
  const data = { kind: 'Internal', message: 'the core failed, and is made anew with the next call; please report this' };
  if (isAlive) {
    isAlive = false;
    generation += 1;
    alarms.clear();
    __wbg_reset_state();
    rejectAll(data);
  }
  return failure({ ...data, thrown: error });
}
