// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { Account, AccountPermissions, AccountProfile, ApiToken, Count, Directory, DirectoryUser, Domain, Event, EventActions, EventPlace, ExtendedProfile, Invitation, LastActivePage, LastActiveProduct, LifecycleMessage, One, Org, Page, PermissionRule, Policy, PolicyInput, PolicyResourceLinks, PolicyResourceMeta, UserRoles, UserSort, UserStats } from './models.js';

/** Arguments of `orgs.list`. */
export interface GetOrgsArguments {
  /** Where to go on: the cursor of a page. */
  cursor?: string;
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
  /** Where to go on: the cursor of a page. */
  cursor?: string;
}

/** Arguments of `directories.list`. */
export interface GetDirectoriesForOrgArguments {
  /** The organization. */
  orgId: string;
  /** Only directories that this account is in. */
  accountId?: string;
  /** Only these directories: 1 to 10. */
  directoryIds?: string[];
  /** Only directories with this in their names. */
  searchTerm?: string;
  /** Where to go on: the cursor of a page. All other filters are then ignored. */
  cursor?: string;
  /** The most directories on a page: 1 to 100, and 20 unless given. */
  limit?: number;
}

/** Arguments of `users.list`. */
export interface GetDirectoryUsersArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all. */
  directoryId: string;
  /** Where to go on: the cursor of a page. All other filters are then ignored. */
  cursor?: string;
  /** The most users on a page: 1 to 100, and 20 unless given. */
  limit?: number;
  /** Only these accounts: 1 to 10. */
  accountIds?: string[];
  /** Only in these directories: 1 to 10. */
  directoryIds?: string[];
  /** Only users with a role on one of these resources: 1 to 20. */
  resourceIds?: string[];
  /** Only members of one of these groups: 1 to 10. */
  groupIds?: string[];
  /** Only accounts that sign in with a second factor, or do not. */
  mfaEnabled?: boolean;
  /** Only accounts that the organization manages, or does not. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {});
  /** Only users in one of these states: 1 to 4. */
  status?: Array<'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {})>;
  /** Only accounts in one of these states. */
  accountStatus?: Array<'active' | 'inactive' | 'closed' | (string & {})>;
  /** Only members in one of these states. */
  membershipStatus?: Array<'active' | 'suspended' | 'no_membership' | (string & {})>;
  /** Only users with one of these roles: 1 to 10. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})>;
  /** Only addresses of these domains: 1 to 10. */
  emailDomains?: string[];
  /** Only users with this in their names or addresses. */
  searchTerm?: string;
  /** In which order: one entry. Each is sent as JSON, since Atlassian does not say how. */
  sortBy?: UserSort[];
}

/** Arguments of `users.count`. */
export interface GetDirectoryUsersCountArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all. */
  directoryId: string;
  /** Only these accounts: 1 to 10. */
  accountIds?: string[];
  /** Only in these directories: 1 to 10. */
  directoryIds?: string[];
  /** Only users with a role on one of these resources: 1 to 20. */
  resourceIds?: string[];
  /** Only members of one of these groups: 1 to 10. */
  groupIds?: string[];
  /** Only accounts that sign in with a second factor, or do not. */
  mfaEnabled?: boolean;
  /** Only accounts that the organization manages, or does not. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {});
  /** Only users in one of these states: 1 to 4. */
  status?: Array<'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {})>;
  /** Only accounts in one of these states. */
  accountStatus?: Array<'active' | 'inactive' | 'closed' | (string & {})>;
  /** Only members in one of these states. */
  membershipStatus?: Array<'active' | 'suspended' | 'no_membership' | (string & {})>;
  /** Only users with one of these roles: 1 to 10. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})>;
  /** Only users with this in their names or addresses. */
  searchTerm?: string;
  /** Only addresses of these domains: 1 to 10. */
  emailDomains?: string[];
}

/** Arguments of `users.search`. */
export interface SearchDirectoryUsersArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all. */
  directoryId: string;
  /** Only these accounts. */
  accountIds?: string[];
  /** Only in these directories. */
  directoryIds?: string[];
  /** Only accounts in one of these states. */
  accountStatus?: Array<'active' | 'inactive' | 'closed' | (string & {})>;
  /** Only members in one of these states. */
  membershipStatus?: Array<'active' | 'suspended' | 'no_membership' | (string & {})>;
  /** Only users in one of these states. */
  status?: Array<'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {})>;
  /** Only accounts that the organization manages, or does not. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {});
  /** Only accounts that sign in with a second factor, or do not. */
  mfaEnabled?: boolean;
  /** Only addresses of these domains. */
  emailDomains?: string[];
  /** Only these addresses. Not together with a search term. */
  emails?: string[];
  /** Only members of one of these groups. */
  groupIds?: string[];
  /** Only users with a role on one of these resources. */
  resourceIds?: string[];
  /** Only users with one of these roles. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})>;
  /** Only users with this in their names or addresses. Not together with addresses. */
  searchTerm?: string;
  /** What to tell besides. */
  expand?: Array<'platformRoles' | 'counts.resources' | 'productAccess' | 'groups' | (string & {})>;
  /** In which order: one entry. */
  sortBy?: UserSort[];
  /** Where to go on: the cursor of a page. */
  cursor?: string;
  /** The most users on a page: 1 to 100, and 50 unless given. */
  limit?: number;
}

/** Arguments of `users.stats`. */
export interface GetUserStatsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all. */
  directoryId: string;
}

/** Arguments of `users.get`. */
export interface GetDirectoryUserDetailsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.remove`. */
export interface RemoveDirectoryUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory that the user is in. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.suspend`. */
export interface SuspendDirectoryUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory that the user is in. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.restore`. */
export interface RestoreDirectoryUserArguments {
  /** The organization. */
  orgId: string;
  /** The directory that the user is in. */
  directoryId: string;
  /** The account. */
  accountId: string;
}

/** Arguments of `users.listRoles`. */
export interface GetUserRoleAssignmentsArguments {
  /** The organization. */
  orgId: string;
  /** The directory, or `-` for all. */
  directoryId: string;
  /** The account. */
  accountId: string;
  /** Where to go on: the cursor of a page. All other filters are then ignored. */
  cursor?: string;
  /** The most rows on a page: 1 to 100, and 20 unless given. */
  limit?: number;
  /** Only in these directories: 1 to 10. */
  directoryIds?: string[];
  /** Only resources of these owners, such as `jira-software`: 1 to 10. */
  resourceOwners?: string[];
  /** Only on these resources: 1 to 20. */
  resourceIds?: string[];
  /** Only these roles: 1 to 10. */
  roleIds?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})>;
}

/** Arguments of `users.invite`. */
export interface InviteUsersArguments {
  /** The organization. */
  orgId: string;
  /** The addresses: 1 to 25. */
  emails: string[];
  /** What they may do, and where. */
  permissionRules?: PermissionRule[];
  /** Groups to put them into. */
  additionalGroups?: string[];
  /** Whether to tell them by e-mail. Not unless asked for. */
  sendNotification?: boolean;
  /** A message to put into that e-mail. */
  notificationText?: string;
}

/** Arguments of `users.lastActive`. */
export interface GetUserLastActiveDatesArguments {
  /** The organization. */
  orgId: string;
  /** The account. */
  accountId: string;
  /** Where to go on: the cursor of a page. */
  cursor?: string;
}

/** Arguments of `groups.create`. */
export interface CreateGroupArguments {
  /** The organization. */
  orgId: string;
  /** The directory. */
  directoryId: string;
  /** The name. */
  name: string;
  /** What it is for. */
  description?: string;
}

/** Arguments of `events.query`. */
export interface GetEventsArguments {
  /** The organization. */
  orgId: string;
  /** Where to go on: the cursor of a page. */
  cursor?: string;
  /** A word to search for. */
  q?: string;
  /** The earliest time of an event. */
  from?: number | string | Date;
  /** The latest time of an event. */
  to?: number | string | Date;
  /** The action, such as `user_login`. */
  action?: string;
  /** Who did it: one of these accounts. */
  actor?: string[];
  /** From where: one of these IP addresses. */
  ip?: string[];
  /** In which product: one of these. */
  product?: Array<'bitbucket' | 'confluence' | 'guard_detect' | 'jira' | 'loom' | (string & {})>;
  /** From where: one of these places. */
  location?: EventPlace[];
  /** The most events on a page: 1 to 500, and 30 unless given. */
  limit?: number;
}

/** Arguments of `events.poll`. */
export interface PollEventsArguments {
  /** The organization. */
  orgId: string;
  /** Where to go on: the cursor of a page. The order of the walk sticks to it. */
  cursor?: string;
  /** The earliest processing time of an event. */
  from?: number | string | Date;
  /** The latest processing time of an event. */
  to?: number | string | Date;
  /** The most events on a page: 1 to 500, and 200 unless given. */
  limit?: number;
  /** Which end comes first; the earliest unless given. */
  sortOrder?: 'asc' | 'desc' | (string & {});
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
  /** Where to go on: the cursor of a page. */
  cursor?: string;
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
  /** Where to go on: the cursor of a page. */
  cursor?: string;
  /** Only policies about this. */
  type?: 'ip-allowlist' | 'data-residency' | 'data-security' | (string & {});
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
  /** What the policy is to become. */
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
  /** When and by whom. */
  meta?: PolicyResourceMeta;
  /** What belongs to it. */
  links?: PolicyResourceLinks;
}

/** Arguments of `policies.updateResource`. */
export interface UpdatePolicyResourceArguments {
  /** The organization. */
  orgId: string;
  /** The policy. */
  policyId: string;
  /** The resource. */
  resourceId: string;
  /** When and by whom. */
  meta?: PolicyResourceMeta;
  /** What belongs to it. */
  links?: PolicyResourceLinks;
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

/** Arguments of `account.permissions`. */
export interface UmGetPermissionsArguments {
  /** The account. */
  account_id: string;
  /** Only these privileges; all unless given. */
  privileges?: Array<'profile' | 'profile.read' | 'profile.write' | 'email.set' | 'lifecycle.enablement' | 'lifecycle.delete' | 'apiToken.read' | 'apiToken.delete' | (string & {})>;
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
  name?: string;
  /** The name that others see: 1 to 30 characters. */
  nickname?: string;
  /** The time zone, such as `Europe/Berlin`. */
  zoneinfo?: string;
  /** The language, such as `en-GB`. */
  locale?: string;
  /** Where the user works, and as what. */
  extended_profile?: ExtendedProfile;
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
  /** What the user is told; Atlassian has words of its own unless given. */
  message?: string;
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

/** Every operation: what it takes and what it answers. */
export interface Operations {
  /** Lists the organizations that the key can see. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get */
  'orgs.list': { arguments: GetOrgsArguments; answer: Page<Org> };
  /** Reads one organization. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get */
  'orgs.get': { arguments: GetOrgByIdArguments; answer: One<Org> };
  /** Lists the accounts that the organization manages. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get */
  'accounts.list': { arguments: GetUsersArguments; answer: Page<Account> };
  /** Lists the directories of an organization. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get */
  'directories.list': { arguments: GetDirectoriesForOrgArguments; answer: Page<Directory> };
  /** Lists the users of a directory, and managed accounts outside of all directories. @deprecated Stops working after 2027-06-30: use `searchDirectoryUsers`. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-get */
  'users.list': { arguments: GetDirectoryUsersArguments; answer: Page<DirectoryUser> };
  /** Counts the users of a directory, and managed accounts outside of all directories. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-count-get */
  'users.count': { arguments: GetDirectoryUsersCountArguments; answer: Count };
  /** Searches the users of a directory, and managed accounts outside of all directories. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post */
  'users.search': { arguments: SearchDirectoryUsersArguments; answer: Page<DirectoryUser> };
  /** Counts the users of a directory by the state of their accounts and by their roles. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get */
  'users.stats': { arguments: GetUserStatsArguments; answer: UserStats };
  /** Reads a user of a directory. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get */
  'users.get': { arguments: GetDirectoryUserDetailsArguments; answer: One<DirectoryUser> };
  /** Removes a user from a directory, for good. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete */
  'users.remove': { arguments: RemoveDirectoryUserArguments; answer: void };
  /** Takes a user's access away, for the time being. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post */
  'users.suspend': { arguments: SuspendDirectoryUserArguments; answer: void };
  /** Gives a suspended user the access back. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post */
  'users.restore': { arguments: RestoreDirectoryUserArguments; answer: void };
  /** Lists the roles of a user: one row for each resource. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get */
  'users.listRoles': { arguments: GetUserRoleAssignmentsArguments; answer: Page<UserRoles> };
  /** Invites people to the organization, 25 at most. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post */
  'users.invite': { arguments: InviteUsersArguments; answer: One<Invitation[]> };
  /** Tells when an account was last active in each of its products. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get */
  'users.lastActive': { arguments: GetUserLastActiveDatesArguments; answer: LastActivePage<LastActiveProduct> };
  /** Creates a group. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post */
  'groups.create': { arguments: CreateGroupArguments; answer: void };
  /** Searches the audit log, newest entry first. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get */
  'events.query': { arguments: GetEventsArguments; answer: Page<Event> };
  /** Lists the audit log in the order in which events were processed, which is the order for copying it. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get */
  'events.poll': { arguments: PollEventsArguments; answer: Page<Event> };
  /** Reads one entry of the audit log. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-eventid-get */
  'events.get': { arguments: GetEventByIdArguments; answer: One<Event> };
  /** Lists the actions that the audit log knows, with names for people. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get */
  'events.actions': { arguments: GetEventActionsArguments; answer: EventActions };
  /** Lists the domains that the organization has claimed. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get */
  'domains.list': { arguments: GetDomainsArguments; answer: Page<Domain> };
  /** Reads one domain. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-domainid-get */
  'domains.get': { arguments: GetDomainByIdArguments; answer: One<Domain> };
  /** Lists the policies of the organization. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get */
  'policies.list': { arguments: GetPoliciesArguments; answer: Page<Policy> };
  /** Creates a policy, of the types `ip-allowlist` and `data-residency`. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-post */
  'policies.create': { arguments: CreatePolicyArguments; answer: One<Policy> };
  /** Reads one policy. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get */
  'policies.get': { arguments: GetPolicyByIdArguments; answer: One<Policy> };
  /** Replaces a policy. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-put */
  'policies.update': { arguments: UpdatePolicyArguments; answer: One<Policy> };
  /** Deletes a policy. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete */
  'policies.delete': { arguments: DeletePolicyArguments; answer: void };
  /** Applies a policy to one more resource. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-post */
  'policies.addResource': { arguments: AddResourceToPolicyArguments; answer: One<Policy> };
  /** Changes how a policy is applied to a resource, such as when. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put */
  'policies.updateResource': { arguments: UpdatePolicyResourceArguments; answer: One<Policy> };
  /** Takes a policy off a resource. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete */
  'policies.deleteResource': { arguments: DeletePolicyResourceArguments; answer: void };
  /** Starts to check a policy. @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-validate-get */
  'policies.validate': { arguments: ValidatePolicyArguments; answer: void };
  /** Tells what the key may do with an account, and why not. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get */
  'account.permissions': { arguments: UmGetPermissionsArguments; answer: AccountPermissions };
  /** Reads the profile of a managed account. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get */
  'account.getProfile': { arguments: UmGetProfileArguments; answer: AccountProfile };
  /** Changes some of the profile of a managed account; what is not given stays. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch */
  'account.updateProfile': { arguments: UmUpdateProfileArguments; answer: AccountProfile };
  /** Sets the e-mail address of an account. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-email/#api-users-account-id-manage-email-put */
  'account.setEmail': { arguments: UmSetEmailArguments; answer: void };
  /** Lists the API tokens of a user, all at once. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get */
  'account.listTokens': { arguments: UmGetApiTokensArguments; answer: ApiToken[] };
  /** Deletes an API token of a user. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete */
  'account.deleteToken': { arguments: UmDeleteApiTokenArguments; answer: void };
  /** Deactivates an account: its user can no longer sign in anywhere at Atlassian. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post */
  'account.disable': { arguments: UmDisableArguments; answer: void };
  /** Activates an account that was deactivated. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post */
  'account.enable': { arguments: UmEnableArguments; answer: void };
  /** Deletes a managed account, after 14 days of grace. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post */
  'account.delete': { arguments: UmDeleteArguments; answer: LifecycleMessage };
  /** Cancels the deletion of an account, and activates it again. @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post */
  'account.cancelDelete': { arguments: UmCancelDeleteArguments; answer: LifecycleMessage };
}
