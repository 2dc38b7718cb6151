// Made by `cargo xtask types` of the simulator's tables. Do not edit.

/** An operation, by its name in `atlassian-admin`. */
export type OperationName =
  | 'orgs.list'
  | 'orgs.get'
  | 'accounts.list'
  | 'directories.list'
  | 'users.list'
  | 'users.count'
  | 'users.search'
  | 'users.stats'
  | 'users.get'
  | 'users.remove'
  | 'users.suspend'
  | 'users.restore'
  | 'users.listRoles'
  | 'users.invite'
  | 'users.lastActive'
  | 'groups.list'
  | 'groups.count'
  | 'groups.search'
  | 'groups.stats'
  | 'groups.create'
  | 'groups.get'
  | 'groups.delete'
  | 'groups.addMember'
  | 'groups.removeMember'
  | 'groups.listRoles'
  | 'groups.assignRole'
  | 'groups.revokeRole'
  | 'roles.assign'
  | 'roles.revoke'
  | 'roles.assignOrg'
  | 'roles.revokeOrg'
  | 'events.query'
  | 'events.poll'
  | 'events.get'
  | 'events.actions'
  | 'domains.list'
  | 'domains.get'
  | 'policies.list'
  | 'policies.create'
  | 'policies.get'
  | 'policies.update'
  | 'policies.delete'
  | 'policies.addResource'
  | 'policies.updateResource'
  | 'policies.deleteResource'
  | 'policies.validate'
  | 'workspaces.search'
  | 'account.permissions'
  | 'account.getProfile'
  | 'account.updateProfile'
  | 'account.setEmail'
  | 'account.listTokens'
  | 'account.deleteToken'
  | 'account.disable'
  | 'account.enable'
  | 'account.delete'
  | 'account.cancelDelete'
  | 'scim.listUsers'
  | 'scim.getUser'
  | 'scim.createUser'
  | 'scim.replaceUser'
  | 'scim.patchUser'
  | 'scim.deleteUser'
  | 'scim.listGroups'
  | 'scim.getGroup'
  | 'scim.createGroup'
  | 'scim.replaceGroup'
  | 'scim.patchGroup'
  | 'scim.deleteGroup'
  | 'scim.listSchemas'
  | 'scim.userSchema'
  | 'scim.groupSchema'
  | 'scim.enterpriseUserSchema'
  | 'scim.listResourceTypes'
  | 'scim.userResourceType'
  | 'scim.groupResourceType'
  | 'scim.serviceProviderConfig'
  | 'scimLinks.get'
  | 'scimLinks.getForEmail'
  | 'scimLinks.unlink'
  | 'scimLinks.deleteUser'
  | 'legacy.searchUsers'
  | 'legacy.searchGroups'
  | 'legacy.inviteUser'
  | 'legacy.removeUser'
  | 'legacy.suspendUser'
  | 'legacy.restoreUser'
  | 'legacy.createGroup'
  | 'legacy.deleteGroup'
  | 'legacy.addMember'
  | 'legacy.removeMember'
  | 'legacy.assignGroupRoles'
  | 'legacy.revokeGroupRoles';

/**
 * A deviation of the real API from its documents:
 *
 * - `bare-cursor`: `links.next` is the bare cursor instead of a URL.
 * - `relative-next`: `links.next` is a URL without a host.
 * - `foreign-next`: `links.next` points at another host.
 * - `meta-next-only`: The next cursor is in `meta.next` alone; `links` has no `next`.
 * - `null-next-at-end`: The last page of `events-stream` has no cursor: `links` is empty and `meta` has seven properties
 *   that are null.
 * - `page-size-lies`: `meta.page_size` is 200 for any `limit`, and `meta.total` counts the page.
 * - `no-claimed-domains`: The organization has claimed no domain, so it has no managed accounts either.
 * - `scoped-key`: The key has scopes that do not show it its organization: `orgs.list` is empty.
 * - `unroutable-org`: An unknown organization is refused by the routing layer, in another form.
 * - `html-not-found`: The response to an unknown path is an HTML page.
 * - `sparse-events`: Events lack `links` and `context`, some actors are apps, and locations are empty or hold only `geo`.
 * - `times-without-millis`: The `time` of events is written without milliseconds.
 * - `filter-by-event-time`: `from` and `to` of `events-stream` compare the time of the event instead of its processing.
 * - `reset-with-seconds`: `X-RateLimit-Reset` is written with seconds.
 * - `reset-as-epoch`: `X-RateLimit-Reset` is written as epoch seconds.
 * - `limit-envelope`: A refusal by the rate limit has the `errors` envelope, with `ADMIN-429-1`.
 * - `non-uuid-org`: The organization's identifier is not a UUID.
 * - `expired-key`: The key has expired: the response to every request is 401.
 * - `missing-scope`: The key lacks every scope: a request that needs one is refused with 401 and `ADMIN-401-2`, or as its
 *   family of operations refuses a key (in version 2 with 403 and `ADMIN-UAM-403-1`).
 * - `repeated-list-keys-only`: Lists are read as repeated keys; a comma is part of a value.
 * - `user-management-unscoped`: The key has scopes, so user management refuses it with 403 and
 *   `forbidden.insufficientScope`.
 * - `retired-operations`: An operation is refused with 410 once its announced date has passed by the simulated clock.
 * - `no-paid-subscription`: The organization pays for no product: invitations are refused with 402.
 * - `ignored-filters`: `q` of `events.query` is accepted and ignored.
 * - `already-member-conflict`: To add a member again is refused with 409 and `ADMIN-UAM-409-2` instead of accepted.
 * - `org-role-needs-resource`: `roles.assign` and `roles.revoke` refuse any role without a resource, with 400 and
 *   `ADMIN-UAM-400-5`.
 * - `licence-limit`: No licence is left: a write that gives one more user access to a product is refused.
 * - `session-auth`: Most actors of events have the undocumented `authType` `session`.
 * - `empty-rule`: Policies of the type `data-security` have the rule `{}`, although the document requires `in`.
 * - `listed-deactivation`: Listings and searches of users have `deactivatedOn`, which is documented for a single user
 *   alone.
 * - `read-lag`: Reads see a changed membership after 1 s, and a changed role after 30 s.
 * - `undocumented-properties`: Responses have properties, and policies have types, that were seen on the real API and are
 *   missing from its document; their values are made up.
 */
export type Quirk =
  | 'bare-cursor'
  | 'relative-next'
  | 'foreign-next'
  | 'meta-next-only'
  | 'null-next-at-end'
  | 'page-size-lies'
  | 'no-claimed-domains'
  | 'scoped-key'
  | 'unroutable-org'
  | 'html-not-found'
  | 'sparse-events'
  | 'times-without-millis'
  | 'filter-by-event-time'
  | 'reset-with-seconds'
  | 'reset-as-epoch'
  | 'limit-envelope'
  | 'non-uuid-org'
  | 'expired-key'
  | 'missing-scope'
  | 'repeated-list-keys-only'
  | 'user-management-unscoped'
  | 'retired-operations'
  | 'no-paid-subscription'
  | 'ignored-filters'
  | 'already-member-conflict'
  | 'org-role-needs-resource'
  | 'licence-limit'
  | 'session-auth'
  | 'empty-rule'
  | 'listed-deactivation'
  | 'read-lag'
  | 'undocumented-properties';

/** The requests that a fault applies to: all, unless given. The properties apply in this order. */
export interface FaultTriggers {
  /** Only requests of this operation, such as `events.poll`. */
  on?: OperationName | undefined;
  /** The first N of the requests pass. */
  skip?: number | undefined;
  /** Only each N-th of those that follow. */
  every?: number | undefined;
  /** Of these only this share; a seed always selects the same requests. */
  chance?: number | undefined;
  /** At most N times. */
  times?: number | undefined;
}

/** The request is refused with this HTTP status, 400 to 599, in the form of its family of operations. */
export interface StatusFault extends FaultTriggers {
  /** The status, from 400 to 599. */
  status: number;
  /** The wait that the response asks for; also `http-date`, `iso` (in `X-RateLimit-Reset` alone) or `none`. In seconds. */
  retryAfter?: number | 'http-date' | 'iso' | 'none' | undefined;
}

/** The connection ends without a response. */
export interface ResetFault extends FaultTriggers {
  /** The kind. */
  kind: 'reset';
}

/** The connection ends within the response. */
export interface ResetBodyFault extends FaultTriggers {
  /** The kind. */
  kind: 'reset-body';
}

/** The response is complete, but its JSON is cut off. */
export interface TruncatedJsonFault extends FaultTriggers {
  /** The kind. */
  kind: 'truncated-json';
}

/** A success contains JSON of another schema. */
export interface WrongTypeFault extends FaultTriggers {
  /** The kind. */
  kind: 'wrong-type';
}

/** A success contains an HTML page. */
export interface HtmlFault extends FaultTriggers {
  /** The kind. */
  kind: 'html';
}

/** The request is carried out, and its response is lost. */
export interface LostFault extends FaultTriggers {
  /** The kind. */
  kind: 'lost';
  /** What arrives instead of the response: `hang`, a status, or `reset`. */
  as?: number | 'hang' | 'reset' | undefined;
}

/** The response takes longer; other faults still apply. */
export interface DelayFault extends FaultTriggers {
  /** The kind. */
  kind: 'delay';
  /** How long to wait. */
  ms: number;
}

/** The body arrives in 16 pieces, with this wait between them; other faults still apply. */
export interface DripFault extends FaultTriggers {
  /** The kind. */
  kind: 'drip';
  /** How long to wait. */
  ms: number;
}

/** The response never arrives. */
export interface HangFault extends FaultTriggers {
  /** The kind. */
  kind: 'hang';
}

/** The next cursor of a page is the cursor of its request. */
export interface RepeatedCursorFault extends FaultTriggers {
  /** The kind. */
  kind: 'repeated-cursor';
}

/** A cursor is refused. */
export interface ExpiredCursorFault extends FaultTriggers {
  /** The kind. */
  kind: 'expired-cursor';
}

/** A page of events begins with the last event of the page before. */
export interface DuplicateFault extends FaultTriggers {
  /** The kind. */
  kind: 'duplicate';
}

/** Each N-th event becomes visible only some time after its processing. */
export interface LateFault {
  /** The kind. */
  kind: 'late';
  /** Only each N-th of those that follow. */
  every: number;
  /** How long after its processing an event becomes visible. In seconds. */
  by: number;
}

/** A fault, as an object: a status, or a kind. */
export type FaultObject =
  | StatusFault
  | ResetFault
  | ResetBodyFault
  | TruncatedJsonFault
  | WrongTypeFault
  | HtmlFault
  | LostFault
  | DelayFault
  | DripFault
  | HangFault
  | RepeatedCursorFault
  | ExpiredCursorFault
  | DuplicateFault
  | LateFault;
