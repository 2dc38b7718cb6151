export { AdminClient } from './client.js';
export type { CallOptions } from './calls.js';
export {
  AbortError,
  AdminError,
  BadRequestError,
  ClosedError,
  ConflictError,
  ConnectionError,
  DecodeError,
  ForbiddenError,
  InUseError,
  InvitationError,
  InternalError,
  NotFoundError,
  OutcomeUnknownError,
  PagingError,
  PaymentRequiredError,
  RateLimitError,
  ReadOnlyError,
  RedirectError,
  ServerError,
  TimeoutError,
  TooLargeError,
  UnauthorizedError,
  UnsupportedError,
  ValidationError,
} from './errors.js';
export type { ApiError, FailureData } from './errors.js';
export type { EventLog } from './event-log.js';
export type { FollowOptions, StreamOptions } from './events.js';
export type { WithExtra } from './extra.js';
export type { Finding, Validate } from './findings.js';
export type * from './groups/all.js';
export type { InvitationFailure, Invitations } from './invitations.js';
export { List } from './list.js';
export type { ListPage } from './list.js';
export type * from './models.js';
export type { Backend, BackendRequest, BackendResponse, ClientOptions, FetchLike, ResponseLike, RetryOptions } from './options.js';
