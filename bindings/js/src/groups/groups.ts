// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type {
  Count,
  Group,
  GroupCountsAsked,
  GroupExpansion,
  GroupRoles,
  GroupSort,
  GroupStats,
  One,
  Page,
  Role,
} from '../models.js';

/** Parameters of `groups.list`. */
export interface GroupsListParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of groups on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only groups that have one of these accounts as a member. At most 10 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only these groups. At most 10 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /** Only groups with a role on a resource of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only groups with a role on one of these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only groups whose name contains this text. */
  searchTerm?: string | undefined;
  /** The counts to include. The client sends them as JSON: Atlassian does not document the format. */
  counts?: GroupCountsAsked | undefined;
  /** The sort order. The client sends each entry as JSON: Atlassian does not document the format. At most 1 item. */
  sortBy?: GroupSort[] | undefined;
  /** Only groups with one of these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
}

/** Parameters of `groups.count`. */
export interface GroupsCountParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only groups that have one of these accounts as a member. At most 10 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only these groups. At most 10 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /** Only groups with a role on a resource of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only groups with a role on one of these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only groups whose name contains this text. */
  searchTerm?: string | undefined;
  /** Only groups with one of these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
}

/** Parameters of `groups.search`. */
export interface GroupsSearchParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only groups that have one of these accounts as a member. At most 10 items. `users.search` returns their identifiers. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only these groups. Cannot be combined with names. At most 10 items. `groups.search` returns their identifiers. */
  groupIds?: string[] | undefined;
  /**
   * Only groups with one of these exact names, ignoring case. Cannot be combined with a search term or identifiers. At most
   * 100 items.
   */
  groupNames?: string[] | undefined;
  /** Only groups with a role on one of these resources. At most 20 items. `workspaces.search` returns their identifiers. */
  resourceIds?: string[] | undefined;
  /** Only groups with a role on a resource of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only groups with one of these roles. At most 10 items. */
  roleIds?: Role[] | undefined;
  /** Only groups whose name contains this text. Cannot be combined with names. */
  searchTerm?: string | undefined;
  /** Additional properties to return. At most 2 items. */
  expand?: GroupExpansion[] | undefined;
  /** The sort order. At most 1 item. */
  sortBy?: GroupSort[] | undefined;
  /** The maximum number of groups on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
}

/** Parameters of `groups.stats`. */
export interface GroupsStatsParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
}

/** Parameters of `groups.create`. */
export interface GroupsCreateParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The name. */
  name: string;
  /** The description. */
  description?: string | undefined;
}

/** Parameters of `groups.get`. */
export interface GroupsGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
}

/** Parameters of `groups.delete`. */
export interface GroupsDeleteParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
}

/** Parameters of `groups.addMember`. */
export interface GroupsAddMemberParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The account of the user. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `groups.removeMember`. */
export interface GroupsRemoveMemberParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The account of the user. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `groups.listRoles`. */
export interface GroupsListRolesParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
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

/** Parameters of `groups.assignRole`. */
export interface GroupsAssignRoleParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The resource: a product of a site, as listed by `workspaces.search`. `workspaces.search` returns its identifier. */
  resourceId: string;
  /** The role. */
  roleId: Role;
}

/** Parameters of `groups.revokeRole`. */
export interface GroupsRevokeRoleParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
  /** The resource: a product of a site, as listed by `workspaces.search`. `workspaces.search` returns its identifier. */
  resourceId: string;
  /** The role. */
  roleId: Role;
}

/** Groups of users, their members and their roles. */
export class GroupsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the groups of a directory.
   *
   * Use `-` for all directories that the key can manage. `groups.search` replaces this operation and can also find groups by
   * their exact names. With a cursor, the server ignores all other filters.
   *
   * - Scopes of a scoped key: `read:groups:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.groups.list({ orgId, directoryId, limit: 100 })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @deprecated Announced to stop on 2027-06-30: use `groups.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-get
   */
  list(params: GroupsListParams, options?: ListOptions): List<Group, Page<Group>> {
    return this.#caller.list(callerOf(this.list), 'groups.list', params, options);
  }

  /**
   * Counts the groups of a directory.
   *
   * Use `-` for all directories that the key can manage. Atlassian does not document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.count({ orgId, directoryId, searchTerm: 'tour' });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-count-get
   */
  count(params: GroupsCountParams, options?: CallOptions): ApiPromise<Count> {
    return this.#caller.read(callerOf(this.count), 'groups.count', params, options);
  }

  /**
   * Searches the groups of a directory.
   *
   * Use `-` for all directories that the key can manage. Filter by the exact name to get the identifier of a new group.
   * Atlassian does not document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.groups.search({ orgId, directoryId, groupNames: ['tour-guides'] })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post
   */
  search(params: GroupsSearchParams, options?: ListOptions): List<Group, Page<Group>> {
    return this.#caller.list(callerOf(this.search), 'groups.search', params, options);
  }

  /**
   * Counts the groups of a directory by source and by type.
   *
   * Use `-` for all directories that the key can manage. Atlassian does not document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.stats({ orgId, directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get
   */
  stats(params: GroupsStatsParams, options?: CallOptions): ApiPromise<GroupStats> {
    return this.#caller.read(callerOf(this.stats), 'groups.stats', params, options);
  }

  /**
   * Creates a group.
   *
   * The response is empty: search for the name to get the identifier of the new group. The search can find the group only
   * after a moment. If the name is in use, the server returns a conflict (409).
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.groups.create({ orgId, directoryId, name: 'tour-guides', description: 'Guides of the office tour' });
   * ```
   * @throws {ConflictError} for a name that is taken (HTTP 409, `ADMIN-UAM-409-2`).
   * @throws {NotFoundError} for an unknown directory (HTTP 404, `ADMIN-UAM-404-1`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post
   */
  create(params: GroupsCreateParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.create), 'groups.create', params, options);
  }

  /**
   * Returns a group.
   *
   * Use `-` for all directories that the key can manage, for example to find the directory of a group. Atlassian does not
   * document a scope for this operation.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.get({ orgId, directoryId, groupId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get
   */
  get(params: GroupsGetParams, options?: CallOptions): ApiPromise<One<Group>> {
    return this.#caller.read(callerOf(this.get), 'groups.get', params, options);
  }

  /**
   * Deletes a group permanently, even if it has members.
   *
   * The members lose the access that the group grants, unless another group grants it too. The server refuses to delete
   * groups of an identity provider, default groups of a product and groups of administrators: see `managementAccess`.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.delete({ orgId, directoryId, groupId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete
   */
  delete(params: GroupsDeleteParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.delete), 'groups.delete', params, options);
  }

  /**
   * Adds a user to a group.
   *
   * The user gets all roles of the group. Group and user must be in the same directory. The server refuses the request if an
   * identity provider manages the group, or if the products have too few licences (409). If the user is a member already,
   * nothing changes, and the server can return a conflict with a different code (409). Listings can show the change up to a
   * second later. To appoint an administrator of the organization, use `roles.assignOrg`.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.addMember({ orgId, directoryId, groupId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @throws {ConflictError} for a member, where the server reports a conflict (HTTP 409, `ADMIN-UAM-409-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post
   */
  addMember(params: GroupsAddMemberParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.addMember), 'groups.addMember', params, options);
  }

  /**
   * Removes a user from a group.
   *
   * The user loses the access that the group grants, unless another group grants it too. This can free a licence. The server
   * refuses the request if an identity provider manages the group, and returns 404 if the user is not a member.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.removeMember({ orgId, directoryId, groupId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete
   */
  removeMember(params: GroupsRemoveMemberParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.removeMember), 'groups.removeMember', params, options);
  }

  /**
   * Lists the roles of a group, one row per resource.
   *
   * Listings can show a change of roles 30 seconds or more later. Use `-` for all directories that the key can manage. With
   * a cursor, the server ignores all other filters.
   *
   * - Scopes of a scoped key: `read:groups:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.groups.listRoles({ orgId, directoryId, groupId })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get
   */
  listRoles(params: GroupsListRolesParams, options?: ListOptions): List<GroupRoles, Page<GroupRoles>> {
    return this.#caller.list(callerOf(this.listRoles), 'groups.listRoles', params, options);
  }

  /**
   * Assigns a role on a resource to a group, for all current and future members.
   *
   * The server refuses the request if the products have too few licences for the members (409). Listings can show the change
   * 30 seconds or more later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.assignRole({ orgId, directoryId, groupId, resourceId: site, roleId: 'atlassian/user' });
   * ```
   * @throws {ConflictError} for a role without a free licence (HTTP 409, `ADMIN-UAM-409-3`).
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-assign-post
   */
  assignRole(params: GroupsAssignRoleParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.assignRole), 'groups.assignRole', params, options);
  }

  /**
   * Revokes a role on a resource from a group.
   *
   * Members keep the role if they have it directly or through another group. Listings can show the change 30 seconds or more
   * later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.groups.revokeRole({ orgId, directoryId, groupId, resourceId: site, roleId: 'atlassian/user' });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post
   */
  revokeRole(params: GroupsRevokeRoleParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.revokeRole), 'groups.revokeRole', params, options);
  }
}
