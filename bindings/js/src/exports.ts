export { AdminClient } from './client.js';
export { ApiPromise } from './api-promise.js';
export type { CallOptions, ListOptions } from './call-options.js';
export {
  AbortError,
  AdminError,
  AmbiguousError,
  BadRequestError,
  ClosedError,
  ConflictError,
  ConnectionError,
  DecodeError,
  ForbiddenError,
  InUseError,
  InvitationError,
  InternalError,
  KeyUnavailableError,
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
export type { ApiError, ErrorKind, FailureData } from './errors.js';
export type { EventLog } from './event-log.js';
export type { FollowOptions, StreamOptions } from './events.js';
export type { WithExtra } from './extra.js';
export type { WithResponse } from './exchange.js';
export type { Finding, Validate } from './findings.js';
export type * from './groups/all.js';
export type { HeaderFields } from './headers.js';
export type { Backend, BackendRequest, BackendResponse, FetchLike, ResponseLike } from './http.js';
export type { InvitationFailure, Invitations } from './invitations.js';
export { ListPage } from './list-page.js';
export { List } from './list.js';
export type { ArrayOptions } from './list.js';
export type * from './models.js';
export type {
  RequestAnswered,
  RequestEvent,
  RequestEventBase,
  RequestFailed,
  RequestFinished,
  RequestSent,
  RequestWaiting,
} from './observe.js';
export type { ClientOptions, CommonOptions, Key, Keys, RetryOptions } from './options.js';
export type { DirectoryOfAccountParams, DirectoryOfGroupParams, Directories, OnlyDirectoryParams } from './workflows/directories.js';
export type { GroupById, GroupByName, GroupMember, Groups } from './workflows/groups.js';
export type { Policies, PolicyById } from './workflows/policies.js';
export type { UserRole, Users } from './workflows/users.js';
export type { WaitOptions } from './workflows/wait.js';
export type { RequestMethod, RequestOptions, RequestValue } from './request.js';
