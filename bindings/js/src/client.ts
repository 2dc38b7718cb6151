/** The client. */

// The declarations name `Symbol.dispose`, which not every caller's settings know.
/// <reference lib="esnext.disposable" preserve="true" />

import type { Core } from '../build/core.js';
import type { ApiPromise } from './api-promise.js';
import { checkFeed, evaluateNow, toJson } from './arguments.js';
import { fetchOf } from './backend.js';
import { prepareCall } from './call-options.js';
import type { CallOptions, ListOptions, PreparedCall } from './call-options.js';
import { callerOf, located, misuse, named, traced } from './callers.js';
import type { Place } from './callers.js';
import { begin, exchanged, headersOf, rejectAllOf, throwIfAborted } from './calls.js';
import type { Call } from './calls.js';
import { failure } from './errors.js';
import { iterateFeed } from './events.js';
import type { StreamOptions } from './events.js';
import { observed } from './exchange.js';
import { validationError, findingReporter } from './findings.js';
import type { Finding, Validate } from './findings.js';
import { OperationGroups } from './groups/all.js';
import { invitationsOf } from './invitations.js';
import type { PageData } from './list-page.js';
import { List } from './list.js';
import { current, generation, loading, withCore } from './load.js';
import { acquireLock } from './lock.js';
import type { AuditEvent } from './models.js';
import { prepare } from './options.js';
import type { ClientOptions, Prepared } from './options.js';
import { partsOf } from './request.js';
import type { RequestMethod, RequestOptions } from './request.js';

/** A call: what the core does with it, and what is made of its result. */
interface Called {
  operation: string;
  isChange: boolean;
  place?: Place;
  resultOf?(value: unknown, status: number | undefined): unknown;
  /** The response that a `ValidationError` has, unless that is the result. */
  reviewed?(result: unknown): unknown;
}

/**
 * A client for Atlassian's cloud administration APIs.
 *
 * @example
 * const admin = new AdminClient({ apiKey: process.env.ATLASSIAN_ADMIN_API_KEY });
 * for await (const org of admin.orgs.list()) {
 *   console.log(org.id);
 * }
 */
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

  /**
   * Creates a client. The first call loads the core. `create` loads it at once, and fails early.
   *
   * Throws a `TypeError` for an option of a wrong type. A key or a `baseUrl` that cannot be used fails with the first call.
   */
  constructor(options: ClientOptions) {
    super({
      read: (place, operation, params, call) => this.#call({ place, operation, isChange: false }, params, call),
      write: (place, operation, params, call) => this.#call({ place, operation, isChange: true }, params, call),
      list: (place, operation, params, call) => this.#list(place, operation, params, call),
      feed: (operation, params, intervalMs, call, keepsLines) => this.#feed(operation, params, intervalMs, call, keepsLines),
    });
    try {
      this.#prepared = prepare(options);
    } catch (error) {
      throw located(error, callerOf(new.target));
    }
    this.#validate = this.#prepared.validate;
    this.#report = findingReporter(this.#prepared.onFinding);
  }

  /** Creates a client whose core is loaded. It fails if the core cannot be loaded, and for a key or a `baseUrl` that cannot be used. */
  static create(options: ClientOptions): Promise<AdminClient> {
    return traced(callerOf(AdminClient.create), async () => {
      // So that an error names the caller of this function.
      prepare(options);
      const client = new AdminClient(options);
      await loading();
      client.#open('AdminClient');
      return client;
    });
  }

  /**
   * Sends a request of any method and path, for what has no function of its own, with the key, time-outs, retries and rate limits of the client. The path is a template
   * from the root of the API, or a whole path; `path` has the values of its `{name}`.
   *
   * Only GET and HEAD are reads: a read-only client refuses all other methods, and only they are sent again after a lost response, unless
   * the request is declared `idempotent`. The client knows no rate limit for it: after a 429, all such requests for the same `{orgId}` wait.
   * The result is the JSON of the response, `null` if it is empty.
   *
   * Errors and events show the template, and none of the values: give identifiers in `path`, and not in the template itself.
   *
   * @example
   * const things = await admin.request('GET', '/admin/v2/orgs/{orgId}/new-things', { path: { orgId }, query: { limit: 5 } });
   */
  request<T = unknown>(method: RequestMethod, path: string, options?: RequestOptions): ApiPromise<T> {
    const operation = `${method} ${path}`;
    const isChange = method !== 'GET' && method !== 'HEAD';
    const { path: values, query, body, idempotent, ...call } = options ?? {};
    return this.#begin<T>({ place: callerOf(this.request), operation, isChange }, () => {
      const parts = partsOf(operation, method, path, { path: values, query, body, idempotent });
      const prepared = prepareCall(operation, call, ['path', 'query', 'body', 'idempotent']);
      const start = (id: number) => this.#open(operation).request(id, method, path, parts, prepared.settings);
      return { prepared, start };
    }).result;
  }

  /** Stops all calls and frees what the client holds. */
  close(): void {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#prepared = undefined;
      rejectAllOf(this, { kind: 'Closed', message: 'the client was closed' });
      if (this.#generation === generation) {
        withCore(() => this.#core?.free());
      }
      this.#core = undefined;
    }
  }

  /** The same as `close`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** The core of this client. */
  #open(operation: string): Core {
    const prepared = this.#prepared;
    if (prepared === undefined) {
      throw closed(operation);
    }
    return naming(operation, () =>
      withCore((core) => {
        if (this.#core === undefined || this.#generation !== generation) {
          const fetch = prepared.backend ? fetchOf(prepared.backend) : prepared.fetch;
          const headers = () => [...prepared.headers, ...headersOf(current)];
          const send = observed(fetch, headers, (exchange) => exchanged(current, exchange));
          this.#core = new core.Core(prepared.settings, send, prepared.functions);
          this.#generation = generation;
        }
        return this.#core;
      }),
    );
  }

  #call<T>(called: Called, params: object | undefined, options: CallOptions | undefined): ApiPromise<T> {
    const { operation } = called;
    const resultOf = operation === 'users.invite' ? (value: unknown, status: number | undefined) => invitationsOf(operation, value, status) : undefined;
    return this.#begin<T>({ ...called, ...(resultOf && { resultOf }) }, () => {
      const text = toJson(operation, params);
      const prepared = prepareCall(operation, options);
      return { prepared, start: (id) => this.#open(operation).call(id, operation, text, prepared.settings) };
    }).result;
  }

  /** Begins a call. What `prepare` throws is its failure. */
  #begin<T>(
    { operation, isChange, place, resultOf = (value) => value, reviewed = (result) => result }: Called,
    prepare: () => { prepared: PreparedCall; start: (id: number) => void },
  ): Call<T> {
    const attempt = evaluateNow(() => {
      throwIfClosed(operation, this.#isClosed);
      return prepare();
    });
    const { prepared } = ignoring(attempt) ?? {};
    return begin({
      owner: this,
      operation,
      isChange,
      place,
      signal: prepared?.signal,
      headers: prepared?.headers ?? [],
      ready: prepared && loading(),
      start: (id) => {
        const { start } = attempt();
        withCore(() => start(id));
      },
      cancel: (id) => withCore((core) => core.cancel(id)),
      resultOf,
      review: (result, found) => {
        const response = reviewed(result);
        if ((prepared?.validate ?? this.#validate) === 'throw' && response !== undefined) {
          throw validationError(operation, found, response);
        }
        this.#report(found.findings);
      },
    });
  }

  #list<Item, Answer, Cursor extends string | number>(
    place: Place,
    operation: string,
    params: object | undefined,
    call: ListOptions | undefined,
  ): List<Item, Answer, Cursor> {
    // What a caller gave may be another thing by the time it is used.
    const text = evaluateNow(() => toJson(operation, params));
    const options = evaluateNow(() => prepareCall(operation, call, ['readAhead']));
    const open = (from: Cursor | undefined) => {
      const core = this.#open(operation);
      const name = typeof from === 'number' ? 'startIndex' : 'cursor';
      return withCore(() => core.list(operation, from === undefined ? text() : JSON.stringify({ ...JSON.parse(text()), [name]: from })));
    };
    return new List<Item, Answer, Cursor>({
      place,
      options: () => (text(), options()),
      check: () => this.#throwIfStopped(operation, options().signal),
      open: (from, pageOf) => {
        const walk = this.#opened(operation, () => open(from));
        const resultOf = (data: unknown) => (data === undefined ? undefined : pageOf(data as PageData));
        const start = (id: number) => walk.use((living) => living.next(id, options().settings));
        return {
          next: () => this.#begin({ operation, isChange: false, resultOf }, () => ({ prepared: (text(), options()), start })),
          free: walk.free,
        };
      },
    });
  }

  #feed<Event extends AuditEvent | string>(
    operation: string,
    options: StreamOptions,
    intervalMs: number | undefined,
    call: CallOptions | undefined,
    keepsLines: boolean,
  ): AsyncGenerator<Event, void, undefined> {
    const { checkpoint, onCheckpoint, lock, ...rest } = options ?? {};
    const text = evaluateNow(() => {
      checkFeed(operation, options);
      return toJson(operation, { ...rest, intervalMs });
    });
    const prepared = evaluateNow(() => prepareCall(operation, call, [], keepsLines));
    const linesOf = (events: unknown) => (events as { line: string }[] | undefined)?.map(({ line }) => line);
    const open = () => {
      const feed = this.#opened(operation, () => {
        const core = this.#open(operation);
        return naming(operation, () => withCore(() => core.feed(text(), checkpoint ?? undefined)));
      });
      const start = (id: number) => feed.use((living) => living.next(id, prepared().settings));
      return {
        next: () => this.#begin<unknown[] | undefined>(
          // A feed that resumes reads its last page again: an error without a new event would end
          // it there each time.
          {
            operation,
            isChange: false,
            ...(keepsLines && { resultOf: linesOf }),
            reviewed: (events) => ((events as unknown[] | undefined)?.length ? events : undefined),
          },
          () => ({ prepared: prepared(), start }),
        ),
        check: () => this.#throwIfStopped(operation, prepared().signal),
        checkpoint: () => feed.use((living) => withCore(() => living.checkpoint())),
        free: feed.free,
      };
    };
    const locked = async () => {
      text();
      prepared();
      return lock === undefined ? undefined : acquireLock(operation, lock);
    };
    return iterateFeed(open, onCheckpoint, locked);
  }

  /** Throws if a list or feed must end between two items. */
  #throwIfStopped(operation: string, signal: AbortSignal | undefined): void {
    throwIfAborted(operation, signal);
    throwIfClosed(operation, this.#isClosed);
  }

  /**
   * Something of the core's that outlives one call, and that is opened when it is first used. Its client may have been closed meanwhile, and
   * its core may have died.
   */
  #opened<T extends { free(): void }>(operation: string, open: () => T): { use<R>(act: (opened: T) => R): R; free(): void } {
    let opened: { thing: T; generation: number } | undefined;
    return {
      use: (act) => {
        throwIfClosed(operation, this.#isClosed);
        opened ??= { thing: open(), generation };
        if (opened.generation !== generation) {
          throw failure({ kind: 'Internal', message: `${operation}: the core failed; begin anew, and please report this`, operation });
        }
        return act(opened.thing);
      },
      // What belongs to a dead core cannot be freed.
      free: () => opened?.generation === generation && opened.thing.free(),
    };
  }
}

/** Calls a function, and returns `undefined` if it throws. */
function ignoring<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function throwIfClosed(operation: string, isClosed: boolean): void {
  if (isClosed) {
    throw closed(operation);
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
