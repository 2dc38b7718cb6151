// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type {
  AccountType,
  Message,
  Page,
  RoleAssociation,
  TextFilter,
  V1AccountStatus,
  V1CreatedGroup,
  V1Group,
  V1GroupExpansion,
  V1User,
  V1UserExpansion,
} from '../models.js';

/** Parameters of `legacy.searchUsers`. */
export interface LegacySearchUsersParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only these accounts. At most 100 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only accounts of these types. */
  accountTypes?: AccountType[] | undefined;
  /** Only accounts with one of these statuses. */
  accountStatuses?: V1AccountStatus[] | undefined;
  /** Only users whose name or nickname matches. At most 100 items. */
  namesOrNicknames?: TextFilter | undefined;
  /** Only users whose local part of the e-mail address, before the `@`, matches. At most 100 items. */
  emailUsernames?: TextFilter | undefined;
  /** Only users whose domain of the e-mail address matches. At most 100 items. */
  emailDomains?: TextFilter | undefined;
  /** Whether to return only suspended users, or only users who are not suspended. */
  isSuspended?: boolean | undefined;
  /** Additional properties to return. */
  expand?: V1UserExpansion[] | undefined;
  /** The maximum number of users on a page. From 1 to 10000; 10000 unless given. */
  limit?: number | undefined;
}

/** Parameters of `legacy.searchGroups`. */
export interface LegacySearchGroupsParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only these groups. At most 100 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /** Only groups whose name matches. At most 100 items. */
  groupNames?: TextFilter | undefined;
  /** Additional properties to return. */
  expand?: V1GroupExpansion[] | undefined;
  /** The maximum number of groups on a page. From 1 to 1000; 1000 unless given. */
  limit?: number | undefined;
}

/** Parameters of `legacy.inviteUser`. */
export interface LegacyInviteUserParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The e-mail address. */
  email: string;
  /** The role and its resource. */
  permissionRule?: RoleAssociation | undefined;
  /** Whether to notify the user by e-mail. The default is `false`. */
  sendNotification?: boolean | undefined;
  /** The text of the e-mail. */
  notificationText?: string | undefined;
}

/** Parameters of `legacy.removeUser`. */
export interface LegacyRemoveUserParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `legacy.suspendUser`. */
export interface LegacySuspendUserParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `legacy.restoreUser`. */
export interface LegacyRestoreUserParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `legacy.createGroup`. */
export interface LegacyCreateGroupParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The name. */
  name: string;
  /** The description. */
  description?: string | undefined;
}

/** Parameters of `legacy.deleteGroup`. */
export interface LegacyDeleteGroupParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** Whether to delete the group even if it has members. */
  forceIfNotEmpty?: boolean | undefined;
}

/** Parameters of `legacy.addMember`. */
export interface LegacyAddMemberParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `legacy.removeMember`. */
export interface LegacyRemoveMemberParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `legacy.assignGroupRoles`. */
export interface LegacyAssignGroupRolesParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The roles and their resources. */
  roleAssociations: RoleAssociation[];
}

/** Parameters of `legacy.revokeGroupRoles`. */
export interface LegacyRevokeGroupRolesParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The roles and their resources. */
  roleAssociations: RoleAssociation[];
}

/** Operations that Atlassian has announced to end. Each names its replacement. */
export class LegacyOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Searches the users of the organization.
   *
   * By default, the response holds the identifier, type and status of each account: use `expand` to request more. Without a
   * filter by account type, it includes apps. The status of a suspended user is active: filter by `isSuspended` to
   * distinguish suspended users.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.legacy.searchUsers({ orgId, expand: ['EMAIL'], limit: 100 })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @deprecated Announced to stop on 2026-06-30: use `users.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post
   */
  searchUsers(params: LegacySearchUsersParams, options?: ListOptions): List<V1User, Page<V1User>> {
    return this.#caller.list(callerOf(this.searchUsers), 'legacy.searchUsers', params, options);
  }

  /**
   * Searches the groups of the organization.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.legacy.searchGroups({ orgId, groupIds: [groupId] })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @deprecated Announced to stop on 2026-06-30: use `groups.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post
   */
  searchGroups(params: LegacySearchGroupsParams, options?: ListOptions): List<V1Group, Page<V1Group>> {
    return this.#caller.list(callerOf(this.searchGroups), 'legacy.searchGroups', params, options);
  }

  /**
   * Invites a user and assigns a role on a resource.
   *
   * Each request takes one address and one role. Atlassian enables this operation for an organization on request only.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.legacy.inviteUser({
   *   orgId,
   *   email: 'third.member@example.com',
   *   permissionRule: { resource: site, role: 'atlassian/user' },
   * });
   * ```
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @deprecated Announced to stop on 2026-06-30: use `users.invite`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-users-invite-post
   */
  inviteUser(params: LegacyInviteUserParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.inviteUser), 'legacy.inviteUser', params, options);
  }

  /**
   * Removes a user from the organization, with all roles and group memberships.
   *
   * A managed account remains, without access. To return, the user needs a new invitation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.removeUser({ orgId, accountId });
   * ```
   * @throws {BadRequestError} for an unknown user (HTTP 400, `ADMIN-400-4`).
   * @deprecated Announced to stop on 2026-06-30: use `users.remove`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-delete
   */
  removeUser(params: LegacyRemoveUserParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.removeUser), 'legacy.removeUser', params, options);
  }

  /**
   * Suspends the access of a user on all sites.
   *
   * The user keeps roles and memberships, and licences are freed. Administrators of the organization cannot be suspended
   * (400).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.suspendUser({ orgId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-404-8`).
   * @deprecated Announced to stop on 2026-06-30: use `users.suspend`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-suspend-access-post
   */
  suspendUser(params: LegacySuspendUserParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.suspendUser), 'legacy.suspendUser', params, options);
  }

  /**
   * Restores the access of a suspended user, with the previous roles and memberships.
   *
   * The server refuses the request if a product has no licence left (409).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.restoreUser({ orgId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-404-8`).
   * @deprecated Announced to stop on 2026-06-30: use `users.restore`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-restore-access-post
   */
  restoreUser(params: LegacyRestoreUserParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.restoreUser), 'legacy.restoreUser', params, options);
  }

  /**
   * Creates a group.
   *
   * The response holds the identifier. Searches can find the group only after a moment. The server refuses a name that is in
   * use.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.legacy.createGroup({ orgId, name: 'old-guides', description: 'Guides of the old office' });
   * ```
   * @throws {ConflictError} for a name that is taken (HTTP 409, `ADMIN-409-28`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @deprecated Announced to stop on 2026-06-30: use `groups.create`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-post
   */
  createGroup(params: LegacyCreateGroupParams, options?: CallOptions): ApiPromise<V1CreatedGroup> {
    return this.#caller.write(callerOf(this.createGroup), 'legacy.createGroup', params, options);
  }

  /**
   * Deletes a group and the access that it grants to its members.
   *
   * The server refuses to delete a group with members (409) unless `forceIfNotEmpty` is set. It always refuses to delete
   * default groups, groups of administrators and groups of an identity provider (403).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.deleteGroup({ orgId, groupId });
   * ```
   * @throws {ConflictError} for a group with members (HTTP 409, `ADMIN-409-5`).
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-404-10`).
   * @deprecated Announced to stop on 2026-06-30: use `groups.delete`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-delete
   */
  deleteGroup(params: LegacyDeleteGroupParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.deleteGroup), 'legacy.deleteGroup', params, options);
  }

  /**
   * Adds a user to a group.
   *
   * The server refuses the request if a product has no licence left (409), or if an identity provider manages the group
   * (403).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.addMember({ orgId, groupId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-404-10`).
   * @deprecated Announced to stop on 2026-06-30: use `groups.addMember`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-post
   */
  addMember(params: LegacyAddMemberParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.addMember), 'legacy.addMember', params, options);
  }

  /**
   * Removes a user from a group.
   *
   * The server refuses the request if an identity provider manages the group (403).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.removeMember({ orgId, groupId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-404-10`).
   * @deprecated Announced to stop on 2026-06-30: use `groups.removeMember`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-accountid-delete
   */
  removeMember(params: LegacyRemoveMemberParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.removeMember), 'legacy.removeMember', params, options);
  }

  /**
   * Assigns roles to a group, and thereby to all of its members.
   *
   * The change takes effect within 30 seconds. Atlassian enables this operation for an organization on request only.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.assignGroupRoles({ orgId, groupId, roleAssociations: [{ resource: site, role: 'atlassian/user' }] });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-404-10`).
   * @deprecated Announced to stop on 2026-06-30: use `groups.assignRole`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-assign-post
   */
  assignGroupRoles(params: LegacyAssignGroupRolesParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.assignGroupRoles), 'legacy.assignGroupRoles', params, options);
  }

  /**
   * Revokes roles from a group, and thereby from all of its members.
   *
   * The change takes effect within 30 seconds. Atlassian enables this operation for an organization on request only.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.legacy.revokeGroupRoles({ orgId, groupId, roleAssociations: [{ resource: site, role: 'atlassian/user' }] });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-404-10`).
   * @deprecated Announced to stop on 2026-06-30: use `groups.revokeRole`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post
   */
  revokeGroupRoles(params: LegacyRevokeGroupRolesParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.revokeGroupRoles), 'legacy.revokeGroupRoles', params, options);
  }
}
