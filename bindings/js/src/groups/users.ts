// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { Invitations } from '../invitations.js';
import type { List } from '../list.js';
import type {
  AccountClaim,
  AccountStatus,
  Count,
  DirectoryUser,
  LastActivePage,
  LastActiveProduct,
  MembershipStatus,
  One,
  Page,
  PermissionRule,
  Role,
  UserExpansion,
  UserRoles,
  UserSort,
  UserStats,
  UserStatus,
} from '../models.js';

/** Parameters of `users.list`. */
export interface UsersListParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of users on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only these accounts. At most 10 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only users with a role on one of these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only members of one of these groups. At most 10 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /** Whether to return only accounts with two-step verification, or only accounts without. */
  mfaEnabled?: boolean | undefined;
  /** Only managed accounts, or only unmanaged accounts. */
  claimStatus?: AccountClaim | undefined;
  /** Only users with one of these statuses. At most 4 items. */
  status?: UserStatus[] | undefined;
  /** Only accounts with one of these statuses. At most 3 items. */
  accountStatus?: AccountStatus[] | undefined;
  /** Only users with one of these membership statuses. At most 3 items. */
  membershipStatus?: MembershipStatus[] | undefined;
  /** Only users with one of these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
  /** Only users with an e-mail address of one of these domains. At most 10 items. */
  emailDomains?: string[] | undefined;
  /** Only users whose name or e-mail address contains this text. */
  searchTerm?: string | undefined;
  /** The sort order. The client sends each entry as JSON: Atlassian does not document the format. At most 1 item. */
  sortBy?: UserSort[] | undefined;
}

/** Parameters of `users.count`. */
export interface UsersCountParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** Only these accounts. At most 10 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only users with a role on one of these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only members of one of these groups. At most 10 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /** Whether to return only accounts with two-step verification, or only accounts without. */
  mfaEnabled?: boolean | undefined;
  /** Only managed accounts, or only unmanaged accounts. */
  claimStatus?: AccountClaim | undefined;
  /** Only users with one of these statuses. At most 4 items. */
  status?: UserStatus[] | undefined;
  /** Only accounts with one of these statuses. At most 3 items. */
  accountStatus?: AccountStatus[] | undefined;
  /** Only users with one of these membership statuses. At most 3 items. */
  membershipStatus?: MembershipStatus[] | undefined;
  /** Only users with one of these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
  /** Only users whose name or e-mail address contains this text. */
  searchTerm?: string | undefined;
  /** Only users with an e-mail address of one of these domains. At most 10 items. */
  emailDomains?: string[] | undefined;
}

/** Parameters of `users.search`. */
export interface UsersSearchParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only these accounts. At most 10 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only accounts with one of these statuses. At most 3 items. */
  accountStatus?: AccountStatus[] | undefined;
  /** Only users with one of these membership statuses. At most 3 items. */
  membershipStatus?: MembershipStatus[] | undefined;
  /** Only users with one of these statuses. At most 4 items. */
  status?: UserStatus[] | undefined;
  /** Only managed accounts, or only unmanaged accounts. */
  claimStatus?: AccountClaim | undefined;
  /** Whether to return only accounts with two-step verification, or only accounts without. */
  mfaEnabled?: boolean | undefined;
  /** Only users with an e-mail address of one of these domains. At most 10 items. */
  emailDomains?: string[] | undefined;
  /** Only users with these e-mail addresses. Cannot be combined with a search term. At most 100 items. */
  emails?: string[] | undefined;
  /** Only members of one of these groups. At most 10 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /** Only users with a role on one of these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only users with one of these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
  /** Only users whose name or e-mail address contains this text. Cannot be combined with e-mail addresses. */
  searchTerm?: string | undefined;
  /** Additional properties to return. */
  expand?: UserExpansion[] | undefined;
  /** The sort order. At most 1 item. */
  sortBy?: UserSort[] | undefined;
  /** The maximum number of users on a page. From 1 to 100; 50 unless given. */
  limit?: number | undefined;
}

/** Parameters of `users.stats`. */
export interface UsersStatsParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
}

/** Parameters of `users.get`. */
export interface UsersGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `users.remove`. */
export interface UsersRemoveParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `users.suspend`. */
export interface UsersSuspendParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `users.restore`. */
export interface UsersRestoreParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `users.listRoles`. */
export interface UsersListRolesParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of rows on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only resources of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only on these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
}

/** Parameters of `users.invite`. */
export interface UsersInviteParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The e-mail addresses. At most 25 items. */
  emails: string[];
  /** The roles to assign, and their resources. */
  permissionRules?: PermissionRule[] | undefined;
  /** Groups to add the users to. `groups.search` returns their identifiers. */
  additionalGroups?: string[] | undefined;
  /** Whether to notify the users by e-mail. The default is `false`. */
  sendNotification?: boolean | undefined;
  /** The text of the e-mail. */
  notificationText?: string | undefined;
}

/** Parameters of `users.lastActive`. */
export interface UsersLastActiveParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** The users of directories, and their access. */
export class UsersOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the users of a directory, and managed accounts outside of all directories.
   *
   * Use `-` for all directories that the key can manage. `users.search` replaces this operation and can also return products
   * and groups. With a cursor, the server ignores all other filters.
   *
   * - Scopes of a scoped key: `read:directories:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.list({ orgId, directoryId, accountIds: [accountId] })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @deprecated Announced to stop on 2027-06-30: use `users.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-get
   */
  list(params: UsersListParams, options?: ListOptions): List<DirectoryUser, Page<DirectoryUser>> {
    return this.#caller.list(callerOf(this.list), 'users.list', params, options);
  }

  /**
   * Counts the users of a directory, and managed accounts outside of all directories.
   *
   * Managed accounts without a membership are included: filter by `directoryIds` or `membershipStatus` to count members
   * only. Use `-` for all directories that the key can manage. Atlassian does not document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.users.count({ orgId, directoryId });
   * ```
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-UAM-404-2`).
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-count-get
   */
  count(params: UsersCountParams, options?: CallOptions): ApiPromise<Count> {
    return this.#caller.read(callerOf(this.count), 'users.count', params, options);
  }

  /**
   * Searches the users of a directory, and managed accounts outside of all directories.
   *
   * With `expand` set to `productAccess`, the response includes the last activity of up to 100 users per request. Use `-`
   * for all directories that the key can manage. Atlassian does not document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.search({ orgId, directoryId, emails: ['ann@example.com'] })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @throws {BadRequestError} for an unknown expansion (HTTP 400, `ADMIN-UAM-400-1`).
   * @throws {BadRequestError} for an unknown status (HTTP 400, `ADMIN-UAM-400-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post
   */
  search(params: UsersSearchParams, options?: ListOptions): List<DirectoryUser, Page<DirectoryUser>> {
    return this.#caller.list(callerOf(this.search), 'users.search', params, options);
  }

  /**
   * Counts the users of a directory by account status and by role.
   *
   * Use `-` for all directories that the key can manage. The account of a suspended user counts as active: use `users.count`
   * to count suspended users.
   *
   * - Scopes of a scoped key: `read:directories:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.users.stats({ orgId, directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get
   */
  stats(params: UsersStatsParams, options?: CallOptions): ApiPromise<UserStats> {
    return this.#caller.read(callerOf(this.stats), 'users.stats', params, options);
  }

  /**
   * Returns a user of a directory.
   *
   * Use `-` for all directories that the key can manage. The response does not include products and groups: search with
   * `expand` to get them. Atlassian does not document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.users.get({ orgId, directoryId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get
   */
  get(params: UsersGetParams, options?: CallOptions): ApiPromise<One<DirectoryUser>> {
    return this.#caller.read(callerOf(this.get), 'users.get', params, options);
  }

  /**
   * Removes a user from a directory permanently.
   *
   * The user loses all roles and group memberships and is no longer billed. A new invitation does not restore them. To
   * remove access temporarily, use `users.suspend`. The account remains. Listings can show the removal a moment later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.users.remove({ orgId, directoryId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete
   */
  remove(params: UsersRemoveParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.remove), 'users.remove', params, options);
  }

  /**
   * Suspends the access of a user to a directory.
   *
   * The suspension affects all products and sites of the directory; to free one licence only, remove the user from the group
   * that grants it. The user keeps roles and group memberships and is not billed. The account remains active: see
   * `membershipStatus`. Administrators of the organization cannot be suspended (400).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.users.suspend({ orgId, directoryId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post
   */
  suspend(params: UsersSuspendParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.suspend), 'users.suspend', params, options);
  }

  /**
   * Restores the access of a suspended user.
   *
   * The user gets back all roles and group memberships and is billed again.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.users.restore({ orgId, directoryId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post
   */
  restore(params: UsersRestoreParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.restore), 'users.restore', params, options);
  }

  /**
   * Lists the roles of a user, one row per resource.
   *
   * Each row shows whether a role is assigned directly, inherited from a group, or inferred from another role. Listings can
   * show a change of roles 30 seconds or more later. Use `-` for all directories that the key can manage. With a cursor, the
   * server ignores all other filters.
   *
   * - Scopes of a scoped key: `read:directories:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.listRoles({ orgId, directoryId, accountId })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get
   */
  listRoles(params: UsersListRolesParams, options?: ListOptions): List<UserRoles, Page<UserRoles>> {
    return this.#caller.list(callerOf(this.listRoles), 'users.listRoles', params, options);
  }

  /**
   * Invites users to the organization.
   *
   * Each user gets the roles of `permissionRules`, a membership in the directories of those products, and the memberships in
   * `additionalGroups`. Part of the request can fail: the response is then a success with `partial` set, and `failures`
   * lists what failed. An organization without a paid plan cannot invite users (402). If no licence is left, the server
   * returns a conflict (409). The client does not retry the request after a lost response: that could invite users twice.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.users.invite({
   *   orgId,
   *   emails: ['new.member@example.com'],
   *   permissionRules: [{ resource: site, role: 'atlassian/user' }],
   *   sendNotification: false,
   * });
   * ```
   * @throws {PaymentRequiredError} for an invitation without a paid plan (HTTP 402, `ADMIN-UAM-402-1`).
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-UAM-404-2`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @throws {InvitationError} if every role and group was refused.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post
   */
  invite(params: UsersInviteParams, options?: CallOptions): ApiPromise<Invitations> {
    return this.#caller.write(callerOf(this.invite), 'users.invite', params, options);
  }

  /**
   * Returns when an account was last active in each of its products.
   *
   * An account is active if its user views a web page of the product for at least two seconds. The data can be a day old.
   * Products that the account never used have no entry. The rate limit is 200 requests per minute for the whole
   * organization: for many users, use `users.search` with `expand` set to `productAccess`, which returns 100 users per
   * request.
   *
   * - Rate limit: 200 requests a minute for each organization.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.lastActive({ orgId, accountId })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-404-8`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get
   */
  lastActive(params: UsersLastActiveParams, options?: ListOptions): List<LastActiveProduct, LastActivePage<LastActiveProduct>> {
    return this.#caller.list(callerOf(this.lastActive), 'users.lastActive', params, options);
  }
}
