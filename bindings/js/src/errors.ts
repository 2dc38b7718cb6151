/** Errors: a class for each kind. */

import { misuse, named, ours } from './callers.js';
import type { Finding } from './findings.js';
import type { InvitationFailure } from './invitations.js';

/** An error in the server's words. Titles and details may hold personal data. */
export interface ApiError {
  /** Atlassian's code, such as `ADMIN-404-1`. */
  readonly code?: string | undefined;
  /** The error in a few words. */
  readonly title?: string | undefined;
  /** The error in a sentence. */
  readonly detail?: string | undefined;
}

/** The data of an error. */
export interface FailureData {
  /** What kind of thing went wrong. */
  kind: string;
  /** What to tell a person. No keys, no personal data. */
  message: string;
  /** The operation that was called. */
  operation?: string | null | undefined;
  /** The status of the last answer. */
  status?: number | null | undefined;
  /** Atlassian's code. */
  code?: string | null | undefined;
  /** The server's words, in short. */
  title?: string | null | undefined;
  /** The server's words, or an excerpt of its response. */
  detail?: string | null | undefined;
  /** The other errors of the same response. */
  others?: readonly ApiError[] | null | undefined;
  /** The trace identifier of the answer. */
  traceId?: string | null | undefined;
  /** How long the server asked to wait. */
  retryAfterMs?: number | null | undefined;
  /** What to do about it. */
  hint?: string | null | undefined;
  /** How often it was tried. */
  attempts?: number | null | undefined;
  /** The beginning of an unsuccessful answer's body. */
  body?: string | null | undefined;
  /** The places of an answer that are not as documented. */
  findings?: readonly Finding[];
  /** How many such places there are. */
  count?: number;
  /** The answer that has them. */
  answer?: unknown;
  /** The roles and groups that an invitation did not give. */
  failures?: readonly InvitationFailure[];
  /** The directories of which one must be chosen. */
  directoryIds?: readonly string[];
  /** What `fetch` threw. */
  thrown?: unknown;
}

/** The properties of an error besides its kind and message. */
const PROPERTIES = ['operation', 'code', 'title', 'detail', 'traceId', 'hint', 'body', 'attempts', 'status', 'retryAfterMs', 'others'] as const;

/** Properties that are not shown when the error is printed: they may quote e-mail addresses. */
const HIDDEN: ReadonlySet<string> = new Set(['title', 'detail', 'body', 'others']);
/** Properties that are shown only in the usual form of a code: a server may send any text. */
const CODES: ReadonlySet<string> = new Set(['code', 'traceId']);

/** The kinds of errors: the name of each class without `Error`. */
export type ErrorKind =
  | 'BadRequest'
  | 'Unauthorized'
  | 'PaymentRequired'
  | 'Forbidden'
  | 'NotFound'
  | 'Conflict'
  | 'RateLimit'
  | 'Server'
  | 'Redirect'
  | 'Connection'
  | 'Timeout'
  | 'OutcomeUnknown'
  | 'ReadOnly'
  | 'KeyUnavailable'
  | 'TooLarge'
  | 'Decode'
  | 'Validation'
  | 'Invitation'
  | 'Ambiguous'
  | 'Paging'
  | 'Abort'
  | 'Closed'
  | 'InUse'
  | 'Unsupported'
  | 'Internal';

/** Marks the errors of all copies of this package. */
const KIND = Symbol.for('atlassian-admin.error');

/**
 * The error of a call. Its message holds neither keys nor personal data, and ends with the hint. The server's own words are in `detail`,
 * `others` and `body`.
 *
 * `instanceof` works across several copies of this package.
 */
export class AdminError extends Error {
  /** What kind of thing went wrong: the name of the class without `Error`, such as `RateLimit`. */
  readonly kind: ErrorKind;
  /** The operation that was called, such as `users.search`. */
  declare readonly operation: string | undefined;
  /** The status of the last answer. */
  declare readonly status: number | undefined;
  /** Atlassian's code, such as `ADMIN-404-1`. */
  declare readonly code: string | undefined;
  /** The server's words, in short. */
  declare readonly title: string | undefined;
  /**
   * The server's words; where its response has no known form, the media type and an excerpt of at most 200 characters. They may hold
   * personal data, so the message only refers to them.
   */
  declare readonly detail: string | undefined;
  /** The other errors of the same response, where the server sent several: at most 99. They may hold personal data. */
  declare readonly others: readonly ApiError[];
  /** What Atlassian's support asks for: the trace identifier of the answer. */
  declare readonly traceId: string | undefined;
  /** How long to wait before it is worth another try: as the server asked, or until a call has its turn where too many wait for one. */
  declare readonly retryAfterMs: number | undefined;
  /** What to do about it, where the cause is known. */
  declare readonly hint: string | undefined;
  /** How often it was tried; `undefined` where the call was stopped from outside, whatever it had done by then. */
  declare readonly attempts: number | undefined;
  /** The beginning of an unsuccessful answer's body. It may hold personal data. */
  declare readonly body: string | undefined;
  /**
   * What `fetch` threw, where it did. It may hold the URL, with e-mail addresses, and the key: some clients hang the whole request on their
   * errors. So it is not shown when the error is printed, and should not be stored as it is.
   */
  declare readonly thrown: unknown;

  /** Use it to make errors in tests. The kind is that of the class; `cause` is the reason of an abort. */
  constructor(data: FailureData, cause?: unknown) {
    super(data.message, cause === undefined ? undefined : { cause });
    const kind = CLASSES.find(([, type]) => inherits(new.target, type))?.[0] ?? data.kind;
    this.kind = kind as ErrorKind;
    for (const name of PROPERTIES) {
      // What is not known is not there, so that a printed error shows no `undefined`.
      const value = data[name] ?? (name === 'others' ? [] : undefined);
      if (value != null) {
        const enumerable = !HIDDEN.has(name) && (!CODES.has(name) || /^[\w.:-]{0,80}$/.test(value as string));
        Object.defineProperty(this, name, { value, enumerable, writable: true, configurable: true });
      }
    }
    if ('thrown' in data) {
      Object.defineProperty(this, 'thrown', { value: data.thrown });
    }
    Object.defineProperty(this, KIND, { value: kind });
  }

  /** Recognises errors by their kind, whichever copy of this package made them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const kind = typeof value === 'object' && value !== null ? (value as { [KIND]?: unknown })[KIND] : undefined;
    if (this === AdminError) {
      return typeof kind === 'string';
    }
    const own = CLASSES.find(([, type]) => type === this);
    return own ? kind === own[0] : Function.prototype[Symbol.hasInstance].call(this, value);
  }
}

/** The server refuses the request as invalid (400, 405, 413, 415, 422, …). */
export class BadRequestError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'BadRequest';
}
/** The key is unknown, expired or of another kind (401). */
export class UnauthorizedError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Unauthorized';
}
/** The organization lacks a paid plan (402). */
export class PaymentRequiredError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'PaymentRequired';
}
/** The key lacks the permission or the scope (403). */
export class ForbiddenError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Forbidden';
}
/** It does not exist, or the key may not see it (404, 410). */
export class NotFoundError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'NotFound';
}
/** It exists already, or its state does not allow the change (409). */
export class ConflictError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Conflict';
}
/** Too many requests (429), and no attempt or time is left to wait. */
export class RateLimitError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'RateLimit';
}
/** The server failed (5xx). */
export class ServerError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Server';
}
/** A redirect. It is never followed, so that the key stays with the configured host. */
export class RedirectError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Redirect';
}
/** No complete response arrived. What `fetch` threw is in `thrown`. */
export class ConnectionError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Connection';
}
/** No complete response arrived in time, or a change did not become visible in time. */
export class TimeoutError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Timeout';
}
/**
 * A change may or may not have been made: its response was lost, or was not waited for, or this package failed meanwhile. Check before
 * making it again. If an `AbortSignal` stopped it, its reason is in `cause`.
 */
export class OutcomeUnknownError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'OutcomeUnknown';
}
/** The client was created with `readOnly: true`, and the operation writes. Nothing was sent. */
export class ReadOnlyError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'ReadOnly';
}
/** The function that returns the key failed, or returned no key. What it threw is in `thrown`. Nothing was sent. */
export class KeyUnavailableError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'KeyUnavailable';
}
/** The response is larger than 64 MiB. */
export class TooLargeError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'TooLarge';
}
/** The response is not what the operation returns. */
export class DecodeError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Decode';
}
/**
 * The response arrived, and is not as documented. Only `validate: 'throw'` makes these errors: the call was made, and its response is in
 * `answer`.
 */
export class ValidationError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Validation';
  /** The first hundred places that are not as documented. */
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly count: number;
  /** What the call would have answered: of a listing, the page; of the audit log's feed, the events. It may hold personal data. */
  declare readonly answer: unknown;
  /** Of the audit log's feed: where to resume after the events in `answer`. */
  declare readonly checkpoint?: string;

  /** Use it to make errors in tests. */
  constructor(data: FailureData, cause?: unknown) {
    super(data, cause);
    this.findings = data.findings ?? [];
    this.count = data.count ?? this.findings.length;
    Object.defineProperty(this, 'answer', { value: data.answer, enumerable: false });
  }
}
/**
 * `users.invite` assigned nothing: every role and group was refused. Accounts may have been created
 * all the same. If a part was assigned, the call succeeds, with `partial` and `failures` in its
 * result.
 */
export class InvitationError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Invitation';
  /** Every role and group that was not given, and why. It holds e-mail addresses: not printed. */
  declare readonly failures: readonly InvitationFailure[];
  /** The response. It holds personal data: not printed. */
  declare readonly answer: unknown;

  /** Use it to make errors in tests. */
  constructor(data: FailureData, cause?: unknown) {
    super(data, cause);
    Object.defineProperty(this, 'failures', { value: data.failures ?? [] });
    Object.defineProperty(this, 'answer', { value: data.answer });
  }
}
/** An account or an organization has several directories, and one must be chosen. */
export class AmbiguousError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Ambiguous';
  /** The directories. */
  readonly directoryIds: readonly string[];

  /** Use it to make errors in tests. */
  constructor(data: FailureData, cause?: unknown) {
    super(data, cause);
    this.directoryIds = data.directoryIds ?? [];
  }
}
/** A list cannot continue: its next page is one that was read already, or is not a page. */
export class PagingError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Paging';
}
/** The caller's `AbortSignal` stopped the call, which has changed nothing. Its reason is in `cause`. */
export class AbortError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Abort';
}
/** The client was closed. */
export class ClosedError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Closed';
}
/** Another tab, worker or loop has the lock of this feed. */
export class InUseError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'InUse';
}
/** The host cannot run this package: it has no WebAssembly, or a policy forbids it. */
export class UnsupportedError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Unsupported';
}
/** A defect of this package. The next call works again; please report it. */
export class InternalError extends AdminError {
  /** The kind of these errors. */
  declare readonly kind: 'Internal';
}

const CLASSES: ReadonlyArray<readonly [string, new (data: FailureData, cause?: unknown) => AdminError]> = [
  ['BadRequest', BadRequestError],
  ['Unauthorized', UnauthorizedError],
  ['PaymentRequired', PaymentRequiredError],
  ['Forbidden', ForbiddenError],
  ['NotFound', NotFoundError],
  ['Conflict', ConflictError],
  ['RateLimit', RateLimitError],
  ['Server', ServerError],
  ['Redirect', RedirectError],
  ['Connection', ConnectionError],
  ['Timeout', TimeoutError],
  ['OutcomeUnknown', OutcomeUnknownError],
  ['ReadOnly', ReadOnlyError],
  ['KeyUnavailable', KeyUnavailableError],
  ['TooLarge', TooLargeError],
  ['Decode', DecodeError],
  ['Validation', ValidationError],
  ['Invitation', InvitationError],
  ['Ambiguous', AmbiguousError],
  ['Paging', PagingError],
  ['Abort', AbortError],
  ['Closed', ClosedError],
  ['InUse', InUseError],
  ['Unsupported', UnsupportedError],
  ['Internal', InternalError],
];

// On the prototypes, too: a stack's first line has the name from there.
for (const [kind, type] of [['Admin', AdminError], ...CLASSES] as const) {
  named(type, `${kind}Error`);
  Object.defineProperty(type.prototype, 'name', { value: `${kind}Error`, configurable: true, writable: true });
}

/** Whether a class is another one or extends it. `instanceof` is overridden here. */
function inherits(type: object, base: object): boolean {
  return type === base || Object.prototype.isPrototypeOf.call(base, type);
}

/**
 * The error of a failure. A wrong argument is a `TypeError`, as it is for functions of JavaScript's own.
 *
 * @internal
 */
export function failure(data: FailureData, cause?: unknown): Error {
  if (data.kind === 'InvalidArgument') {
    return misuse(data.message);
  }
  const known = CLASSES.find(([kind]) => kind === data.kind);
  const message = data.detail == null ? data.message : `${data.message}; see error.detail`;
  return ours(new (known ? known[1] : AdminError)({ ...data, message }, cause));
}
