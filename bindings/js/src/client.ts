/** The client. */

// The declarations name `Symbol.dispose`, which not every caller's settings know.
/// <reference lib="esnext.disposable" preserve="true" />

import type { Core } from '../build/core.js';
import { checkFeed, early, written } from './arguments.js';
import { fetchOf } from './backend.js';
import { callerOf, misuse, named, traced } from './callers.js';
import type { Place } from './callers.js';
import { begin, checked, heed, rejectAllOf } from './calls.js';
import type { Call, CallOptions, Pending } from './calls.js';
import { failure } from './errors.js';
import { walk } from './events.js';
import type { StreamOptions } from './events.js';
import { invalid, reporter } from './findings.js';
import type { Finding, Findings, Validate } from './findings.js';
import { OperationGroups } from './groups/all.js';
import { invitationsOf } from './invitations.js';
import { List, pageOf } from './list.js';
import type { Walk } from './list.js';
import { generation, load, withCore } from './load.js';
import { take } from './lock.js';
import type { AuditEvent } from './models.js';
import { prepare } from './options.js';
import type { ClientOptions, Prepared } from './options.js';

/** An operation that is called, and whether it changes something. */
type Called = Pick<Pending, 'operation' | 'isChange'>;

/** A client for Atlassian's cloud administration APIs. */
export class AdminClient extends OperationGroups {
  static {
    named(this, 'AdminClient');
  }

  readonly #validate: Validate;
  /** What a core is made of; nothing once the client is closed, since the keys are in it. */
  #prepared: Prepared | undefined;
  readonly #report: (findings: Finding[]) => void;
  #core: Core | undefined;
  #generation = -1;
  #isClosed = false;

  private constructor(prepared: Prepared) {
    if (typeof (prepared as Prepared | undefined)?.settings !== 'string') {
      throw misuse('a client is made by `await AdminClient.create(…)`');
    }
    super({
      read: (place, operation, params, options) => traced(place, () => this.#call({ operation, isChange: false }, params, options)),
      write: (place, operation, params, options) => traced(place, () => this.#call({ operation, isChange: true }, params, options)),
      list: (place, operation, params, options) => this.#list(operation, params, options, place),
      feed: (operation, params, intervalMs, options) => this.#feed(operation, params, intervalMs, options),
    });
    this.#validate = prepared.validate;
    this.#prepared = prepared;
    this.#report = reporter(prepared.onFinding);
  }

  /** Makes a client. The first one loads the core. */
  static create(options: ClientOptions): Promise<AdminClient> {
    return traced(callerOf(AdminClient.create), async () => {
      const prepared = prepare(options);
      await load();
      const client = new AdminClient(prepared);
      client.#living('create');
      return client;
    });
  }

  /** Stops all calls and frees what the client holds. */
  close(): void {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#prepared = undefined;
      const isAlive = this.#generation === generation;
      const data = { kind: 'Closed', message: 'the client was closed' };
      rejectAllOf(this, data, (call) => isAlive && withCore((core) => core.cancel(call)));
      if (isAlive) {
        withCore(() => this.#core?.free());
      }
      this.#core = undefined;
    }
  }

  /** The same as `close`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  #living(operation: string): Core {
    const prepared = this.#prepared;
    if (prepared === undefined) {
      throw closed(operation);
    }
    return withCore((core) => {
      if (this.#core === undefined || this.#generation !== generation) {
        this.#core = new core.Core(prepared.settings, prepared.backend ? fetchOf(prepared.backend) : prepared.fetch);
        this.#generation = generation;
      }
      return this.#core;
    });
  }

  async #call<T>(called: Called, args: object | undefined, options: CallOptions | undefined): Promise<T> {
    const { operation } = called;
    const text = written(operation, args);
    const said = checked(operation, options);
    const core = this.#living(operation);
    const { result, status } = this.#begin(called, said, (call, timeout) => core.call(call, operation, text, timeout));
    const answer = await result;
    return (operation === 'users.invite' ? invitationsOf(operation, answer, status()) : answer) as T;
  }

  #begin<T>(
    called: Called,
    said: CallOptions,
    start: (call: number, timeout: number | undefined) => void,
    answerOf: (value: T) => unknown = (value) => value,
  ): Call<T> {
    const { operation } = called;
    const review = (value: unknown, found: Findings) => {
      const answer = answerOf(value as T);
      if (this.#validate === 'throw' && answer !== undefined) {
        throw invalid(operation, found, answer);
      }
      this.#report(found.findings);
    };
    return begin(
      this,
      called,
      said,
      (call) => withCore(() => start(call, said.timeoutMs)),
      (call) => withCore((core) => core.cancel(call)),
      review,
    );
  }

  #list<Item, Answer, Cursor extends string | number>(
    operation: string,
    args: object | undefined,
    call: CallOptions | undefined,
    caller: Place,
  ): List<Item, Answer, Cursor> {
    const text = early(() => written(operation, args));
    const options = early(() => checked(operation, call));
    const open = (): Walk => {
      const [json, said] = [text(), options()];
      const core = this.#living(operation);
      const walk = withCore(() => core.list(operation, json));
      const use = this.#user(operation);
      const next = (id: number, timeout: number | undefined) => use(() => walk.next(id, timeout));
      return this.#owned(walk, {
        next: () => this.#begin({ operation, isChange: false }, said, next, pageOf),
      });
    };
    return new List(open, () => this.#heed(operation, options().signal), caller);
  }

  #feed(
    operation: string,
    options: StreamOptions,
    intervalMs: number | undefined,
    call: CallOptions | undefined,
  ): AsyncGenerator<AuditEvent, void, undefined> {
    const { checkpoint, onCheckpoint, lock, ...rest } = options ?? {};
    const text = early(() => {
      checkFeed(operation, options);
      return written(operation, { ...rest, intervalMs });
    });
    const said = early(() => checked(operation, call));
    const open = () => {
      const core = this.#living(operation);
      const feed = naming(operation, () => withCore(() => core.feed(text(), checkpoint ?? undefined)));
      const use = this.#user(operation);
      return this.#owned(feed, {
        next: () => this.#begin<unknown[] | undefined>(
          { operation, isChange: false },
          said(),
          (id, timeout) => use(() => feed.next(id, timeout)),
          // A feed that goes on reads its last page again: thrown without an event that is new, it would end there each time.
          (events) => events?.length ? events : undefined,
        ),
        check: () => this.#heed(operation, said().signal),
        checkpoint: () => use(() => withCore(() => feed.checkpoint())),
      });
    };
    const locked = async () => {
      text();
      said();
      return lock === undefined ? undefined : take(operation, lock);
    };
    return walk(open, onCheckpoint, locked);
  }

  /** Throws where a walk is to end between two items. */
  #heed(operation: string, signal: AbortSignal | undefined): void {
    heed(operation, signal);
    if (this.#isClosed) {
      throw closed(operation);
    }
  }

  /** How to use something of the core's that outlives one call: its client may have been closed meanwhile, and its core have died. */
  #user(operation: string): <T>(act: () => T) => T {
    const born = generation;
    return (act) => {
      if (this.#isClosed) {
        throw closed(operation);
      }
      if (born !== generation) {
        throw failure({ kind: 'Internal', message: `${operation}: the core failed; begin anew, and please report this`, operation });
      }
      return act();
    };
  }

  /** Adds the way to free something of the core's, which must not be tried once that core is dead. */
  #owned<T extends object>(thing: { free(): void }, methods: T): T & { free(): void } {
    const born = generation;
    return { ...methods, free: () => born === generation && thing.free() };
  }
}

function closed(operation: string): Error {
  return failure({ kind: 'Closed', message: `${operation}: the client was closed`, operation });
}

/** Puts the operation's name before what is wrong. */
function naming<T>(operation: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof TypeError ? misuse(`${operation}: ${error.message}`) : error;
  }
}
