// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { CallOptions } from './calls.js';
import type { Invitations } from './invitations.js';
import type { List } from './list.js';
import type { Account, AccountPermissions, AccountProfile, ApiToken, Count, Directory, DirectoryUser, Domain, Event, EventActions, EventPlace, ExtendedProfile, Group, GroupCountsAsked, GroupRoles, GroupSort, GroupStats, LastActivePage, LastActiveProduct, Message, One, Org, Page, PermissionRule, Policy, PolicyInput, PolicyResourceLinks, PolicyResourceMeta, ResourcePage, RoleAssociation, ScimGroup, ScimLinks, ScimPatch, ScimUser, TextFilter, UserRoles, UserSort, UserStats, V1CreatedGroup, V1Group, V1User, Workspace, WorkspaceSort } from './models.js';

/** Arguments of `orgs.list`. */
export interface GetOrgsArguments {
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** Arguments of `orgs.get`. */
export interface GetOrgByIdArguments {
  /** The organization. */
  orgId: string;
}

/** Arguments of `accounts.list`. */
export interface GetUsersArguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** Arguments of `directories.list`. */
export interface GetDirectoriesForOrgArguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only directories that this account is in. */
  accountId?: string | undefined;
  /** Only these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only directories whose name contains this text. */
  searchTerm?: string | undefined;
  /** The maximum number of directories on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
}

/** Arguments of `users.list`. */
export interface GetDirectoryUsersArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of users on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only these accounts. At most 10 items. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only users with a role on one of these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only members of one of these groups. At most 10 items. */
  groupIds?: string[] | undefined;
  /** Whether to return only accounts with two-step verification, or only accounts without. */
  mfaEnabled?: boolean | undefined;
  /** Only managed accounts, or only unmanaged accounts. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {}) | undefined;
  /** Only users with one of these statuses. At most 4 items. */
  status?: Array<'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {})> | undefined;
  /** Only accounts with one of these statuses. At most 3 items. */
  accountStatus?: Array<'active' | 'inactive' | 'closed' | (string & {})> | undefined;
  /** Only users with one of these membership statuses. At most 3 items. */
  membershipStatus?: Array<'active' | 'suspended' | 'no_membership' | (string & {})> | undefined;
  /** Only users with one of these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
  /** Only users with an e-mail address of one of these domains. At most 10 items. */
  emailDomains?: string[] | undefined;
  /** Only users whose name or e-mail address contains this text. */
  searchTerm?: string | undefined;
  /** The sort order. The client sends each entry as JSON: Atlassian does not document the format. At most 1 item. */
  sortBy?: UserSort[] | undefined;
}

/** Arguments of `users.count`. */
export interface GetDirectoryUsersCountArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** Only these accounts. At most 10 items. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only users with a role on one of these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only members of one of these groups. At most 10 items. */
  groupIds?: string[] | undefined;
  /** Whether to return only accounts with two-step verification, or only accounts without. */
  mfaEnabled?: boolean | undefined;
  /** Only managed accounts, or only unmanaged accounts. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {}) | undefined;
  /** Only users with one of these statuses. At most 4 items. */
  status?: Array<'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {})> | undefined;
  /** Only accounts with one of these statuses. At most 3 items. */
  accountStatus?: Array<'active' | 'inactive' | 'closed' | (string & {})> | undefined;
  /** Only users with one of these membership statuses. At most 3 items. */
  membershipStatus?: Array<'active' | 'suspended' | 'no_membership' | (string & {})> | undefined;
  /** Only users with one of these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
  /** Only users whose name or e-mail address contains this text. */
  searchTerm?: string | undefined;
  /** Only users with an e-mail address of one of these domains. At most 10 items. */
  emailDomains?: string[] | undefined;
}

/** Arguments of `users.search`. */
export interface SearchDirectoryUsersArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only these accounts. At most 10 items. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only accounts with one of these statuses. At most 3 items. */
  accountStatus?: Array<'active' | 'inactive' | 'closed' | (string & {})> | undefined;
  /** Only users with one of these membership statuses. At most 3 items. */
  membershipStatus?: Array<'active' | 'suspended' | 'no_membership' | (string & {})> | undefined;
  /** Only users with one of these statuses. At most 4 items. */
  status?: Array<'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {})> | undefined;
  /** Only managed accounts, or only unmanaged accounts. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {}) | undefined;
  /** Whether to return only accounts with two-step verification, or only accounts without. */
  mfaEnabled?: boolean | undefined;
  /** Only users with an e-mail address of one of these domains. At most 10 items. */
  emailDomains?: string[] | undefined;
  /** Only users with these e-mail addresses. Cannot be combined with a search term. At most 100 items. */
  emails?: string[] | undefined;
  /** Only members of one of these groups. At most 10 items. */
  groupIds?: string[] | undefined;
  /** Only users with a role on one of these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only users with one of these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
  /** Only users whose name or e-mail address contains this text. Cannot be combined with e-mail addresses. */
  searchTerm?: string | undefined;
  /** Additional properties to return. */
  expand?: Array<'platformRoles' | 'counts.resources' | 'productAccess' | 'groups' | (string & {})> | undefined;
  /** The sort order. At most 1 item. */
  sortBy?: UserSort[] | undefined;
  /** The maximum number of users on a page. From 1 to 100; 50 unless given. */
  limit?: number | undefined;
}

/** Arguments of `users.stats`. */
export interface GetUserStatsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
}

/** Arguments of `users.get`. */
export interface GetDirectoryUserDetailsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.remove`. */
export interface RemoveDirectoryUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.suspend`. */
export interface SuspendDirectoryUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.restore`. */
export interface RestoreDirectoryUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.listRoles`. */
export interface GetUserRoleAssignmentsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The account. */
  accountId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of rows on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only resources of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only on these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
}

/** Arguments of `users.invite`. */
export interface InviteUsersArguments {
  /** The organization. */
  orgId: string;
  /** The e-mail addresses. At most 25 items. */
  emails: string[];
  /** The roles to assign, and their resources. */
  permissionRules?: PermissionRule[] | undefined;
  /** Groups to add the users to. */
  additionalGroups?: string[] | undefined;
  /** Whether to notify the users by e-mail. The default is `false`. */
  sendNotification?: boolean | undefined;
  /** The text of the e-mail. */
  notificationText?: string | undefined;
}

/** Arguments of `users.lastActive`. */
export interface GetUserLastActiveDatesArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  accountId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** Arguments of `groups.list`. */
export interface GetGroupsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of groups on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only groups that have one of these accounts as a member. At most 10 items. */
  accountIds?: string[] | undefined;
  /** Only these groups. At most 10 items. */
  groupIds?: string[] | undefined;
  /** Only groups with a role on a resource of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only groups with a role on one of these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only groups whose name contains this text. */
  searchTerm?: string | undefined;
  /** The counts to include. The client sends them as JSON: Atlassian does not document the format. */
  counts?: GroupCountsAsked | undefined;
  /** The sort order. The client sends each entry as JSON: Atlassian does not document the format. At most 1 item. */
  sortBy?: GroupSort[] | undefined;
  /** Only groups with one of these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
}

/** Arguments of `groups.count`. */
export interface GetGroupsCountArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only groups that have one of these accounts as a member. At most 10 items. */
  accountIds?: string[] | undefined;
  /** Only these groups. At most 10 items. */
  groupIds?: string[] | undefined;
  /** Only groups with a role on a resource of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only groups with a role on one of these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only groups whose name contains this text. */
  searchTerm?: string | undefined;
  /** Only groups with one of these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
}

/** Arguments of `groups.search`. */
export interface SearchDirectoryGroupsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only groups that have one of these accounts as a member. At most 10 items. */
  accountIds?: string[] | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only these groups. Cannot be combined with names. At most 10 items. */
  groupIds?: string[] | undefined;
  /** Only groups with one of these exact names, ignoring case. Cannot be combined with a search term or identifiers. At most 100 items. */
  groupNames?: string[] | undefined;
  /** Only groups with a role on one of these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only groups with a role on a resource of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only groups with one of these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
  /** Only groups whose name contains this text. Cannot be combined with names. */
  searchTerm?: string | undefined;
  /** Additional properties to return. At most 2 items. */
  expand?: Array<'counts.resources' | 'counts.users' | (string & {})> | undefined;
  /** The sort order. At most 1 item. */
  sortBy?: GroupSort[] | undefined;
  /** The maximum number of groups on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
}

/** Arguments of `groups.stats`. */
export interface GetGroupsStatsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
}

/** Arguments of `groups.create`. */
export interface CreateGroupArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The name. */
  name: string;
  /** The description. */
  description?: string | undefined;
}

/** Arguments of `groups.get`. */
export interface GetGroupArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The group. */
  groupId: string;
}

/** Arguments of `groups.delete`. */
export interface DeleteGroupArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The group. */
  groupId: string;
}

/** Arguments of `groups.addMember`. */
export interface AddUserToGroupArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The group. */
  groupId: string;
  /** The account of the user. */
  accountId: string;
}

/** Arguments of `groups.removeMember`. */
export interface RemoveUserFromGroupArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The group. */
  groupId: string;
  /** The account of the user. */
  accountId: string;
}

/** Arguments of `groups.listRoles`. */
export interface GetGroupRoleAssignmentsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all directories. */
  directoryId: string;
  /** The group. */
  groupId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The maximum number of rows on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
  /** Only in these directories. At most 10 items. */
  directoryIds?: string[] | undefined;
  /** Only resources of these products, such as `jira-software`. At most 10 items. */
  resourceOwners?: string[] | undefined;
  /** Only on these resources. At most 20 items. */
  resourceIds?: string[] | undefined;
  /** Only these roles. At most 10 items. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | undefined;
}

/** Arguments of `groups.assignRole`. */
export interface AssignGroupRoleArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The group. */
  groupId: string;
  /** The resource: a product of a site, as listed by `workspaces.search`. */
  resourceId: string;
  /** The role. */
  roleId: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
}

/** Arguments of `groups.revokeRole`. */
export interface RevokeGroupRoleArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The group. */
  groupId: string;
  /** The resource: a product of a site, as listed by `workspaces.search`. */
  resourceId: string;
  /** The role. */
  roleId: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
}

/** Arguments of `roles.assign`. */
export interface AssignRoleArguments {
  /** The organization. */
  orgId: string;
  /** The account of the user. */
  userId: string;
  /** The role. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
  /** The resource. Required for every role except `atlassian/org-admin`, for which the server ignores it. */
  resource?: string | undefined;
}

/** Arguments of `roles.revoke`. */
export interface RevokeRoleArguments {
  /** The organization. */
  orgId: string;
  /** The account of the user. */
  userId: string;
  /** The role. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
  /** The resource. Required for every role except `atlassian/org-admin`, for which the server ignores it. */
  resource?: string | undefined;
}

/** Arguments of `roles.assignOrg`. */
export interface AssignOrgRoleArguments {
  /** The organization. */
  orgId: string;
  /** The account of the user. */
  userId: string;
  /** The role: `atlassian/org-admin` is the only one. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
}

/** Arguments of `roles.revokeOrg`. */
export interface RevokeOrgRoleArguments {
  /** The organization. */
  orgId: string;
  /** The account of the user. */
  userId: string;
  /** The role: `atlassian/org-admin` is the only one. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
}

/** Arguments of `events.query`. */
export interface GetEventsArguments {
  /** The organization. */
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
  /** Only events whose actor is one of these accounts. */
  actor?: string[] | undefined;
  /** Only events from one of these IP addresses. */
  ip?: string[] | undefined;
  /** Only events of these products. */
  product?: Array<'bitbucket' | 'confluence' | 'guard_detect' | 'jira' | 'loom' | (string & {})> | undefined;
  /** Only events from one of these locations. */
  location?: EventPlace[] | undefined;
  /** The maximum number of events on a page. From 1 to 500; 30 unless given. */
  limit?: number | undefined;
}

/** Arguments of `events.poll`. */
export interface PollEventsArguments {
  /** The organization. */
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
  sortOrder?: 'asc' | 'desc' | (string & {}) | undefined;
}

/** Arguments of `events.get`. */
export interface GetEventByIdArguments {
  /** The organization. */
  orgId: string;
  /** The event. */
  eventId: string;
}

/** Arguments of `events.actions`. */
export interface GetEventActionsArguments {
  /** The organization. */
  orgId: string;
}

/** Arguments of `domains.list`. */
export interface GetDomainsArguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** Arguments of `domains.get`. */
export interface GetDomainByIdArguments {
  /** The organization. */
  orgId: string;
  /** The domain. */
  domainId: string;
}

/** Arguments of `policies.list`. */
export interface GetPoliciesArguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only policies of this type. */
  type?: 'ip-allowlist' | 'data-residency' | 'data-security' | 'admin-notification-settings' | 'generative-ai' | 'hipaa' | 'ugc-data-use-preferences' | 'user-join-settings-default' | (string & {}) | undefined;
}

/** Arguments of `policies.create`. */
export interface CreatePolicyArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  data: PolicyInput;
}

/** Arguments of `policies.get`. */
export interface GetPolicyByIdArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
}

/** Arguments of `policies.update`. */
export interface UpdatePolicyArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
  /** The new policy. */
  data: PolicyInput;
}

/** Arguments of `policies.delete`. */
export interface DeletePolicyArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
}

/** Arguments of `policies.addResource`. */
export interface AddResourceToPolicyArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
  /** The resource. */
  id: string;
  /** The schedule and the account that applies the policy. */
  meta?: PolicyResourceMeta | undefined;
  /** The links of the resource. */
  links?: PolicyResourceLinks | undefined;
}

/** Arguments of `policies.updateResource`. */
export interface UpdatePolicyResourceArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
  /** The resource. */
  resourceId: string;
  /** The schedule and the account that applies the policy. */
  meta?: PolicyResourceMeta | undefined;
  /** The links of the resource. */
  links?: PolicyResourceLinks | undefined;
}

/** Arguments of `policies.deleteResource`. */
export interface DeletePolicyResourceArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
  /** The resource. */
  resourceId: string;
}

/** Arguments of `policies.validate`. */
export interface ValidatePolicyArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
}

/** Arguments of `workspaces.search`. */
export interface QueryWorkspacesV2Arguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The query. The default matches all workspaces. */
  query?: unknown | undefined;
  /** The sort order. */
  sort?: WorkspaceSort[] | undefined;
  /** The maximum number of workspaces on a page. From 1 to 1000; 20 unless given. */
  limit?: number | undefined;
}

/** Arguments of `account.permissions`. */
export interface UmGetPermissionsArguments {
  /** The account. */
  account_id: string;
  /** Only these privileges. The default is all. */
  privileges?: Array<'profile' | 'profile.read' | 'profile.write' | 'email.set' | 'lifecycle.enablement' | 'lifecycle.delete' | 'apiToken.read' | 'apiToken.delete' | (string & {})> | undefined;
}

/** Arguments of `account.getProfile`. */
export interface UmGetProfileArguments {
  /** The account. */
  account_id: string;
}

/** Arguments of `account.updateProfile`. */
export interface UmUpdateProfileArguments {
  /** The account. */
  account_id: string;
  /** The full name: up to 100 characters. */
  name?: string | undefined;
  /** The public name: 1 to 30 characters. */
  nickname?: string | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  zoneinfo?: string | undefined;
  /** The language, such as `en-GB`. */
  locale?: string | undefined;
  /** The job and the workplace of the user. */
  extended_profile?: ExtendedProfile | undefined;
}

/** Arguments of `account.setEmail`. */
export interface UmSetEmailArguments {
  /** The account. */
  account_id: string;
  /** The new address. */
  email: string;
}

/** Arguments of `account.listTokens`. */
export interface UmGetApiTokensArguments {
  /** The account. */
  account_id: string;
}

/** Arguments of `account.deleteToken`. */
export interface UmDeleteApiTokenArguments {
  /** The account. */
  account_id: string;
  /** The token. */
  tokenId: string;
}

/** Arguments of `account.disable`. */
export interface UmDisableArguments {
  /** The account. */
  account_id: string;
  /** The message shown to the user. The default is a message by Atlassian. */
  message?: string | undefined;
}

/** Arguments of `account.enable`. */
export interface UmEnableArguments {
  /** The account. */
  account_id: string;
}

/** Arguments of `account.delete`. */
export interface UmDeleteArguments {
  /** The account. */
  account_id: string;
}

/** Arguments of `account.cancelDelete`. */
export interface UmCancelDeleteArguments {
  /** The account. */
  account_id: string;
}

/** Arguments of `scim.listUsers`. */
export interface ScimGetUsersArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The 1-based index of the first record on the page. */
  startIndex?: number | undefined;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** A filter by `userName` or `externalId`. */
  filter?: string | undefined;
  /** The maximum number of records on a page. */
  count?: number | undefined;
}

/** Arguments of `scim.getUser`. */
export interface ScimGetUserArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the user. */
  userId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
}

/** Arguments of `scim.createUser`. */
export interface ScimCreateUserArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** The user. */
  body: ScimUser;
}

/** Arguments of `scim.replaceUser`. */
export interface ScimReplaceUserArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the user. */
  userId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** The new user. */
  body: ScimUser;
}

/** Arguments of `scim.patchUser`. */
export interface ScimPatchUserArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the user. */
  userId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** The changes. */
  body: ScimPatch;
}

/** Arguments of `scim.deleteUser`. */
export interface ScimDeleteUserArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the user. */
  userId: string;
}

/** Arguments of `scim.listGroups`. */
export interface ScimGetGroupsArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The 1-based index of the first record on the page. */
  startIndex?: number | undefined;
  /** A filter by `displayName`. */
  filter?: string | undefined;
  /** The maximum number of records on a page. */
  count?: number | undefined;
}

/** Arguments of `scim.getGroup`. */
export interface ScimGetGroupArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
}

/** Arguments of `scim.createGroup`. */
export interface ScimCreateGroupArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The group. */
  body: ScimGroup;
}

/** Arguments of `scim.replaceGroup`. */
export interface ScimReplaceGroupArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
  /** The new group. */
  body: ScimGroup;
}

/** Arguments of `scim.patchGroup`. */
export interface ScimPatchGroupArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
  /** The changes. */
  body: ScimPatch;
}

/** Arguments of `scim.deleteGroup`. */
export interface ScimDeleteGroupArguments {
  /** The SCIM directory. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
}

/** Arguments of `scim.listSchemas`. */
export interface ScimGetSchemasArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.userSchema`. */
export interface ScimGetUserSchemaArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.groupSchema`. */
export interface ScimGetGroupSchemaArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.enterpriseUserSchema`. */
export interface ScimGetEnterpriseUserSchemaArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.listResourceTypes`. */
export interface ScimGetResourceTypesArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.userResourceType`. */
export interface ScimGetUserResourceTypeArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.groupResourceType`. */
export interface ScimGetGroupResourceTypeArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scim.serviceProviderConfig`. */
export interface ScimGetConfigArguments {
  /** The SCIM directory. */
  directoryId: string;
}

/** Arguments of `scimLinks.get`. */
export interface ScimGetLinksArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  aaId: string;
}

/** Arguments of `scimLinks.getForEmail`. */
export interface ScimGetLinksForEmailArguments {
  /** The organization. */
  orgId: string;
  /** The address. */
  email: string;
}

/** Arguments of `scimLinks.unlink`. */
export interface ScimUnlinkUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory of the record. */
  scimDirectoryId: string;
  /** The record. */
  scimUserId: string;
}

/** Arguments of `scimLinks.deleteUser`. */
export interface ScimDeleteUserInDbArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  aaId: string;
}

/** Arguments of `legacy.searchUsers`. */
export interface V1SearchUsersArguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only these accounts. At most 100 items. */
  accountIds?: string[] | undefined;
  /** Only accounts of these types. */
  accountTypes?: Array<'atlassian' | 'customer' | 'app' | (string & {})> | undefined;
  /** Only accounts with one of these statuses. */
  accountStatuses?: Array<'ACTIVE' | 'INACTIVE' | (string & {})> | undefined;
  /** Only users whose name or nickname matches. At most 100 items. */
  namesOrNicknames?: TextFilter | undefined;
  /** Only users whose local part of the e-mail address, before the `@`, matches. At most 100 items. */
  emailUsernames?: TextFilter | undefined;
  /** Only users whose domain of the e-mail address matches. At most 100 items. */
  emailDomains?: TextFilter | undefined;
  /** Whether to return only suspended users, or only users who are not suspended. */
  isSuspended?: boolean | undefined;
  /** Additional properties to return. */
  expand?: Array<'NAME' | 'EMAIL' | 'EMAIL_VERIFIED' | 'PRODUCT_LAST_ACCESS' | 'GROUPS' | (string & {})> | undefined;
  /** The maximum number of users on a page. From 1 to 10000; 10000 unless given. */
  limit?: number | undefined;
}

/** Arguments of `legacy.searchGroups`. */
export interface V1SearchGroupsArguments {
  /** The organization. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only these groups. At most 100 items. */
  groupIds?: string[] | undefined;
  /** Only groups whose name matches. At most 100 items. */
  groupNames?: TextFilter | undefined;
  /** Additional properties to return. */
  expand?: Array<'USERS' | 'META' | 'ROLE_ASSIGNMENTS' | 'MANAGEMENT_ACCESS' | (string & {})> | undefined;
  /** The maximum number of groups on a page. From 1 to 1000; 1000 unless given. */
  limit?: number | undefined;
}

/** Arguments of `legacy.inviteUser`. */
export interface V1InviteUserArguments {
  /** The organization. */
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

/** Arguments of `legacy.removeUser`. */
export interface V1RemoveUserArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `legacy.suspendUser`. */
export interface V1SuspendUserArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `legacy.restoreUser`. */
export interface V1RestoreUserArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `legacy.createGroup`. */
export interface V1CreateGroupArguments {
  /** The organization. */
  orgId: string;
  /** The name. */
  name: string;
  /** The description. */
  description?: string | undefined;
}

/** Arguments of `legacy.deleteGroup`. */
export interface V1DeleteGroupArguments {
  /** The organization. */
  orgId: string;
  /** The group. */
  groupId: string;
  /** Whether to delete the group even if it has members. */
  forceIfNotEmpty?: boolean | undefined;
}

/** Arguments of `legacy.addMember`. */
export interface V1AddUserToGroupArguments {
  /** The organization. */
  orgId: string;
  /** The group. */
  groupId: string;
  /** The account. */
  account_id: string;
}

/** Arguments of `legacy.removeMember`. */
export interface V1RemoveUserFromGroupArguments {
  /** The organization. */
  orgId: string;
  /** The group. */
  groupId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `legacy.assignGroupRoles`. */
export interface V1AssignGroupRolesArguments {
  /** The organization. */
  orgId: string;
  /** The group. */
  groupId: string;
  /** The roles and their resources. */
  roleAssociations: RoleAssociation[];
}

/** Arguments of `legacy.revokeGroupRoles`. */
export interface V1RevokeGroupRolesArguments {
  /** The organization. */
  orgId: string;
  /** The group. */
  groupId: string;
  /** The roles and their resources. */
  roleAssociations: RoleAssociation[];
}

/** Managed accounts, one by one: profile, e-mail address, API tokens, deactivation and deletion. */
export interface AccountOperations {
  /**
   * Returns what the key may do with an account, and the reason for each restriction.
   *
   * @example
   * ```ts
   * await admin.account.permissions({ account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get
   */
  permissions(args: UmGetPermissionsArguments, options?: CallOptions): Promise<AccountPermissions>;
  /**
   * Returns the profile of a managed account.
   *
   * @example
   * ```ts
   * await admin.account.getProfile({ account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get
   */
  getProfile(args: UmGetProfileArguments, options?: CallOptions): Promise<AccountProfile>;
  /**
   * Updates the profile of a managed account. Omitted properties keep their values.
   *
   * @example
   * ```ts
   * await admin.account.updateProfile({ account_id: accountId, name: 'Robin Example', nickname: 'robin' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch
   */
  updateProfile(args: UmUpdateProfileArguments, options?: CallOptions): Promise<AccountProfile>;
  /**
   * Sets the e-mail address of an account.
   *
   * @example
   * ```ts
   * await admin.account.setEmail({ account_id: accountId, email: 'robin@example.com' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-email/#api-users-account-id-manage-email-put
   */
  setEmail(args: UmSetEmailArguments, options?: CallOptions): Promise<void>;
  /**
   * Lists the API tokens of a user, without paging.
   *
   * @example
   * ```ts
   * await admin.account.listTokens({ account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get
   */
  listTokens(args: UmGetApiTokensArguments, options?: CallOptions): Promise<ApiToken[]>;
  /**
   * Deletes an API token of a user.
   *
   * @example
   * ```ts
   * await admin.account.deleteToken({ account_id: accountId, tokenId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete
   */
  deleteToken(args: UmDeleteApiTokenArguments, options?: CallOptions): Promise<void>;
  /**
   * Deactivates an account: its user can no longer sign in to any Atlassian product.
   *
   * @example
   * ```ts
   * await admin.account.disable({ account_id: accountId, message: 'On leave' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post
   */
  disable(args: UmDisableArguments, options?: CallOptions): Promise<void>;
  /**
   * Activates a deactivated account.
   *
   * @example
   * ```ts
   * await admin.account.enable({ account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post
   */
  enable(args: UmEnableArguments, options?: CallOptions): Promise<void>;
  /**
   * Deletes a managed account after a grace period of 14 days.
   *
   * @example
   * ```ts
   * await admin.account.delete({ account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post
   */
  delete(args: UmDeleteArguments, options?: CallOptions): Promise<Message>;
  /**
   * Cancels the deletion of an account and reactivates the account.
   *
   * @example
   * ```ts
   * await admin.account.cancelDelete({ account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post
   */
  cancelDelete(args: UmCancelDeleteArguments, options?: CallOptions): Promise<Message>;
}

/** All accounts that the organization manages. */
export interface AccountsOperations {
  /**
   * Lists the accounts that the organization manages.
   *
   * @example
   * ```ts
   * for await (const item of admin.accounts.list({ orgId })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get
   */
  list(args: GetUsersArguments, options?: CallOptions): List<Account, Page<Account>>;
}

/** The directories of the organization. */
export interface DirectoriesOperations {
  /**
   * Lists the directories of an organization.
   *
   * @example
   * ```ts
   * for await (const item of admin.directories.list({ orgId, limit: 10 })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get
   */
  list(args: GetDirectoriesForOrgArguments, options?: CallOptions): List<Directory, Page<Directory>>;
}

/** The domains that the organization has claimed. */
export interface DomainsOperations {
  /**
   * Lists the domains that the organization has claimed.
   *
   * @example
   * ```ts
   * for await (const item of admin.domains.list({ orgId })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get
   */
  list(args: GetDomainsArguments, options?: CallOptions): List<Domain, Page<Domain>>;
  /**
   * Returns a domain.
   *
   * @example
   * ```ts
   * await admin.domains.get({ orgId, domainId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-domainid-get
   */
  get(args: GetDomainByIdArguments, options?: CallOptions): Promise<One<Domain>>;
}

/** The audit log. */
export interface EventsOperations {
  /**
   * Searches the audit log, newest event first.
   *
   * @example
   * ```ts
   * for await (const item of admin.events.query({ orgId, limit: 500 })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get
   */
  query(args: GetEventsArguments, options?: CallOptions): List<Event, Page<Event>>;
  /**
   * Lists the events of the audit log in processing order, for copying the log.
   *
   * @example
   * ```ts
   * for await (const item of admin.events.poll({ orgId, limit: 3, sortOrder: 'desc' })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get
   */
  poll(args: PollEventsArguments, options?: CallOptions): List<Event, Page<Event>>;
  /**
   * Returns an event of the audit log.
   *
   * @deprecated Announced to stop on 2026-12-21: use `events.query` or `events.poll`.
   * @example
   * ```ts
   * await admin.events.get({ orgId, eventId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-eventid-get
   */
  get(args: GetEventByIdArguments, options?: CallOptions): Promise<One<Event>>;
  /**
   * Lists the actions that the audit log can record, with their display names.
   *
   * @example
   * ```ts
   * await admin.events.actions({ orgId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get
   */
  actions(args: GetEventActionsArguments, options?: CallOptions): Promise<EventActions>;
}

/** Groups of users, their members and their roles. */
export interface GroupsOperations {
  /**
   * Lists the groups of a directory.
   *
   * @deprecated Announced to stop on 2027-06-30: use `groups.search`.
   * @example
   * ```ts
   * for await (const item of admin.groups.list({ orgId, directoryId, limit: 100 })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-get
   */
  list(args: GetGroupsArguments, options?: CallOptions): List<Group, Page<Group>>;
  /**
   * Counts the groups of a directory.
   *
   * @example
   * ```ts
   * await admin.groups.count({ orgId, directoryId, searchTerm: 'tour' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-count-get
   */
  count(args: GetGroupsCountArguments, options?: CallOptions): Promise<Count>;
  /**
   * Searches the groups of a directory.
   *
   * @example
   * ```ts
   * for await (const item of admin.groups.search({ orgId, directoryId, groupNames: ['tour-guides'] })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post
   */
  search(args: SearchDirectoryGroupsArguments, options?: CallOptions): List<Group, Page<Group>>;
  /**
   * Counts the groups of a directory by source and by type.
   *
   * @example
   * ```ts
   * await admin.groups.stats({ orgId, directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get
   */
  stats(args: GetGroupsStatsArguments, options?: CallOptions): Promise<GroupStats>;
  /**
   * Creates a group.
   *
   * @example
   * ```ts
   * await admin.groups.create({ orgId, directoryId, name: 'tour-guides', description: 'Guides of the office tour' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post
   */
  create(args: CreateGroupArguments, options?: CallOptions): Promise<void>;
  /**
   * Returns a group.
   *
   * @example
   * ```ts
   * await admin.groups.get({ orgId, directoryId, groupId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get
   */
  get(args: GetGroupArguments, options?: CallOptions): Promise<One<Group>>;
  /**
   * Deletes a group permanently, even if it has members.
   *
   * @example
   * ```ts
   * await admin.groups.delete({ orgId, directoryId, groupId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete
   */
  delete(args: DeleteGroupArguments, options?: CallOptions): Promise<void>;
  /**
   * Adds a user to a group.
   *
   * @example
   * ```ts
   * await admin.groups.addMember({ orgId, directoryId, groupId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post
   */
  addMember(args: AddUserToGroupArguments, options?: CallOptions): Promise<void>;
  /**
   * Removes a user from a group.
   *
   * @example
   * ```ts
   * await admin.groups.removeMember({ orgId, directoryId, groupId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete
   */
  removeMember(args: RemoveUserFromGroupArguments, options?: CallOptions): Promise<void>;
  /**
   * Lists the roles of a group, one row per resource.
   *
   * @example
   * ```ts
   * for await (const item of admin.groups.listRoles({ orgId, directoryId, groupId })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get
   */
  listRoles(args: GetGroupRoleAssignmentsArguments, options?: CallOptions): List<GroupRoles, Page<GroupRoles>>;
  /**
   * Assigns a role on a resource to a group, for all current and future members.
   *
   * @example
   * ```ts
   * await admin.groups.assignRole({ orgId, directoryId, groupId, resourceId: site, roleId: 'atlassian/user' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-assign-post
   */
  assignRole(args: AssignGroupRoleArguments, options?: CallOptions): Promise<void>;
  /**
   * Revokes a role on a resource from a group.
   *
   * @example
   * ```ts
   * await admin.groups.revokeRole({ orgId, directoryId, groupId, resourceId: site, roleId: 'atlassian/user' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post
   */
  revokeRole(args: RevokeGroupRoleArguments, options?: CallOptions): Promise<void>;
}

/** What Atlassian is going to end. Each says what to use instead. */
export interface LegacyOperations {
  /**
   * Searches the users of the organization.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.search`.
   * @example
   * ```ts
   * for await (const item of admin.legacy.searchUsers({ orgId, expand: ['EMAIL'], limit: 100 })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post
   */
  searchUsers(args: V1SearchUsersArguments, options?: CallOptions): List<V1User, Page<V1User>>;
  /**
   * Searches the groups of the organization.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.search`.
   * @example
   * ```ts
   * for await (const item of admin.legacy.searchGroups({ orgId, groupIds: [groupId] })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post
   */
  searchGroups(args: V1SearchGroupsArguments, options?: CallOptions): List<V1Group, Page<V1Group>>;
  /**
   * Invites a user and assigns a role on a resource.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.invite`.
   * @example
   * ```ts
   * await admin.legacy.inviteUser({
   *   orgId,
   *   email: 'third.member@example.com',
   *   permissionRule: { resource: site, role: 'atlassian/user' },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-users-invite-post
   */
  inviteUser(args: V1InviteUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Removes a user from the organization, with all roles and group memberships.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.remove`.
   * @example
   * ```ts
   * await admin.legacy.removeUser({ orgId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-delete
   */
  removeUser(args: V1RemoveUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Suspends the access of a user on all sites.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.suspend`.
   * @example
   * ```ts
   * await admin.legacy.suspendUser({ orgId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-suspend-access-post
   */
  suspendUser(args: V1SuspendUserArguments, options?: CallOptions): Promise<Message>;
  /**
   * Restores the access of a suspended user, with the previous roles and memberships.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.restore`.
   * @example
   * ```ts
   * await admin.legacy.restoreUser({ orgId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-restore-access-post
   */
  restoreUser(args: V1RestoreUserArguments, options?: CallOptions): Promise<Message>;
  /**
   * Creates a group.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.create`.
   * @example
   * ```ts
   * await admin.legacy.createGroup({ orgId, name: 'old-guides', description: 'Guides of the old office' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-post
   */
  createGroup(args: V1CreateGroupArguments, options?: CallOptions): Promise<V1CreatedGroup>;
  /**
   * Deletes a group and the access that it grants to its members.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.delete`.
   * @example
   * ```ts
   * await admin.legacy.deleteGroup({ orgId, groupId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-delete
   */
  deleteGroup(args: V1DeleteGroupArguments, options?: CallOptions): Promise<Message>;
  /**
   * Adds a user to a group.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.addMember`.
   * @example
   * ```ts
   * await admin.legacy.addMember({ orgId, groupId, account_id: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-post
   */
  addMember(args: V1AddUserToGroupArguments, options?: CallOptions): Promise<Message>;
  /**
   * Removes a user from a group.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.removeMember`.
   * @example
   * ```ts
   * await admin.legacy.removeMember({ orgId, groupId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-accountid-delete
   */
  removeMember(args: V1RemoveUserFromGroupArguments, options?: CallOptions): Promise<Message>;
  /**
   * Assigns roles to a group, and thereby to all of its members.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.assignRole`.
   * @example
   * ```ts
   * await admin.legacy.assignGroupRoles({ orgId, groupId, roleAssociations: [{ resource: site, role: 'atlassian/user' }] });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-assign-post
   */
  assignGroupRoles(args: V1AssignGroupRolesArguments, options?: CallOptions): Promise<void>;
  /**
   * Revokes roles from a group, and thereby from all of its members.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.revokeRole`.
   * @example
   * ```ts
   * await admin.legacy.revokeGroupRoles({ orgId, groupId, roleAssociations: [{ resource: site, role: 'atlassian/user' }] });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post
   */
  revokeGroupRoles(args: V1RevokeGroupRolesArguments, options?: CallOptions): Promise<void>;
}

/** The organizations that the key sees. */
export interface OrgsOperations {
  /**
   * Lists the organizations that the key can access.
   *
   * @example
   * ```ts
   * for await (const item of admin.orgs.list()) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get
   */
  list(args?: GetOrgsArguments, options?: CallOptions): List<Org, Page<Org>>;
  /**
   * Returns an organization.
   *
   * @example
   * ```ts
   * await admin.orgs.get({ orgId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get
   */
  get(args: GetOrgByIdArguments, options?: CallOptions): Promise<One<Org>>;
}

/** Policies, such as for IP addresses and data residency, and what they are on. */
export interface PoliciesOperations {
  /**
   * Lists the policies of the organization.
   *
   * @example
   * ```ts
   * for await (const item of admin.policies.list({ orgId, type: 'ip-allowlist' })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get
   */
  list(args: GetPoliciesArguments, options?: CallOptions): List<Policy, Page<Policy>>;
  /**
   * Creates a policy of the type `ip-allowlist` or `data-residency`.
   *
   * @example
   * ```ts
   * await admin.policies.create({
   *   orgId,
   *   data: { attributes: { name: 'Branches', resources: [{ id: 'r-1' }], rule: { in: ['203.0.113.0/24'] }, status: 'enabled', type: 'ip-allowlist' }, type: 'policy' },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-post
   */
  create(args: CreatePolicyArguments, options?: CallOptions): Promise<One<Policy>>;
  /**
   * Returns a policy.
   *
   * @example
   * ```ts
   * await admin.policies.get({ orgId, policyId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get
   */
  get(args: GetPolicyByIdArguments, options?: CallOptions): Promise<One<Policy>>;
  /**
   * Replaces a policy.
   *
   * @example
   * ```ts
   * await admin.policies.update({
   *   orgId,
   *   policyId,
   *   data: { attributes: { name: 'Branches', resources: [{ id: 'r-1' }], rule: { in: ['203.0.113.0/24'] }, status: 'disabled', type: 'ip-allowlist' }, type: 'policy' },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-put
   */
  update(args: UpdatePolicyArguments, options?: CallOptions): Promise<One<Policy>>;
  /**
   * Deletes a policy.
   *
   * @example
   * ```ts
   * await admin.policies.delete({ orgId, policyId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete
   */
  delete(args: DeletePolicyArguments, options?: CallOptions): Promise<void>;
  /**
   * Applies a policy to an additional resource.
   *
   * @example
   * ```ts
   * await admin.policies.addResource({ orgId, policyId, id: 'r-2', links: { ticket: 'HELP-1' } });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-post
   */
  addResource(args: AddResourceToPolicyArguments, options?: CallOptions): Promise<One<Policy>>;
  /**
   * Updates how a policy is applied to a resource, such as its schedule.
   *
   * @example
   * ```ts
   * await admin.policies.updateResource({ orgId, policyId, resourceId: 'r-2', meta: { scheduledDate: '2026-12-01' } });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put
   */
  updateResource(args: UpdatePolicyResourceArguments, options?: CallOptions): Promise<One<Policy>>;
  /**
   * Removes a policy from a resource.
   *
   * @example
   * ```ts
   * await admin.policies.deleteResource({ orgId, policyId, resourceId: 'r-1' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete
   */
  deleteResource(args: DeletePolicyResourceArguments, options?: CallOptions): Promise<void>;
  /**
   * Starts the validation of a policy.
   *
   * @example
   * ```ts
   * await admin.policies.validate({ orgId, policyId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-validate-get
   */
  validate(args: ValidatePolicyArguments, options?: CallOptions): Promise<void>;
}

/** Who has which role on what, for single users. */
export interface RolesOperations {
  /**
   * Assigns a role on a resource to a user.
   *
   * @example
   * ```ts
   * await admin.roles.assign({ orgId, userId: accountId, role: 'atlassian/admin', resource: site });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-assign-post
   */
  assign(args: AssignRoleArguments, options?: CallOptions): Promise<void>;
  /**
   * Revokes a role on a resource from a user.
   *
   * @example
   * ```ts
   * await admin.roles.revoke({ orgId, userId: accountId, role: 'atlassian/admin', resource: site });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-revoke-post
   */
  revoke(args: RevokeRoleArguments, options?: CallOptions): Promise<void>;
  /**
   * Assigns a role on the whole organization to a user.
   *
   * @example
   * ```ts
   * await admin.roles.assignOrg({ orgId, userId: accountId, role: 'atlassian/org-admin' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-assign-post
   */
  assignOrg(args: AssignOrgRoleArguments, options?: CallOptions): Promise<void>;
  /**
   * Revokes a role on the whole organization from a user.
   *
   * @example
   * ```ts
   * await admin.roles.revokeOrg({ orgId, userId: accountId, role: 'atlassian/org-admin' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post
   */
  revokeOrg(args: RevokeOrgRoleArguments, options?: CallOptions): Promise<void>;
}

/** Users and groups that an identity provider fills: SCIM, with the directory's own key. */
export interface ScimOperations {
  /**
   * Lists the users of a directory, or finds one by user name or external identifier.
   *
   * @example
   * ```ts
   * for await (const item of admin.scim.listUsers({
   *   directoryId,
   *   filter: 'userName eq "kim@example.com"',
   * })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get
   */
  listUsers(args: ScimGetUsersArguments, options?: CallOptions): List<ScimUser, ResourcePage<ScimUser>, number>;
  /**
   * Returns a user. A deleted user is not found (404).
   *
   * @example
   * ```ts
   * await admin.scim.getUser({ directoryId, userId: scimUserId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get
   */
  getUser(args: ScimGetUserArguments, options?: CallOptions): Promise<ScimUser>;
  /**
   * Creates a user.
   *
   * @example
   * ```ts
   * await admin.scim.createUser({
   *   directoryId,
   *   body: { active: true, displayName: 'Kim Example', emails: [{ primary: true, value: 'kim@example.com' }], userName: 'kim' },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post
   */
  createUser(args: ScimCreateUserArguments, options?: CallOptions): Promise<ScimUser>;
  /**
   * Replaces a user. The server clears omitted attributes.
   *
   * @example
   * ```ts
   * await admin.scim.replaceUser({
   *   directoryId,
   *   userId: scimUserId,
   *   body: { displayName: 'Kim A. Example', emails: [{ primary: true, value: 'kim@example.com' }], userName: 'kim@example.com' },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put
   */
  replaceUser(args: ScimReplaceUserArguments, options?: CallOptions): Promise<ScimUser>;
  /**
   * Updates attributes of a user. Other attributes keep their values.
   *
   * @example
   * ```ts
   * await admin.scim.patchUser({
   *   directoryId,
   *   userId: scimUserId,
   *   body: { Operations: [{ op: 'replace', path: 'active', value: false }], schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-patch
   */
  patchUser(args: ScimPatchUserArguments, options?: CallOptions): Promise<ScimUser>;
  /**
   * Deactivates a user. Until it is activated again, its record is not found (404).
   *
   * @example
   * ```ts
   * await admin.scim.deleteUser({ directoryId, userId: scimUserId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete
   */
  deleteUser(args: ScimDeleteUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Lists the groups that an identity provider manages, or finds one by name.
   *
   * @example
   * ```ts
   * for await (const item of admin.scim.listGroups({
   *   directoryId,
   *   filter: 'displayName eq "Travellers"',
   * })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get
   */
  listGroups(args: ScimGetGroupsArguments, options?: CallOptions): List<ScimGroup, ResourcePage<ScimGroup>, number>;
  /**
   * Returns a group with its members.
   *
   * @example
   * ```ts
   * await admin.scim.getGroup({ directoryId, id });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get
   */
  getGroup(args: ScimGetGroupArguments, options?: CallOptions): Promise<ScimGroup>;
  /**
   * Creates a group. A name that is in use in the organization is a conflict (409).
   *
   * @example
   * ```ts
   * await admin.scim.createGroup({ directoryId, body: { displayName: 'Travellers' } });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post
   */
  createGroup(args: ScimCreateGroupArguments, options?: CallOptions): Promise<ScimGroup>;
  /**
   * Replaces a group, including the list of its members.
   *
   * @example
   * ```ts
   * await admin.scim.replaceGroup({ directoryId, id, body: { displayName: 'Travellers' } });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put
   */
  replaceGroup(args: ScimReplaceGroupArguments, options?: CallOptions): Promise<ScimGroup>;
  /**
   * Updates a group, for example to add or remove members.
   *
   * @example
   * ```ts
   * await admin.scim.patchGroup({
   *   directoryId,
   *   id,
   *   body: { Operations: [{ op: 'add', path: 'members', value: [{ value: scimUserId }] }], schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] },
   * });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-patch
   */
  patchGroup(args: ScimPatchGroupArguments, options?: CallOptions): Promise<ScimGroup>;
  /**
   * Deletes a group from the directory, the organization and its sites.
   *
   * @example
   * ```ts
   * await admin.scim.deleteGroup({ directoryId, id });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete
   */
  deleteGroup(args: ScimDeleteGroupArguments, options?: CallOptions): Promise<void>;
  /**
   * Lists the schemas of users and groups.
   *
   * @example
   * ```ts
   * await admin.scim.listSchemas({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get
   */
  listSchemas(args: ScimGetSchemasArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the schema of users.
   *
   * @example
   * ```ts
   * await admin.scim.userSchema({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-user-get
   */
  userSchema(args: ScimGetUserSchemaArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the schema of groups.
   *
   * @example
   * ```ts
   * await admin.scim.groupSchema({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-group-get
   */
  groupSchema(args: ScimGetGroupSchemaArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the schema of the enterprise extension of users.
   *
   * @example
   * ```ts
   * await admin.scim.enterpriseUserSchema({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-extension-enterprise-2-0-user-get
   */
  enterpriseUserSchema(args: ScimGetEnterpriseUserSchemaArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Lists the SCIM resource types: users and groups.
   *
   * @example
   * ```ts
   * await admin.scim.listResourceTypes({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get
   */
  listResourceTypes(args: ScimGetResourceTypesArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the SCIM resource type of users: its endpoint and schemas.
   *
   * @example
   * ```ts
   * await admin.scim.userResourceType({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get
   */
  userResourceType(args: ScimGetUserResourceTypeArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the SCIM resource type of groups: its endpoint and schemas.
   *
   * @example
   * ```ts
   * await admin.scim.groupResourceType({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get
   */
  groupResourceType(args: ScimGetGroupResourceTypeArguments, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the supported SCIM features, such as patches, filters and sorting.
   *
   * @example
   * ```ts
   * await admin.scim.serviceProviderConfig({ directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get
   */
  serviceProviderConfig(args: ScimGetConfigArguments, options?: CallOptions): Promise<unknown>;
}

/** How records of SCIM and accounts belong together. */
export interface ScimLinksOperations {
  /**
   * Lists the SCIM records that an account is linked to, in all directories.
   *
   * @example
   * ```ts
   * await admin.scimLinks.get({ orgId, aaId: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get
   */
  get(args: ScimGetLinksArguments, options?: CallOptions): Promise<ScimLinks>;
  /**
   * Lists the SCIM records with an e-mail address, linked or not, in all directories.
   *
   * @example
   * ```ts
   * await admin.scimLinks.getForEmail({ orgId, email: 'kim@example.com' });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post
   */
  getForEmail(args: ScimGetLinksForEmailArguments, options?: CallOptions): Promise<ScimLinks>;
  /**
   * Unlinks a SCIM record from its account. Both remain.
   *
   * @example
   * ```ts
   * await admin.scimLinks.unlink({ orgId, scimDirectoryId: directoryId, scimUserId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch
   */
  unlink(args: ScimUnlinkUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Deletes the SCIM records of an account in all directories. The account remains.
   *
   * @example
   * ```ts
   * await admin.scimLinks.deleteUser({ orgId, aaId: accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete
   */
  deleteUser(args: ScimDeleteUserInDbArguments, options?: CallOptions): Promise<void>;
}

/** Users of directories: who they are, and their access. */
export interface UsersOperations {
  /**
   * Lists the users of a directory, and managed accounts outside of all directories.
   *
   * @deprecated Announced to stop on 2027-06-30: use `users.search`.
   * @example
   * ```ts
   * for await (const item of admin.users.list({ orgId, directoryId, accountIds: [accountId] })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-get
   */
  list(args: GetDirectoryUsersArguments, options?: CallOptions): List<DirectoryUser, Page<DirectoryUser>>;
  /**
   * Counts the users of a directory, and managed accounts outside of all directories.
   *
   * @example
   * ```ts
   * await admin.users.count({ orgId, directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-count-get
   */
  count(args: GetDirectoryUsersCountArguments, options?: CallOptions): Promise<Count>;
  /**
   * Searches the users of a directory, and managed accounts outside of all directories.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.search({ orgId, directoryId, emails: ['ann@example.com'] })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post
   */
  search(args: SearchDirectoryUsersArguments, options?: CallOptions): List<DirectoryUser, Page<DirectoryUser>>;
  /**
   * Counts the users of a directory by account status and by role.
   *
   * @example
   * ```ts
   * await admin.users.stats({ orgId, directoryId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get
   */
  stats(args: GetUserStatsArguments, options?: CallOptions): Promise<UserStats>;
  /**
   * Returns a user of a directory.
   *
   * @example
   * ```ts
   * await admin.users.get({ orgId, directoryId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get
   */
  get(args: GetDirectoryUserDetailsArguments, options?: CallOptions): Promise<One<DirectoryUser>>;
  /**
   * Removes a user from a directory permanently.
   *
   * @example
   * ```ts
   * await admin.users.remove({ orgId, directoryId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete
   */
  remove(args: RemoveDirectoryUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Suspends the access of a user to a directory.
   *
   * @example
   * ```ts
   * await admin.users.suspend({ orgId, directoryId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post
   */
  suspend(args: SuspendDirectoryUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Restores the access of a suspended user.
   *
   * @example
   * ```ts
   * await admin.users.restore({ orgId, directoryId, accountId });
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post
   */
  restore(args: RestoreDirectoryUserArguments, options?: CallOptions): Promise<void>;
  /**
   * Lists the roles of a user, one row per resource.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.listRoles({ orgId, directoryId, accountId })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get
   */
  listRoles(args: GetUserRoleAssignmentsArguments, options?: CallOptions): List<UserRoles, Page<UserRoles>>;
  /**
   * Invites users to the organization.
   *
   * A part may fail while the rest is done: then `partial` is set, and `failures` lists what is missing. Where nobody got anything, it throws an `InvitationError`.
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
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post
   */
  invite(args: InviteUsersArguments, options?: CallOptions): Promise<Invitations>;
  /**
   * Returns when an account was last active in each of its products.
   *
   * @example
   * ```ts
   * for await (const item of admin.users.lastActive({ orgId, accountId })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get
   */
  lastActive(args: GetUserLastActiveDatesArguments, options?: CallOptions): List<LastActiveProduct, LastActivePage<LastActiveProduct>>;
}

/** Instances of Jira, Confluence and other products. */
export interface WorkspacesOperations {
  /**
   * Searches the workspaces of the organization: instances of products such as Jira.
   *
   * @example
   * ```ts
   * for await (const item of admin.workspaces.search({ orgId, limit: 2 })) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post
   */
  search(args: QueryWorkspacesV2Arguments, options?: CallOptions): List<Workspace, Page<Workspace>>;
}

/** Every group of operations. */
export interface Groups {
  /** Managed accounts, one by one: profile, e-mail address, API tokens, deactivation and deletion. */
  readonly account: AccountOperations;
  /** All accounts that the organization manages. */
  readonly accounts: AccountsOperations;
  /** The directories of the organization. */
  readonly directories: DirectoriesOperations;
  /** The domains that the organization has claimed. */
  readonly domains: DomainsOperations;
  /** The audit log. */
  readonly events: EventsOperations;
  /** Groups of users, their members and their roles. */
  readonly groups: GroupsOperations;
  /** What Atlassian is going to end. Each says what to use instead. */
  readonly legacy: LegacyOperations;
  /** The organizations that the key sees. */
  readonly orgs: OrgsOperations;
  /** Policies, such as for IP addresses and data residency, and what they are on. */
  readonly policies: PoliciesOperations;
  /** Who has which role on what, for single users. */
  readonly roles: RolesOperations;
  /** Users and groups that an identity provider fills: SCIM, with the directory's own key. */
  readonly scim: ScimOperations;
  /** How records of SCIM and accounts belong together. */
  readonly scimLinks: ScimLinksOperations;
  /** Users of directories: who they are, and their access. */
  readonly users: UsersOperations;
  /** Instances of Jira, Confluence and other products. */
  readonly workspaces: WorkspacesOperations;
}

/** Every operation: what it takes and what it answers. */
export interface Operations {
  /**
   * Lists the organizations that the key can access.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get
   */
  'orgs.list': { arguments: GetOrgsArguments; answer: Page<Org> };
  /**
   * Returns an organization.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get
   */
  'orgs.get': { arguments: GetOrgByIdArguments; answer: One<Org> };
  /**
   * Lists the accounts that the organization manages.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get
   */
  'accounts.list': { arguments: GetUsersArguments; answer: Page<Account> };
  /**
   * Lists the directories of an organization.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get
   */
  'directories.list': { arguments: GetDirectoriesForOrgArguments; answer: Page<Directory> };
  /**
   * Lists the users of a directory, and managed accounts outside of all directories.
   *
   * @deprecated Announced to stop on 2027-06-30: use `users.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-get
   */
  'users.list': { arguments: GetDirectoryUsersArguments; answer: Page<DirectoryUser> };
  /**
   * Counts the users of a directory, and managed accounts outside of all directories.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-count-get
   */
  'users.count': { arguments: GetDirectoryUsersCountArguments; answer: Count };
  /**
   * Searches the users of a directory, and managed accounts outside of all directories.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post
   */
  'users.search': { arguments: SearchDirectoryUsersArguments; answer: Page<DirectoryUser> };
  /**
   * Counts the users of a directory by account status and by role.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get
   */
  'users.stats': { arguments: GetUserStatsArguments; answer: UserStats };
  /**
   * Returns a user of a directory.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get
   */
  'users.get': { arguments: GetDirectoryUserDetailsArguments; answer: One<DirectoryUser> };
  /**
   * Removes a user from a directory permanently.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete
   */
  'users.remove': { arguments: RemoveDirectoryUserArguments; answer: void };
  /**
   * Suspends the access of a user to a directory.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post
   */
  'users.suspend': { arguments: SuspendDirectoryUserArguments; answer: void };
  /**
   * Restores the access of a suspended user.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post
   */
  'users.restore': { arguments: RestoreDirectoryUserArguments; answer: void };
  /**
   * Lists the roles of a user, one row per resource.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get
   */
  'users.listRoles': { arguments: GetUserRoleAssignmentsArguments; answer: Page<UserRoles> };
  /**
   * Invites users to the organization.
   *
   * A part may fail while the rest is done: then `partial` is set, and `failures` lists what is missing. Where nobody got anything, it throws an `InvitationError`.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post
   */
  'users.invite': { arguments: InviteUsersArguments; answer: Invitations };
  /**
   * Returns when an account was last active in each of its products.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get
   */
  'users.lastActive': { arguments: GetUserLastActiveDatesArguments; answer: LastActivePage<LastActiveProduct> };
  /**
   * Lists the groups of a directory.
   *
   * @deprecated Announced to stop on 2027-06-30: use `groups.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-get
   */
  'groups.list': { arguments: GetGroupsArguments; answer: Page<Group> };
  /**
   * Counts the groups of a directory.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-count-get
   */
  'groups.count': { arguments: GetGroupsCountArguments; answer: Count };
  /**
   * Searches the groups of a directory.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post
   */
  'groups.search': { arguments: SearchDirectoryGroupsArguments; answer: Page<Group> };
  /**
   * Counts the groups of a directory by source and by type.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get
   */
  'groups.stats': { arguments: GetGroupsStatsArguments; answer: GroupStats };
  /**
   * Creates a group.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post
   */
  'groups.create': { arguments: CreateGroupArguments; answer: void };
  /**
   * Returns a group.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get
   */
  'groups.get': { arguments: GetGroupArguments; answer: One<Group> };
  /**
   * Deletes a group permanently, even if it has members.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete
   */
  'groups.delete': { arguments: DeleteGroupArguments; answer: void };
  /**
   * Adds a user to a group.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post
   */
  'groups.addMember': { arguments: AddUserToGroupArguments; answer: void };
  /**
   * Removes a user from a group.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete
   */
  'groups.removeMember': { arguments: RemoveUserFromGroupArguments; answer: void };
  /**
   * Lists the roles of a group, one row per resource.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get
   */
  'groups.listRoles': { arguments: GetGroupRoleAssignmentsArguments; answer: Page<GroupRoles> };
  /**
   * Assigns a role on a resource to a group, for all current and future members.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-assign-post
   */
  'groups.assignRole': { arguments: AssignGroupRoleArguments; answer: void };
  /**
   * Revokes a role on a resource from a group.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post
   */
  'groups.revokeRole': { arguments: RevokeGroupRoleArguments; answer: void };
  /**
   * Assigns a role on a resource to a user.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-assign-post
   */
  'roles.assign': { arguments: AssignRoleArguments; answer: void };
  /**
   * Revokes a role on a resource from a user.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-revoke-post
   */
  'roles.revoke': { arguments: RevokeRoleArguments; answer: void };
  /**
   * Assigns a role on the whole organization to a user.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-assign-post
   */
  'roles.assignOrg': { arguments: AssignOrgRoleArguments; answer: void };
  /**
   * Revokes a role on the whole organization from a user.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post
   */
  'roles.revokeOrg': { arguments: RevokeOrgRoleArguments; answer: void };
  /**
   * Searches the audit log, newest event first.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get
   */
  'events.query': { arguments: GetEventsArguments; answer: Page<Event> };
  /**
   * Lists the events of the audit log in processing order, for copying the log.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get
   */
  'events.poll': { arguments: PollEventsArguments; answer: Page<Event> };
  /**
   * Returns an event of the audit log.
   *
   * @deprecated Announced to stop on 2026-12-21: use `events.query` or `events.poll`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-eventid-get
   */
  'events.get': { arguments: GetEventByIdArguments; answer: One<Event> };
  /**
   * Lists the actions that the audit log can record, with their display names.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get
   */
  'events.actions': { arguments: GetEventActionsArguments; answer: EventActions };
  /**
   * Lists the domains that the organization has claimed.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get
   */
  'domains.list': { arguments: GetDomainsArguments; answer: Page<Domain> };
  /**
   * Returns a domain.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-domainid-get
   */
  'domains.get': { arguments: GetDomainByIdArguments; answer: One<Domain> };
  /**
   * Lists the policies of the organization.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get
   */
  'policies.list': { arguments: GetPoliciesArguments; answer: Page<Policy> };
  /**
   * Creates a policy of the type `ip-allowlist` or `data-residency`.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-post
   */
  'policies.create': { arguments: CreatePolicyArguments; answer: One<Policy> };
  /**
   * Returns a policy.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get
   */
  'policies.get': { arguments: GetPolicyByIdArguments; answer: One<Policy> };
  /**
   * Replaces a policy.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-put
   */
  'policies.update': { arguments: UpdatePolicyArguments; answer: One<Policy> };
  /**
   * Deletes a policy.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete
   */
  'policies.delete': { arguments: DeletePolicyArguments; answer: void };
  /**
   * Applies a policy to an additional resource.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-post
   */
  'policies.addResource': { arguments: AddResourceToPolicyArguments; answer: One<Policy> };
  /**
   * Updates how a policy is applied to a resource, such as its schedule.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put
   */
  'policies.updateResource': { arguments: UpdatePolicyResourceArguments; answer: One<Policy> };
  /**
   * Removes a policy from a resource.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete
   */
  'policies.deleteResource': { arguments: DeletePolicyResourceArguments; answer: void };
  /**
   * Starts the validation of a policy.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-validate-get
   */
  'policies.validate': { arguments: ValidatePolicyArguments; answer: void };
  /**
   * Searches the workspaces of the organization: instances of products such as Jira.
   *
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post
   */
  'workspaces.search': { arguments: QueryWorkspacesV2Arguments; answer: Page<Workspace> };
  /**
   * Returns what the key may do with an account, and the reason for each restriction.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get
   */
  'account.permissions': { arguments: UmGetPermissionsArguments; answer: AccountPermissions };
  /**
   * Returns the profile of a managed account.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get
   */
  'account.getProfile': { arguments: UmGetProfileArguments; answer: AccountProfile };
  /**
   * Updates the profile of a managed account. Omitted properties keep their values.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch
   */
  'account.updateProfile': { arguments: UmUpdateProfileArguments; answer: AccountProfile };
  /**
   * Sets the e-mail address of an account.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-email/#api-users-account-id-manage-email-put
   */
  'account.setEmail': { arguments: UmSetEmailArguments; answer: void };
  /**
   * Lists the API tokens of a user, without paging.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get
   */
  'account.listTokens': { arguments: UmGetApiTokensArguments; answer: ApiToken[] };
  /**
   * Deletes an API token of a user.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete
   */
  'account.deleteToken': { arguments: UmDeleteApiTokenArguments; answer: void };
  /**
   * Deactivates an account: its user can no longer sign in to any Atlassian product.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post
   */
  'account.disable': { arguments: UmDisableArguments; answer: void };
  /**
   * Activates a deactivated account.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post
   */
  'account.enable': { arguments: UmEnableArguments; answer: void };
  /**
   * Deletes a managed account after a grace period of 14 days.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post
   */
  'account.delete': { arguments: UmDeleteArguments; answer: Message };
  /**
   * Cancels the deletion of an account and reactivates the account.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post
   */
  'account.cancelDelete': { arguments: UmCancelDeleteArguments; answer: Message };
  /**
   * Lists the users of a directory, or finds one by user name or external identifier.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get
   */
  'scim.listUsers': { arguments: ScimGetUsersArguments; answer: ResourcePage<ScimUser> };
  /**
   * Returns a user. A deleted user is not found (404).
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get
   */
  'scim.getUser': { arguments: ScimGetUserArguments; answer: ScimUser };
  /**
   * Creates a user.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post
   */
  'scim.createUser': { arguments: ScimCreateUserArguments; answer: ScimUser };
  /**
   * Replaces a user. The server clears omitted attributes.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put
   */
  'scim.replaceUser': { arguments: ScimReplaceUserArguments; answer: ScimUser };
  /**
   * Updates attributes of a user. Other attributes keep their values.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-patch
   */
  'scim.patchUser': { arguments: ScimPatchUserArguments; answer: ScimUser };
  /**
   * Deactivates a user. Until it is activated again, its record is not found (404).
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete
   */
  'scim.deleteUser': { arguments: ScimDeleteUserArguments; answer: void };
  /**
   * Lists the groups that an identity provider manages, or finds one by name.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get
   */
  'scim.listGroups': { arguments: ScimGetGroupsArguments; answer: ResourcePage<ScimGroup> };
  /**
   * Returns a group with its members.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get
   */
  'scim.getGroup': { arguments: ScimGetGroupArguments; answer: ScimGroup };
  /**
   * Creates a group. A name that is in use in the organization is a conflict (409).
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post
   */
  'scim.createGroup': { arguments: ScimCreateGroupArguments; answer: ScimGroup };
  /**
   * Replaces a group, including the list of its members.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put
   */
  'scim.replaceGroup': { arguments: ScimReplaceGroupArguments; answer: ScimGroup };
  /**
   * Updates a group, for example to add or remove members.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-patch
   */
  'scim.patchGroup': { arguments: ScimPatchGroupArguments; answer: ScimGroup };
  /**
   * Deletes a group from the directory, the organization and its sites.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete
   */
  'scim.deleteGroup': { arguments: ScimDeleteGroupArguments; answer: void };
  /**
   * Lists the schemas of users and groups.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get
   */
  'scim.listSchemas': { arguments: ScimGetSchemasArguments; answer: unknown };
  /**
   * Returns the schema of users.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-user-get
   */
  'scim.userSchema': { arguments: ScimGetUserSchemaArguments; answer: unknown };
  /**
   * Returns the schema of groups.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-group-get
   */
  'scim.groupSchema': { arguments: ScimGetGroupSchemaArguments; answer: unknown };
  /**
   * Returns the schema of the enterprise extension of users.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-extension-enterprise-2-0-user-get
   */
  'scim.enterpriseUserSchema': { arguments: ScimGetEnterpriseUserSchemaArguments; answer: unknown };
  /**
   * Lists the SCIM resource types: users and groups.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get
   */
  'scim.listResourceTypes': { arguments: ScimGetResourceTypesArguments; answer: unknown };
  /**
   * Returns the SCIM resource type of users: its endpoint and schemas.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get
   */
  'scim.userResourceType': { arguments: ScimGetUserResourceTypeArguments; answer: unknown };
  /**
   * Returns the SCIM resource type of groups: its endpoint and schemas.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get
   */
  'scim.groupResourceType': { arguments: ScimGetGroupResourceTypeArguments; answer: unknown };
  /**
   * Returns the supported SCIM features, such as patches, filters and sorting.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get
   */
  'scim.serviceProviderConfig': { arguments: ScimGetConfigArguments; answer: unknown };
  /**
   * Lists the SCIM records that an account is linked to, in all directories.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get
   */
  'scimLinks.get': { arguments: ScimGetLinksArguments; answer: ScimLinks };
  /**
   * Lists the SCIM records with an e-mail address, linked or not, in all directories.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post
   */
  'scimLinks.getForEmail': { arguments: ScimGetLinksForEmailArguments; answer: ScimLinks };
  /**
   * Unlinks a SCIM record from its account. Both remain.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch
   */
  'scimLinks.unlink': { arguments: ScimUnlinkUserArguments; answer: void };
  /**
   * Deletes the SCIM records of an account in all directories. The account remains.
   *
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete
   */
  'scimLinks.deleteUser': { arguments: ScimDeleteUserInDbArguments; answer: void };
  /**
   * Searches the users of the organization.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post
   */
  'legacy.searchUsers': { arguments: V1SearchUsersArguments; answer: Page<V1User> };
  /**
   * Searches the groups of the organization.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.search`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post
   */
  'legacy.searchGroups': { arguments: V1SearchGroupsArguments; answer: Page<V1Group> };
  /**
   * Invites a user and assigns a role on a resource.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.invite`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-users-invite-post
   */
  'legacy.inviteUser': { arguments: V1InviteUserArguments; answer: void };
  /**
   * Removes a user from the organization, with all roles and group memberships.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.remove`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-delete
   */
  'legacy.removeUser': { arguments: V1RemoveUserArguments; answer: void };
  /**
   * Suspends the access of a user on all sites.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.suspend`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-suspend-access-post
   */
  'legacy.suspendUser': { arguments: V1SuspendUserArguments; answer: Message };
  /**
   * Restores the access of a suspended user, with the previous roles and memberships.
   *
   * @deprecated Announced to stop on 2026-06-30: use `users.restore`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-restore-access-post
   */
  'legacy.restoreUser': { arguments: V1RestoreUserArguments; answer: Message };
  /**
   * Creates a group.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.create`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-post
   */
  'legacy.createGroup': { arguments: V1CreateGroupArguments; answer: V1CreatedGroup };
  /**
   * Deletes a group and the access that it grants to its members.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.delete`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-delete
   */
  'legacy.deleteGroup': { arguments: V1DeleteGroupArguments; answer: Message };
  /**
   * Adds a user to a group.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.addMember`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-post
   */
  'legacy.addMember': { arguments: V1AddUserToGroupArguments; answer: Message };
  /**
   * Removes a user from a group.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.removeMember`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-accountid-delete
   */
  'legacy.removeMember': { arguments: V1RemoveUserFromGroupArguments; answer: Message };
  /**
   * Assigns roles to a group, and thereby to all of its members.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.assignRole`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-assign-post
   */
  'legacy.assignGroupRoles': { arguments: V1AssignGroupRolesArguments; answer: void };
  /**
   * Revokes roles from a group, and thereby from all of its members.
   *
   * @deprecated Announced to stop on 2026-06-30: use `groups.revokeRole`.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post
   */
  'legacy.revokeGroupRoles': { arguments: V1RevokeGroupRolesArguments; answer: void };
}
