/** The audit log: its operations, and the event feed. */

import type { Caller } from './caller.js';
import type { CallOptions } from './call-options.js';
import type { FollowOptions, StreamOptions } from './events.js';
import { EventsOperations } from './groups/events.js';
import type { AuditEvent } from './models.js';

/** The audit log: its operations, and the event feed. */
export class EventLog extends EventsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    super(caller);
    this.#caller = caller;
  }

  /** All events so far, then it ends. */
  stream(options: StreamOptions, call?: CallOptions): AsyncGenerator<AuditEvent, void, undefined> {
    return this.#caller.feed('events.stream', options, undefined, call, false);
  }

  /**
   * As `stream`, with each event as the server wrote it: one line of JSON, for NDJSON. Numbers and unknown properties keep every digit.
   *
   * @example
   * for await (const line of admin.events.streamLines({ orgId })) process.stdout.write(`${line}\n`);
   */
  streamLines(options: StreamOptions, call?: CallOptions): AsyncGenerator<string, void, undefined> {
    return this.#caller.feed('events.streamLines', options, undefined, call, true);
  }

  /** All events so far, and those to come. It ends by an error only: once the attempts at a page are used up. */
  follow(options: FollowOptions, call?: CallOptions): AsyncGenerator<AuditEvent, void, undefined> {
    return this.#caller.feed('events.follow', options, options?.intervalMs ?? 60_000, call, false);
  }

  /** As `follow`, with each event as the server wrote it: one line of JSON. */
  followLines(options: FollowOptions, call?: CallOptions): AsyncGenerator<string, void, undefined> {
    return this.#caller.feed('events.followLines', options, options?.intervalMs ?? 60_000, call, true);
  }
}
