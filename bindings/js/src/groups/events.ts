// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { AuditEvent, EventActions, EventPlace, EventProduct, One, Page, SortOrder } from '../models.js';

/** Parameters of `events.query`. */
export interface EventsQueryParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The text to search for. */
  q?: string | undefined;
  /** The earliest time of an event. A date alone means its first instant (UTC). */
  from?: number | string | Date | undefined;
  /** The latest time of an event. A date alone means the whole day (UTC). */
  to?: number | string | Date | undefined;
  /** The action, such as `user_login`. */
  action?: string | undefined;
  /** Only events whose actor is one of these accounts. `users.search` returns their identifiers. */
  actor?: string[] | undefined;
  /** Only events from one of these IP addresses. */
  ip?: string[] | undefined;
  /** Only events of these products. */
  product?: EventProduct[] | undefined;
  /** Only events from one of these locations. */
  location?: EventPlace[] | undefined;
  /** The maximum number of events on a page. From 1 to 500; 30 unless given. */
  limit?: number | undefined;
}

/** Parameters of `events.poll`. */
export interface EventsPollParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The earliest processing time of an event. A date alone means its first instant (UTC). */
  from?: number | string | Date | undefined;
  /** The latest processing time of an event. A date alone means the whole day (UTC). */
  to?: number | string | Date | undefined;
  /** The maximum number of events on a page. From 1 to 500; 200 unless given. */
  limit?: number | undefined;
  /** The sort order. The default is the earliest event first. */
  sortOrder?: SortOrder | undefined;
}

/** Parameters of `events.get`. */
export interface EventsGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The event. `events.query` returns its identifier. */
  eventId: string;
}

/** Parameters of `events.actions`. */
export interface EventsActionsParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
}

/** The audit log. */
export class EventsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Searches the audit log, newest event first.
   *
   * Use it for filtered queries. The rate limit is 10 requests per minute. The server sorts by the time of the event, so a
   * query can miss a late event: to copy the whole log, use `events.poll` or the event feed. The log holds events of the
   * last 180 days.
   *
   * - Scopes of a scoped key: `read:events:admin`.
   * - Rate limit: 10 requests a minute for each organization.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.events.query({ orgId, limit: 500 })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get
   */
  query(params: EventsQueryParams, options?: ListOptions): List<AuditEvent, Page<AuditEvent>> {
    return this.#caller.list(callerOf(this.query), 'events.query', params, options);
  }

  /**
   * Lists the events of the audit log in processing order, for copying the log.
   *
   * The listing has no end: its last page can hold a cursor for later events. Iterators over pages and items stop at the
   * first page without events. To keep a copy up to date, use `events.follow`. The cursor includes the sort order.
   *
   * - Scopes of a scoped key: `read:events:admin`.
   * - Rate limit: 50 requests a minute for each organization.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.events.poll({ orgId, limit: 3, sortOrder: 'desc' })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @throws {BadRequestError} for an unknown sort order (HTTP 400, `ADMIN-400-19`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get
   */
  poll(params: EventsPollParams, options?: ListOptions): List<AuditEvent, Page<AuditEvent>> {
    return this.#caller.list(callerOf(this.poll), 'events.poll', params, options);
  }

  /**
   * Returns an event of the audit log.
   *
   * `events.query`, `events.poll` and the event feed return the same properties of an event. None of them filters by
   * identifier: once this operation has stopped, an event cannot be looked up by its identifier alone.
   *
   * - Scopes of a scoped key: `read:events:admin`.
   * - Rate limit: 10 requests a minute for each organization.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.events.get({ orgId, eventId });
   * ```
   * @throws {NotFoundError} for an unknown event (HTTP 404, `ADMIN-404-4`).
   * @deprecated Announced to stop on 2026-12-21: use `events.query` or `events.poll`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-eventid-get
   */
  get(params: EventsGetParams, options?: CallOptions): ApiPromise<One<AuditEvent>> {
    return this.#caller.read(callerOf(this.get), 'events.get', params, options);
  }

  /**
   * Lists the actions that the audit log can record, with their display names.
   *
   * - Scopes of a scoped key: `read:events:admin`.
   * - Rate limit: 10 requests a minute for each organization.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.events.actions({ orgId });
   * ```
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get
   */
  actions(params: EventsActionsParams, options?: CallOptions): ApiPromise<EventActions> {
    return this.#caller.read(callerOf(this.actions), 'events.actions', params, options);
  }
}
