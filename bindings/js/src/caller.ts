/** What the groups of operations call: the client, without what its users see of it. */

import type { ApiPromise } from './api-promise.js';
import type { CallOptions, ListOptions } from './call-options.js';
import type { Place } from './callers.js';
import type { FollowOptions } from './events.js';
import type { List } from './list.js';
import type { AuditEvent } from './models.js';

/**
 * Calls operations by name. `place` is where the method was called.
 *
 * @internal
 */
export interface Caller {
  /** Calls an operation that only reads. */
  read<T>(place: Place, operation: string, params: object | undefined, options: CallOptions | undefined): ApiPromise<T>;
  /** Calls an operation that changes something. */
  write<T>(place: Place, operation: string, params: object | undefined, options: CallOptions | undefined): ApiPromise<T>;
  /** Makes a listing. */
  list<Item, Answer, Cursor extends string | number>(
    place: Place,
    operation: string,
    params: object | undefined,
    options: ListOptions | undefined,
  ): List<Item, Answer, Cursor>;
  /** Makes a feed of the audit log, of events or of their lines. It stops after the last event unless it has an interval. */
  feed<Event extends AuditEvent | string>(
    operation: string,
    params: FollowOptions,
    intervalMs: number | undefined,
    options: CallOptions | undefined,
    keepsLines: boolean,
  ): AsyncGenerator<Event, void, undefined>;
}
