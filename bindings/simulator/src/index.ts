/** A simulated Atlassian organization, as a backend of the npm package `atlassian-admin`. */

import * as core from '../build/core.js';
import module from '../build/small.wasm';
import type { Fault, Scenario, SimulatorSettings } from './settings.js';
import { wait } from './wait.js';

export type * from './names.js';
export type * from './settings.js';

/** A request, as a backend receives it. */
export interface SimulatorRequest {
  /** `GET`, `POST` and so on. */
  method: string;
  /** The whole URL. Scheme and host do not matter. */
  url: string;
  /** The headers, by names in lower case. */
  headers?: Record<string, string> | undefined;
  /** JSON, if the request has a body. */
  body?: string | undefined;
  /** Ends a delay, and a response that never arrives. */
  signal?: AbortSignal | undefined;
}

/** A response, as a backend returns it. */
export interface SimulatorResponse {
  /** The status. */
  status: number;
  /** The headers, by names in lower case. */
  headers: Record<string, string>;
  /** The whole body. */
  body: Uint8Array<ArrayBuffer>;
}

/** A request that the simulator has seen. Its key and body are not kept. */
export interface SeenRequest {
  /** The method. */
  method: string;
  /** Path and query. */
  target: string;
  /** The status of the response; `null` without a response. */
  status: number | null;
}

/** A change that a request made. */
export interface SeenChange {
  /** What was done, such as `user_added_to_group`. */
  action: string;
  /** The ids of what was changed, and of what else took part: the group, then the user. */
  objects: string[];
}

let loading: Promise<unknown> | undefined;

/** Compiles the module, once. */
function load(): Promise<unknown> {
  loading ??= WebAssembly.compile(module).then((module) => core.initSync({ module }));
  return loading;
}

/**
 * A simulated Atlassian organization: a backend of `AdminClient`, without network and account.
 *
 * Everything follows from the seed, so every run sees the same users, groups and events. Writes change it, and the audit log records them.
 *
 * @example
 * const simulator = await Simulator.create({ accounts: 50 });
 * const admin = new AdminClient({ apiKey: simulator.apiKey, directoryKey: simulator.directoryKey, backend: simulator });
 */
export class Simulator {
  readonly #core: core.Simulator;

  private constructor(living: core.Simulator) {
    if (!(living instanceof core.Simulator)) {
      throw new TypeError('Simulator: is created by `await Simulator.create(…)`');
    }
    this.#core = living;
  }

  /**
   * Creates a simulator. The first one compiles the module.
   *
   * Throws a `TypeError` that names a wrong setting, such as `faults[0].times`.
   */
  static async create(settings: SimulatorSettings = {}): Promise<Simulator> {
    await load();
    return new Simulator(checked('Simulator.create', () => new core.Simulator(written(settings))));
  }

  /** The API key, which opens all organizations. It opens nothing real. */
  get apiKey(): string {
    return this.#core.apiKey;
  }

  /** The key of the first directory, for the operations of SCIM. */
  get directoryKey(): string {
    return this.#core.directoryKey;
  }

  /** The id of the organization. */
  get orgId(): string {
    return this.#core.orgId;
  }

  /** The ids of all organizations: this one, then those of the setting `organizations`. */
  get orgIds(): string[] {
    return this.#core.orgIds;
  }

  /** The id of the organization's first directory. */
  get directoryId(): string {
    return this.directoryIds[0] as string;
  }

  /** The ids of the organization's directories, in the order of their numbers. */
  get directoryIds(): string[] {
    return this.#core.directoryIds;
  }

  /** Simulated time. It passes as the host's own does. */
  get now(): Date {
    return new Date(this.#core.nowMs());
  }

  /**
   * Moves simulated time forward, in milliseconds: new events appear (`eventsPerMinute`), rate limits are renewed, a grace period ends. Waits of
   * the client take the host's time, which fake timers move.
   *
   * Throws a `TypeError` for a number below 0.
   */
  advance(milliseconds: number): void {
    if (!(Number.isFinite(milliseconds) && milliseconds >= 0)) {
      throw new TypeError('Simulator.advance: must be a number of milliseconds, not below 0');
    }
    this.#core.advanceMs(milliseconds);
  }

  /** Responds to a request: what makes it a backend. `AdminClient` calls it. */
  async execute({ method, url, headers = {}, body, signal }: SimulatorRequest): Promise<SimulatorResponse> {
    signal?.throwIfAborted();
    const [head, bytes] = checked('Simulator.execute', () => this.#core.answer(method, url, written(headers), body));
    const { then, delayMs, status, headers: fields } = JSON.parse(head);
    if (then === 'hang' || delayMs > 0) {
      await wait(then === 'hang' ? undefined : delayMs, signal);
    }
    if (then === 'reset') {
      throw new TypeError('the connection was reset');
    }
    return { status, headers: fields, body: bytes };
  }

  /**
   * Replaces all faults. The new ones have not applied yet.
   *
   * @example
   * simulator.setFaults([{ status: 429, retryAfter: 1, times: 1 }]);
   */
  setFaults(faults: readonly Fault[]): void {
    checked('Simulator.setFaults', () => this.#core.setFaults(written(faults)));
  }

  /**
   * Makes the changes of a scenario now.
   *
   * Throws a `TypeError` that names a wrong property, or the change that cannot be made; the changes before it are made.
   */
  arrange(scenario: Scenario): void {
    checked('Simulator.arrange', () => this.#core.arrange(written(scenario)));
  }

  /** The account with this e-mail address. Throws a `RangeError` if the organization has none. */
  accountId(email: string): string {
    return known(this.#core.accountId(email), 'account has the address', email);
  }

  /** The group of this name. Throws a `RangeError` if the organization has none. */
  groupId(name: string): string {
    return known(this.#core.groupId(name), 'group has the name', name);
  }

  /** The number of requests since the start, or since `clearRequests()`. */
  get requestCount(): number {
    return this.#core.requestCount;
  }

  /**
   * The requests since the start, or since `clearRequests()`, the earliest first.
   *
   * Throws a `RangeError` after more than 10,000 requests, since the earliest ones are not kept.
   */
  requests(): SeenRequest[] {
    try {
      return JSON.parse(this.#core.requests());
    } catch (error) {
      throw typeof error === 'string' ? new RangeError(`Simulator.requests: ${error}`) : error;
    }
  }

  /** Forgets the requests, and counts from 0 again. */
  clearRequests(): void {
    this.#core.clearRequests();
  }

  /** All changes that requests made, the earliest first. A request that changes nothing is not listed. */
  changes(): SeenChange[] {
    return JSON.parse(this.#core.changes());
  }
}

/** Runs `act`; its error for a wrong argument becomes a `TypeError`. */
function checked<T>(place: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw typeof error === 'string' ? new TypeError(`${place}: ${error}`) : error;
  }
}

function known(id: string | undefined, what: string, name: string): string {
  if (id === undefined) {
    throw new RangeError(`Simulator: no ${what} ${name}: state it in the scenario`);
  }
  return id;
}

/** Writes JSON. A value that JSON leaves out or writes as `null` becomes its text, so that it is refused. */
function written(value: unknown): string {
  return JSON.stringify(value ?? null, (_, value) => {
    const isLost = ['function', 'symbol', 'bigint'].includes(typeof value) || (typeof value === 'number' && !Number.isFinite(value));
    return isLost ? String(value) : value;
  });
}
