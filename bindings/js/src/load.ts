/** The core: it is compiled once, and instantiated again after a failure. */

// Named imports leave out the loader of the glue, which this package does not use.
import { __wbg_reset_state, Core, cancel, initSync, run, start } from '../build/core.js';
import { bytes, parse } from './body.js';
import { misuse } from './callers.js';
import { rejectAll, responded, settle } from './calls.js';
import { failure } from './errors.js';
import type { Source } from './source.js';

let source: (() => Source | PromiseLike<Source>) | undefined;
let compiling: Promise<WebAssembly.Module> | undefined;
let compiled: WebAssembly.Module | undefined;
let isRunning = false;

/** The number of cores that failed. An object of an earlier core must not be used. */
export let generation = 0;

/** Sets where the core's code is. Has no effect once the code is compiled. */
export function setSource(from: () => Source | PromiseLike<Source>): void {
  if (compiled === undefined) {
    source = from;
    compiling = undefined;
  }
}

/** Starts to compile the core. Returns `undefined` if that is done. */
export function loading(): Promise<void> | undefined {
  return compiled === undefined ? load() : undefined;
}

/**
 * Compiles the core. Calls that need it at the same time share one attempt; after a failure, the
 * next call tries again.
 */
async function load(): Promise<void> {
  if (typeof WebAssembly === 'undefined') {
    throw failure({ kind: 'Unsupported', message: 'this host has no WebAssembly, which this package needs' });
  }
  const from = source;
  if (from === undefined) {
    throw misuse('the core has no source: call `initialize` with the location of core.wasm first');
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
  checkSource(from);
  if (isModule(from)) {
    return from as WebAssembly.Module;
  }
  const source = isAddress(from) ? await fetch(from) : from;
  if (!isResponse(source)) {
    return compileBytes(source as BufferSource);
  }
  if (!source.ok) {
    throw misuse(`core.wasm could not be loaded: HTTP ${source.status} at ${source.url}`);
  }
  return compileBytes(await source.arrayBuffer());
}

async function compileBytes(bytes: BufferSource): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // Each engine has its own message for what the host forbids.
    if (!/disallowed|policy|CSP|unsafe-eval/i.test(`${error}`)) {
      throw error;
    }
    const message =
      "the host's policy forbids WebAssembly: a page needs `script-src 'wasm-unsafe-eval'` in its content security policy; a bundle for an edge runtime needs the condition `workerd` or `edge-light`";
    throw failure({ kind: 'Unsupported', message, thrown: error });
  }
}

/** Throws a `TypeError` if the value cannot be a source. */
export function checkSource(from: unknown): void {
  if (!isBytes(from) && !isModule(from) && !isAddress(from) && !isResponse(from)) {
    throw misuse('initialize: takes the bytes of core.wasm, its URL, a Response with it or the compiled module');
  }
}

// By the tag: edge runtimes give modules of another realm, for which `instanceof` is false.
const isOf = (name: string) => (value: unknown) => Object.prototype.toString.call(value) === `[object ${name}]`;
const isModule = isOf('WebAssembly.Module');
const isBuffer = isOf('ArrayBuffer');
const isBytes = (value: unknown) => ArrayBuffer.isView(value) || isBuffer(value);
const isAddress = (value: unknown): value is URL | string => typeof value === 'string' || value instanceof URL;
// Bytes first: in Node, the name `Response` loads all of `fetch`, which takes longer than the
// rest.
const isResponse = (value: unknown): value is Response => !isBytes(value) && typeof Response === 'function' && value instanceof Response;

/** The functions that the core calls. */
const host = { wake, settle, responded, parse, bytes };

/** The call whose task runs now. */
export let current: number | undefined;

/** The function that resumes each task. A task has one until it ends. */
const wakers = new Map<number, () => void>();

function wake(task: number): void {
  (wakers.get(task) ?? suspend(task))();
}

/**
 * Suspends a task until its waker is called. The reaction of a promise runs in the async context
 * in which it was registered. So each turn of a task has the context of the caller that started
 * the task, on every host that has such contexts. And test tools that replace timers and
 * `queueMicrotask` do not replace promises.
 */
function suspend(task: number): () => void {
  let waker!: () => void;
  // The next suspension is registered first: what the task calls may change the context.
  new Promise<void>((resolve) => (waker = resolve)).then(() => (suspend(task), resume(task)));
  wakers.set(task, waker);
  return waker;
}

function resume(task: number): void {
  current = task;
  try {
    if (!run(task)) {
      wakers.delete(task);
    }
  } catch (error) {
    discardCore(error);
  } finally {
    current = undefined;
  }
}

/** Stops a call. Returns whether a request of it was sent, and may have had its effect. */
function stop(call: number): boolean {
  wakers.delete(call);
  return cancel(call);
}

const core = { Core, cancel: stop };

/** Calls `act` with a running core. Starts one if the last one failed. */
export function withCore<T>(act: (running: typeof core) => T): T {
  if (!isRunning) {
    if (compiled === undefined) {
      throw misuse('the core is not loaded');
    }
    initSync({ module: compiled });
    start(host);
    isRunning = true;
  }
  try {
    return act(core);
  } catch (error) {
    if (typeof error === 'string') {
      throw misuse(error);
    }
    // A stack overflow also stops the core in the middle of its work.
    throw error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? discardCore(error) : error;
  }
}

/** Rejects all calls of a core that failed. The next call starts a new core. */
function discardCore(error: unknown): Error {
  const data = { kind: 'Internal', message: 'the core failed, and the next call starts a new one; please report this' };
  if (isRunning) {
    isRunning = false;
    generation += 1;
    wakers.clear();
    __wbg_reset_state();
    rejectAll(data);
  }
  return failure({ ...data, thrown: error });
}
