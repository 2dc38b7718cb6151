// A simulated Atlassian organization, as a backend of the npm package atlassian-admin.
//
// The wasm module decides about each request; what takes time is done here, where the request's signal can stop it.

import * as core from './dist/core.js';
import { base64 } from './dist/module.js';

let loading;

/** Loads the module, once. */
function load() {
  loading ??= WebAssembly.compile(bytes(base64)).then((module) => core.initSync({ module }));
  return loading;
}

function bytes(text) {
  return Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export class Simulator {
  #core;

  /** Made by `create`. */
  constructor(living) {
    if (!(living instanceof core.Simulator)) {
      throw new TypeError('a simulator is made by `await Simulator.create(…)`');
    }
    this.#core = living;
  }

  static async create(settings = {}) {
    await load();
    return new Simulator(told(() => new core.Simulator(JSON.stringify(settings))));
  }

  get apiKey() {
    return this.#core.apiKey;
  }

  get directoryKey() {
    return this.#core.directoryKey;
  }

  get orgId() {
    return this.#core.orgId;
  }

  get directoryId() {
    return this.#core.directoryId;
  }

  async execute({ method, url, headers = {}, body, signal }) {
    signal?.throwIfAborted();
    const [head, bytes] = told(() => this.#core.answer(method, url, JSON.stringify(headers), body));
    const { then, delayMs, status, headers: fields } = JSON.parse(head);
    if (then === 'hang' || delayMs > 0) {
      await pause(then === 'hang' ? undefined : delayMs, signal);
    }
    if (then === 'reset') {
      throw new TypeError('the connection was reset');
    }
    return { status, headers: fields, body: bytes };
  }

  setFaults(faults) {
    told(() => this.#core.setFaults(JSON.stringify(faults)));
  }

  requests() {
    try {
      return JSON.parse(this.#core.requests());
    } catch (error) {
      throw typeof error === 'string' ? new RangeError(error) : error;
    }
  }

  get requestCount() {
    return this.#core.requestCount;
  }
}

/** What is wrong with an argument, as a TypeError. */
function told(act) {
  try {
    return act();
  } catch (error) {
    throw typeof error === 'string' ? new TypeError(error) : error;
  }
}

/** Waits so long, or for ever, unless the signal ends it. */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => {
      forget();
      clearTimeout(timer);
      reject(signal.reason);
    });
    const timer = milliseconds === undefined ? undefined : setTimeout(() => {
      forget();
      resolve();
    }, milliseconds);
  });
}

/** What each signal ends. A signal has one listener: Node warns of a leak from eleven on. */
const listening = new WeakMap();

/** Calls `act` when the signal is aborted. Returns what ends that. */
function onAbort(signal, act) {
  if (!signal) {
    return () => {};
  }
  const { acts, stop } = listening.get(signal) ?? listen(signal);
  acts.add(act);
  return () => acts.delete(act) && acts.size === 0 && stop();
}

function listen(signal) {
  const acts = new Set();
  const abort = () => acts.forEach((act) => act());
  const stop = () => {
    listening.delete(signal);
    signal.removeEventListener('abort', abort);
  };
  const entry = { acts, stop };
  listening.set(signal, entry);
  signal.addEventListener('abort', abort, { once: true });
  return entry;
}
