// Made by `cargo xtask types` of the list of operations. Do not edit.

/**
 * An account that an organization manages because it has claimed the e-mail domain.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get
 */
export interface Account {
  /** Its identifier. */
  account_id: string;
  /** The type of the account. */
  account_type?: AccountType | null | undefined;
  /** The status of the account. */
  account_status?: AccountStatus | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
  /** Whether the account uses a billed licence. */
  access_billable?: boolean | null | undefined;
  /** The last activity in any product. */
  last_active?: string | null | undefined;
  /** The products that the account can use. */
  product_access?: Product[] | null | undefined;
  /** The links of the account. */
  links?: Links | null | undefined;
}

/** Other characteristics of an account. */
export interface AccountCharacteristics {
  /** Whether other users cannot mention the account. */
  not_mentionable?: boolean | null | undefined;
}

/** Whether the organization manages an account. */
export type AccountClaim =
  | 'managed'
  | 'unmanaged'
  | (string & {});

/** The permissions of a key on an account. Only requested privileges are present. */
export interface AccountPermissions {
  /** Changing the profile. Superseded by `profile.write`. */
  profile?: ProfilePermissions | null | undefined;
  /** Reading the profile. */
  'profile.read'?: Permission | null | undefined;
  /** Changing the profile, property by property. */
  'profile.write'?: ProfilePermissions | null | undefined;
  /** Setting the e-mail address. */
  'email.set'?: Permission | null | undefined;
  /** Activating and deactivating the account. */
  'lifecycle.enablement'?: Permission | null | undefined;
  /** Deleting the account, and cancelling the deletion. */
  'lifecycle.delete'?: Permission | null | undefined;
  /** Listing the API tokens. */
  'apiToken.read'?: Permission | null | undefined;
  /** Deleting API tokens. */
  'apiToken.delete'?: Permission | null | undefined;
}

/** The profile of a managed account, in its envelope: `{"account": …}`. */
export interface AccountProfile {
  /** The account. */
  account: ManagedAccount;
}

/** The status of an account. It is `Active` for the account of a suspended user. */
export type AccountStatus =
  | 'active'
  | 'inactive'
  | 'closed'
  | (string & {});

/** The number of accounts with one status. */
export interface AccountStatusCount {
  /** The status. */
  status?: AccountStatus | null | undefined;
  /** The number. */
  count?: number | null | undefined;
}

/** The type of an account. */
export type AccountType =
  | 'atlassian'
  | 'customer'
  | 'app'
  | (string & {});

/**
 * An API token of a user, without the secret.
 *
 * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get
 */
export interface ApiToken {
  /** Its identifier. */
  id: string;
  /** The label that its user chose. */
  label?: string | null | undefined;
  /** When it was created. */
  createdAt?: string | null | undefined;
  /** When it was last used. Absent if it was never used. */
  lastAccess?: string | null | undefined;
  /** When it expires. */
  expiry?: string | null | undefined;
}

/** The application status of a policy on a resource. */
export type ApplicationStatus =
  | 'applying'
  | 'removing'
  | 'applied'
  | 'failed'
  | 'scheduled'
  | 'enabled'
  | (string & {});

/** A role of a user. */
export interface AssignedRole {
  /** The role. */
  role: Role;
  /** The origins of the role. Revoking the role from the user removes only the direct assignment. */
  roleAssignmentMethods?: RoleAssignmentMethod[] | null | undefined;
}

/** Atlassian's extension of a user. */
export interface AtlassianUser {
  /** The account that the record is linked to. */
  atlassianAccountId?: string | null | undefined;
}

/**
 * An event of the audit log.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get
 */
export interface AuditEvent {
  /** Its identifier. An event has the same identifier in every listing. */
  id: string;
  /** Always `events`. */
  type?: 'events' | null | undefined;
  /** The attributes of the event. */
  attributes?: EventAttributes | null | undefined;
  /** The description of the event as text. */
  message?: EventMessage | null | undefined;
  /** The links of the event. The server omits them in some responses. */
  links?: Links | null | undefined;
}

/** The authentication of an actor. */
export type AuthType =
  | 'session'
  | 'container-token'
  | 'api-token'
  | 'connect-token'
  | 'auth-token-for-2LO'
  | 'auth-token-for-3LO'
  | (string & {});

/** The status of the claim of a domain. */
export type ClaimStatus =
  | 'verified'
  | 'deleted'
  | 'unverified'
  | 'superseded'
  | 'missing_token'
  | (string & {});

/** The method of verification of a domain. */
export type ClaimType =
  | 'http'
  | 'dns'
  | (string & {});

/** A number of items. */
export interface Count {
  /** The number. */
  count: number;
}

/**
 * A directory: a set of users and groups, to which identity providers can be connected.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get
 */
export interface Directory {
  /** Its identifier. Write operations on its users and groups need it. */
  directoryId: string;
  /** Its name. */
  name?: string | null | undefined;
  /** The URL of its icon. */
  icon?: string | null | undefined;
}

/**
 * A user of a directory, or a managed account outside of all directories.
 *
 * Every property but the account can be absent: some are present only if requested with `expand`, others depend on the
 * permissions of the key.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post
 */
export interface DirectoryUser {
  /** The account. */
  accountId: string;
  /** The type of the account. */
  accountType?: AccountType | null | undefined;
  /** The status of the account. It is active for a suspended user: see `status`. */
  accountStatus?: AccountStatus | null | undefined;
  /** The membership of the user in the directory. */
  membershipStatus?: MembershipStatus | null | undefined;
  /** The combined status of account and membership. */
  status?: UserStatus | null | undefined;
  /** Whether the organization manages the account. */
  claimStatus?: AccountClaim | null | undefined;
  /** The origin of the user. */
  managementSource?: ManagementSource | null | undefined;
  /** Whether the account uses two-step verification. */
  mfaEnabled?: boolean | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The public name. */
  nickname?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
  /** Whether the e-mail address is verified. */
  emailVerified?: boolean | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** The URL of the picture, as an alternative to `picture`. */
  avatar?: string | null | undefined;
  /** The job title. */
  jobTitle?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
  /** The organization, as named in the profile of the user. */
  organization?: string | null | undefined;
  /** The workplace. */
  location?: string | null | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  timeZone?: string | null | undefined;
  /** When the account was added to the organization. */
  addedToOrg?: string | null | undefined;
  /** When the account was deactivated. */
  deactivatedOn?: string | null | undefined;
  /** Whether the account is scheduled for deletion. Undocumented. */
  forDeletion?: boolean | null | undefined;
  /** Roles on the whole organization and its sites. Present only if requested with `expand`. */
  platformRoles?: Role[] | null | undefined;
  /** The number of resources that the user can access. Present only if requested with `expand`. */
  counts?: UserCounts | null | undefined;
  /**
   * The products of the user. Present only if requested with `expand`. This is the cheapest way to get the last activity of
   * many users.
   */
  productAccess?: ProductAccess[] | null | undefined;
  /** The groups of the user. Present only if requested with `expand`. */
  groups?: UserGroup[] | null | undefined;
  /** The links of the user. */
  links?: Links | null | undefined;
}

/**
 * A domain of an organization.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get
 */
export interface Domain {
  /** Its identifier. */
  id: string;
  /** Always `domains`. */
  type?: 'domains' | null | undefined;
  /** Its attributes. */
  attributes?: DomainAttributes | null | undefined;
  /** Its links. */
  links?: Links | null | undefined;
}

/** The attributes of a domain. */
export interface DomainAttributes {
  /** The domain name, such as `example.com`. */
  name?: string | null | undefined;
  /** The claim. */
  claim?: DomainClaim | null | undefined;
}

/** The claim of a domain. */
export interface DomainClaim {
  /** The method of verification. */
  type?: ClaimType | null | undefined;
  /** The status of the claim. */
  status?: ClaimStatus | null | undefined;
}

/** The enterprise extension of a user. */
export interface EnterpriseUser {
  /** The organization. */
  organization?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
}

/** An offering: a plan of a product. Undocumented. */
export interface EntitlementOffering {
  /** The product identifier in billing. */
  productId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The listing of the product for customers. */
  productListing?: ProductListing | null | undefined;
}

/**
 * An action that the audit log can record.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get
 */
export interface EventAction {
  /** The action, such as `user_login`. */
  id: string;
  /** The type of the resource. */
  type?: string | null | undefined;
  /** Its attributes. */
  attributes?: EventActionAttributes | null | undefined;
}

/** The attributes of an action. */
export interface EventActionAttributes {
  /** The display name. */
  displayName?: string | null | undefined;
  /** The display name of the group of the action. */
  groupDisplayName?: string | null | undefined;
  /** The display names of the groups of the action. Undocumented. */
  groupDisplayNames?: string[] | null | undefined;
}

/** The actions that an audit log can record. Atlassian calls the list incomplete. */
export interface EventActions {
  /** The actions. */
  data: EventAction[];
}

/** The actor of an event: a person, an app or the system. */
export interface EventActor {
  /**
   * The account, or the name of an app such as `confluence`. Optional, so that an event whose actor has none keeps the other
   * properties of the actor.
   */
  id?: string | null | undefined;
  /** The name. */
  name?: string | null | undefined;
  /** The e-mail address. For apps, a text such as `Atlassian app`. */
  email?: string | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** How the actor was signed in. */
  auth?: EventActorAuth | null | undefined;
  /** The app that the actor used. */
  app?: EventActorApp | null | undefined;
  /** The person on whose behalf the actor acted. */
  onBehalfOf?: OnBehalfOf | null | undefined;
  /** The links of the actor. */
  links?: Links | null | undefined;
}

/** The app that an actor used. */
export interface EventActorApp {
  /** Its identifier. Optional, so that an app without it keeps its other properties. */
  id?: string | null | undefined;
  /** The type of the app. */
  type?: string | null | undefined;
  /** Free-form. */
  attributes?: unknown;
}

/** The authentication of an actor. */
export interface EventActorAuth {
  /** The type of authentication. */
  authType?: AuthType | null | undefined;
  /** The identifier of the token. */
  tokenId?: string | null | undefined;
  /** The name of the token. */
  tokenLabel?: string | null | undefined;
}

/** The attributes of an event: time, action, actor, objects and location. */
export interface EventAttributes {
  /** The time of the event. */
  time?: string | null | undefined;
  /** The time at which Atlassian processed the event. Only `events-stream` returns it and sorts by it. */
  processedAt?: string | null | undefined;
  /** The action, such as `user_login`. Atlassian adds actions: see `event-actions`. */
  action?: string | null | undefined;
  /** The actor. */
  actor?: EventActor | null | undefined;
  /** The objects of the action. */
  context?: EventObject[] | null | undefined;
  /** The containers of the objects. */
  container?: EventObject[] | null | undefined;
  /** The location of the actor. */
  location?: EventLocation | null | undefined;
}

/** The location of an actor. Properties can be absent or empty. */
export interface EventLocation {
  /** The IP address. */
  ip?: string | null | undefined;
  /** The geographic area, such as `EU`. */
  geo?: string | null | undefined;
  /** The country. */
  countryName?: string | null | undefined;
  /** The region. */
  regionName?: string | null | undefined;
  /** The city. */
  city?: string | null | undefined;
}

/** The description of the event as text. */
export interface EventMessage {
  /** The text. */
  content?: string | null | undefined;
  /** The format of the text: `simple` or a markup language. */
  format?: string | null | undefined;
}

/** An object of an event. */
export interface EventObject {
  /** Its identifier. Optional, so that an object without it stays in the event. */
  id?: string | null | undefined;
  /** The type of the object, such as `sites`. */
  type?: string | null | undefined;
  /** Free-form. Kept as JSON text: attributes are most of an event, and few callers read them. */
  attributes?: unknown;
  /** Its links. */
  links?: Links | null | undefined;
}

/** A location to filter events by. */
export interface EventPlace {
  /** The city. */
  city?: string | null | undefined;
  /** The English name of the country. */
  countryName?: string | null | undefined;
}

/** A product that the audit log can be filtered by. */
export type EventProduct =
  | 'bitbucket'
  | 'confluence'
  | 'guard_detect'
  | 'jira'
  | 'loom'
  | (string & {});

/** The job and the workplace of a user. */
export interface ExtendedProfile {
  /** The job title. */
  job_title?: string | null | undefined;
  /** The organization, as named in the profile of the user. */
  organization?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
  /** The workplace. */
  location?: string | null | undefined;
}

/**
 * A group of users.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post
 */
export interface Group {
  /** Its identifier. */
  id: string;
  /**
   * Its directory. Write operations on the group need it. Optional: Atlassian documents no property of a group as required,
   * and a walk of one directory knows it.
   */
  directoryId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The description. */
  description?: string | null | undefined;
  /** Whether an identity provider manages the group. Its members can then be changed only there. */
  externalSynced?: boolean | null | undefined;
  /** The manager of the members. */
  managedBy?: GroupManager | null | undefined;
  /** The management operations that the key can perform. */
  managementAccess?: ManagementAccess | null | undefined;
  /** The numbers of users and resources. Listings hold them only if requested. */
  counts?: GroupCounts | null | undefined;
  /** The links of the group. */
  links?: Links | null | undefined;
}

/** The numbers of users and resources of a group. */
export interface GroupCounts {
  /** The number of members. */
  users?: number | null | undefined;
  /** The number of resources, such as sites, on which the group has roles. */
  resources?: number | null | undefined;
}

/** The counts that a listing of groups includes. */
export interface GroupCountsAsked {
  /** The number of resources on which a group has roles. */
  includeResources?: boolean | null | undefined;
  /** The number of members of a group. */
  includeUsers?: boolean | null | undefined;
}

/** An additional property of groups that a search can return. */
export type GroupExpansion =
  | 'counts.resources'
  | 'counts.users'
  | (string & {});

/** The manager of the members of a group. */
export type GroupManager =
  | 'external'
  | 'admins'
  | 'team-members'
  | 'open'
  | (string & {});

/**
 * The roles of a group on one resource. All members have them.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get
 */
export interface GroupRoles {
  /** The resource. */
  resourceId: string;
  /** The owner of the resource, such as `jira-software`. */
  resourceOwner?: string | null | undefined;
  /** The roles. */
  roles?: Role[] | null | undefined;
  /** The default role of the members of the group on the resource. */
  defaultRole?: Role | null | undefined;
}

/** A sort order of groups. */
export interface GroupSort {
  /** The field to sort by. */
  field: GroupSortField;
  /** The sort direction. */
  direction: SortOrder;
}

/** A field to sort groups by. */
export type GroupSortField =
  | 'name'
  | (string & {});

/** Numbers of groups, by source and by type. */
export interface GroupStats {
  /** Numbers by source. */
  totals?: GroupTotals | null | undefined;
  /** Numbers by type. */
  types?: GroupTypeCount[] | null | undefined;
}

/** Numbers of groups, by source. */
export interface GroupTotals {
  /** All groups. */
  all?: number | null | undefined;
  /** Groups that the organization manages itself. */
  managed?: number | null | undefined;
  /** Groups that an identity provider manages. */
  synced?: number | null | undefined;
}

/** The type of a group. */
export type GroupType =
  | 'TEAM'
  | 'GROUP'
  | 'USERBASE_GROUP'
  | (string & {});

/** The number of groups of one type. */
export interface GroupTypeCount {
  /** The type. */
  type?: GroupType | null | undefined;
  /** The number. */
  count?: number | null | undefined;
}

/**
 * The result of the invitation of one user.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post
 */
export interface Invitation {
  /** The account of the user. Optional: Atlassian does not say whether a user whose invitation failed has one. */
  id?: string | null | undefined;
  /** The e-mail address of the user. */
  email?: string | null | undefined;
  /** The results of the roles and groups. */
  results?: InvitationResult[] | null | undefined;
}

/** The results of roles and groups. */
export interface InvitationResult {
  /** The roles. */
  roleAssignmentResult?: InvitedRole[] | null | undefined;
  /** The groups. */
  groupAssignmentResult?: InvitedGroup[] | null | undefined;
}

/** The status of a part of an invitation. */
export type InvitationStatus =
  | 'INVITED'
  | 'ERROR'
  | (string & {});

/** The result of a group. */
export interface InvitedGroup {
  /** The group. Optional, so that a failure without it is reported. */
  group?: string | null | undefined;
  /** The status of the membership. */
  status?: InvitationStatus | null | undefined;
  /** The reason of a failure. */
  statusReason?: string | null | undefined;
}

/** The result of a role. */
export interface InvitedRole {
  /** The resource. Optional, as is the role, so that a failure without it is reported. */
  resource?: string | null | undefined;
  /** The role. It can differ from the form in the request: `ari:cloud:jira::role/product/member`. */
  role?: string | null | undefined;
  /** The status of the assignment. */
  status?: InvitationStatus | null | undefined;
  /** The reason of a failure. */
  statusReason?: string | null | undefined;
}

/** The dates of one account. */
export interface LastActiveDates<T> {
  /** The products that the account has used. */
  product_access: T[];
  /** The day on which the account was added. */
  added_to_org?: string | null | undefined;
  /** When the account was added. */
  added_to_org_timestamp?: string | null | undefined;
}

/** A page of last-active dates. */
export interface LastActivePage<T> {
  /** The account's dates. */
  data: LastActiveDates<T>;
  /** The links to other pages. */
  links?: Links | null | undefined;
}

/**
 * The last activity of an account in a product.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get
 */
export interface LastActiveProduct {
  /** The instance of the product: an ARI that ends with the identifier of the site. */
  id: string;
  /** The product, such as `jira-software`. Sites can share it: `id` distinguishes them. */
  key?: string | null | undefined;
  /** The date of the last activity. */
  last_active?: string | null | undefined;
  /** The time of the last activity. */
  last_active_timestamp?: string | null | undefined;
}

/** The links of a resource or page. The client never fetches them: links are data. */
export interface Links {
  /** The resource or page itself. */
  self?: string | null | undefined;
  /** The previous page. */
  prev?: string | null | undefined;
  /** The next page: an absolute URL, a relative URL or a bare cursor. */
  next?: string | null | undefined;
  /** An alternative representation, such as a web page of the product. */
  alt?: string | null | undefined;
}

/**
 * A managed account with its profile.
 *
 * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get
 */
export interface ManagedAccount {
  /** Its identifier. */
  account_id: string;
  /** The type of the account. */
  account_type?: AccountType | null | undefined;
  /** The status of the account. An account that is scheduled for deletion is reported as deactivated. */
  account_status?: AccountStatus | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The public name. */
  nickname?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  zoneinfo?: string | null | undefined;
  /** The language, such as `en-GB`. */
  locale?: string | null | undefined;
  /** The job and the workplace of the user. */
  extended_profile?: ExtendedProfile | null | undefined;
  /** Other characteristics of the account. */
  characteristics?: AccountCharacteristics | null | undefined;
}

/** The permitted management operations of a group. */
export interface ManagementAccess {
  /** Whether it can be deleted. */
  deletable?: boolean | null | undefined;
  /** Whether its members can be changed. */
  modifiable?: boolean | null | undefined;
  /** Whether it can be read. */
  readable?: boolean | null | undefined;
}

/** The origin of a user of a directory. */
export type ManagementSource =
  | 'invited'
  | 'synced'
  | (string & {});

/** The membership of a user in a directory. */
export type MembershipStatus =
  | 'active'
  | 'suspended'
  | 'no_membership'
  | (string & {});

/** An optional message about a write operation. */
export interface Message {
  /** The text. */
  message?: string | null | undefined;
}

/** The person on whose behalf an actor acted. */
export interface OnBehalfOf {
  /** The account. Optional, so that a person without one keeps name and e-mail address. */
  id?: string | null | undefined;
  /** The name. */
  name?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
}

/** The envelope around a single item: `{"data": …}`. */
export interface One<T> {
  /** The item. */
  data: T;
}

/**
 * An organization.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get
 */
export interface Org {
  /** Its identifier. */
  id: string;
  /** Always `orgs`. */
  type?: 'orgs' | null | undefined;
  /** Its attributes. */
  attributes?: OrgAttributes | null | undefined;
  /** Links to its domains and users. */
  relationships?: OrgRelationships | null | undefined;
  /** Its links. */
  links?: Links | null | undefined;
}

/** The attributes of an organization. */
export interface OrgAttributes {
  /** Its name. */
  name?: string | null | undefined;
}

/** The relationships of an organization. */
export interface OrgRelationships {
  /** Its domains. */
  domains?: Relationship | null | undefined;
  /** Its managed accounts. */
  users?: Relationship | null | undefined;
}

/** A page of a listing. */
export interface Page<T> {
  /** The items. */
  data: T[];
  /** The links to other pages. */
  links?: Links | null | undefined;
  /** The metadata. */
  meta?: PageMeta | null | undefined;
}

/** Metadata of a page. Do not compute with it: the server can report a wrong size or total. */
export interface PageMeta {
  /** The bare cursor of the next page. */
  next?: string | null | undefined;
  /** The bare cursor of the previous page. */
  prev?: string | null | undefined;
  /** The number of items on a page. */
  page_size?: number | null | undefined;
  /** The number of items on a page, in listings of workspaces. */
  pageSize?: number | null | undefined;
  /** The index of the first item on the page, in listings of workspaces. */
  startIndex?: number | null | undefined;
  /** The index of the last item on the page, in listings of workspaces. */
  endIndex?: number | null | undefined;
  /** The total number of items. In some listings, the number of items on this page. */
  total?: number | null | undefined;
  /** The number of items on this page. Undocumented. */
  count?: number | null | undefined;
  /** The number of this page. Undocumented. */
  current?: number | null | undefined;
  /** The index of the first item on the page, for events and policies. Undocumented. */
  start_index?: number | null | undefined;
  /** The index of the last item on the page, for events and policies. Undocumented. */
  end_index?: number | null | undefined;
  /** Free-form. Undocumented. */
  attributes?: unknown;
}

/** The action on an attribute. */
export type PatchAction =
  | 'add'
  | 'replace'
  | 'remove'
  | (string & {});

/** Whether an action is allowed. */
export interface Permission {
  /** Whether the action is allowed. */
  allowed: boolean;
  /** The reason of a failure. */
  reason?: Restriction | null | undefined;
}

/** A role to assign to the invited users. */
export interface PermissionRule {
  /** The resource: a product of a site, as listed by `workspaces.search`. */
  resource: string;
  /** The role. */
  role: Role;
}

/**
 * A policy of an organization.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get
 */
export interface Policy {
  /** Its identifier. */
  id: string;
  /** Always `policy`. */
  type?: 'policy' | null | undefined;
  /** Its attributes. */
  attributes?: PolicyAttributes | null | undefined;
  /** Its links. The server omits them in some responses. */
  links?: Links | null | undefined;
}

/** The attributes of a policy. */
export interface PolicyAttributes {
  /** The type of the policy. */
  type?: PolicyType | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The status of the policy. */
  status?: PolicyStatus | null | undefined;
  /** The rule of the policy. */
  rule?: PolicyRule | null | undefined;
  /** The resources of the policy. */
  resources?: PolicyResource[] | null | undefined;
  /** Its identifier, repeated. Undocumented. */
  id?: string | null | undefined;
  /** The identifier of the owner. Undocumented. */
  ownerId?: string | null | undefined;
  /** When it was created. Undocumented. */
  createdAt?: string | null | undefined;
  /** When it was last changed. Undocumented. */
  updatedAt?: string | null | undefined;
  /** Free-form. Undocumented. */
  metadata?: unknown;
  /** Free-form. Undocumented. */
  queryData?: unknown;
}

/** The policy of a create or update request. */
export interface PolicyInput {
  /** Always `policy`. */
  type: 'policy';
  /** Its attributes. */
  attributes: PolicyInputAttributes;
  /** In updates, the identifier of the policy, repeated. Optional. */
  id?: string | null | undefined;
}

/** The attributes of a policy to write. To create one, the server requires all of them. */
export interface PolicyInputAttributes {
  /** The type of the policy. */
  type: PolicyType;
  /** Its name. */
  name?: string | null | undefined;
  /** The status of the policy. */
  status?: PolicyStatus | null | undefined;
  /** The rule of the policy. */
  rule?: PolicyRule | null | undefined;
  /** The resources of the policy. */
  resources?: PolicyResourceInput[] | null | undefined;
}

/** A notification of a policy. Undocumented. */
export interface PolicyNotification {
  /** The channel. */
  channel?: string | null | undefined;
  /** The trigger. */
  trigger?: string | null | undefined;
}

/** A resource that a policy is applied to. */
export interface PolicyResource {
  /** Its identifier. */
  id: string;
  /** The application status of the policy on the resource. */
  applicationStatus?: ApplicationStatus | null | undefined;
  /** The schedule and the account that applies the policy. */
  meta?: PolicyResourceMeta | null | undefined;
  /** The links of the resource. */
  links?: PolicyResourceLinks | null | undefined;
  /** The type of the resource. Undocumented. */
  type?: string | null | undefined;
  /** When the policy was first applied to it. Undocumented. */
  createdAt?: string | null | undefined;
  /** When the application was last changed. Undocumented. */
  updatedAt?: string | null | undefined;
  /** Free-form. Undocumented. */
  metadata?: unknown;
}

/** A resource to apply a policy to. */
export interface PolicyResourceInput {
  /** Its identifier. */
  id: string;
  /** The schedule and the account that applies the policy. */
  meta?: PolicyResourceMeta | null | undefined;
  /** The links of the resource. */
  links?: PolicyResourceLinks | null | undefined;
}

/** The links of a resource of a policy. */
export interface PolicyResourceLinks {
  /** The ticket of the change. */
  ticket?: string | null | undefined;
}

/** The schedule and the account that applies a policy to a resource. */
export interface PolicyResourceMeta {
  /** The date at which the policy is to be applied. */
  scheduledDate?: string | null | undefined;
  /** The start of the migration of the data. */
  migrationStartDateTime?: string | null | undefined;
  /** The end of the migration of the data. The property name has Atlassian's misspelling. */
  migrationEndDataTime?: string | null | undefined;
  /** The account that applies the policy. */
  atlassianAccountId?: string | null | undefined;
}

/** The rule of a policy. Only rules of documented types have `in`. */
export interface PolicyRule {
  /** The permitted values: IP addresses and ranges, or regions. */
  in?: string[] | null | undefined;
  /** The scope of the rule. Undocumented. */
  scopeType?: string | null | undefined;
  /** The resources on which the feature is switched off. Undocumented. */
  off?: string[] | null | undefined;
  /** Whether the organization has consented. Undocumented. */
  consented?: boolean | null | undefined;
  /** The frequency of the approval summary for administrators. Undocumented. */
  adminApprovalSummary?: string | null | undefined;
  /** The notifications to send. Undocumented. */
  notification?: PolicyNotification[] | null | undefined;
}

/** The status of a policy. */
export type PolicyStatus =
  | 'enabled'
  | 'disabled'
  | (string & {});

/** The type of a policy. */
export type PolicyType =
  | 'ip-allowlist'
  | 'data-residency'
  | 'data-security'
  | 'admin-notification-settings'
  | 'generative-ai'
  | 'hipaa'
  | 'ugc-data-use-preferences'
  | 'user-join-settings-default'
  | (string & {});

/** A privilege on a managed account. */
export type Privilege =
  | 'profile'
  | 'profile.read'
  | 'profile.write'
  | 'email.set'
  | 'lifecycle.enablement'
  | 'lifecycle.delete'
  | 'apiToken.read'
  | 'apiToken.delete'
  | (string & {});

/** A product that an account can use. */
export interface Product {
  /** The product, such as `jira-software`. */
  key?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The URL of the site. */
  url?: string | null | undefined;
  /** The last activity of the account in the product. */
  last_active?: string | null | undefined;
}

/** A product that a user can use. */
export interface ProductAccess {
  /**
   * The instance of the product: an ARI with the identifier of the site. Optional, so that a product without it still
   * counts.
   */
  id?: string | null | undefined;
  /** The product, such as `jira`. Sites can share it: `id` distinguishes them. */
  key?: string | null | undefined;
  /** The last activity of the user in the product. Absent if there was none. */
  lastActiveTimestamp?: string | null | undefined;
}

/** The listing of a product for customers. Undocumented. */
export interface ProductListing {
  /** The product identifier in billing. */
  productId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The URL of its icon. */
  iconUrl?: string | null | undefined;
}

/** The permissions to change the properties of a profile. */
export interface ProfilePermissions {
  /** The full name. */
  name?: Permission | null | undefined;
  /** The public name. */
  nickname?: Permission | null | undefined;
  /** The time zone. */
  zoneinfo?: Permission | null | undefined;
  /** The language. */
  locale?: Permission | null | undefined;
  /** The job title. */
  'extended_profile.job_title'?: Permission | null | undefined;
  /** The organization, as named in the profile. */
  'extended_profile.organization'?: Permission | null | undefined;
  /** The department. */
  'extended_profile.department'?: Permission | null | undefined;
  /** The workplace. */
  'extended_profile.location'?: Permission | null | undefined;
}

/** An entitlement that a workspace is related to. Undocumented. */
export interface RelatedEntitlement {
  /** The purchased offering. */
  offering?: EntitlementOffering | null | undefined;
}

/** Links to related resources. */
export interface RelatedLinks {
  /** The URL of the listing. */
  related?: string | null | undefined;
}

/** A link to related resources. */
export interface Relationship {
  /** The links. */
  links?: RelatedLinks | null | undefined;
  /** The URL of the listing, if `links` is absent. Undocumented. */
  related?: string | null | undefined;
}

/** A page of a listing of SCIM. */
export interface ResourcePage<T> {
  /** The schemas of the response, as URNs. */
  schemas?: string[] | null | undefined;
  /** The total number of items. */
  totalResults: number;
  /** The number of the page's first item, from 1. */
  startIndex?: number | null | undefined;
  /** The number of items on this page. */
  itemsPerPage?: number | null | undefined;
  /** The items. */
  Resources?: T[] | null | undefined;
}

/** The reason why an action is not allowed. */
export interface Restriction {
  /** The reason. */
  key?: RestrictionReason | null | undefined;
}

/** The reason why an action is not allowed. */
export type RestrictionReason =
  | 'administrative'
  | 'administrative.notMyself'
  | 'authPolicy.saml'
  | 'blocked.exportControl'
  | 'externalDirectory.scim'
  | 'externalDirectory.google'
  | 'myselfOnly'
  | 'managedAccount'
  | (string & {});

/** A role, on a resource or on the whole organization. */
export type Role =
  | 'atlassian/user'
  | 'atlassian/admin'
  | 'atlassian/guest'
  | 'atlassian/customer'
  | 'atlassian/user-access-admin'
  | 'atlassian/contributor'
  | 'atlassian/basic'
  | 'atlassian/stakeholder'
  | 'atlassian/org-admin'
  | 'atlassian/site-admin'
  | 'atlassian/ai-access'
  | (string & {});

/** The origin of a role of a user. */
export type RoleAssignmentMethod =
  | 'direct'
  | 'group_direct'
  | 'inferred'
  | (string & {});

/** A role on a resource. */
export interface RoleAssociation {
  /** The resource. */
  resource: string;
  /** The role. */
  role: Role;
}

/** The number of users with one role. */
export interface RoleCount {
  /** The role. */
  roleId?: Role | null | undefined;
  /** The number. */
  count?: number | null | undefined;
}

/** Whether a workspace is a sandbox. */
export interface Sandbox {
  /** The kind of sandbox. */
  type?: SandboxKind | null | undefined;
}

/** Whether a workspace is a sandbox. */
export type SandboxKind =
  | 'CHILD'
  | 'NONE'
  | (string & {});

/** A change of one attribute, or of several at once. */
export interface ScimChange {
  /** The action. */
  op: PatchAction;
  /**
   * The path: `active`, `name.givenName`, `emails[type eq "work"].value`. Without a path, the value is an object of
   * attributes.
   */
  path?: string | null | undefined;
  /** The value. */
  value?: unknown;
}

/** An e-mail address. */
export interface ScimEmail {
  /** The address. */
  value?: string | null | undefined;
  /** The purpose, such as `work`. */
  type?: string | null | undefined;
  /** Whether it is the primary one. */
  primary?: boolean | null | undefined;
}

/**
 * A group that an identity provider manages.
 *
 * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get
 */
export interface ScimGroup {
  /** The URNs of its schemas. */
  schemas?: string[] | null | undefined;
  /** Its identifier, assigned by Atlassian. Optional: a new group has none yet. */
  id?: string | null | undefined;
  /** Its identifier at the identity provider. */
  externalId?: string | null | undefined;
  /** The name. It cannot be changed: create a new group, add the members, and delete the old group. */
  displayName?: string | null | undefined;
  /** The members: up to 35,000 users. */
  members?: ScimReference[] | null | undefined;
  /** Metadata of the server. Ignored in requests. */
  meta?: ScimMeta | null | undefined;
}

/** A SCIM record of a user, and the account that it is linked to. */
export interface ScimLink {
  /** The record. */
  scimUserId: string;
  /** The account, if the record is linked to one. */
  atlassianAccountId?: string | null | undefined;
  /** The directory of the record. */
  directoryId?: string | null | undefined;
  /** The organization. */
  orgId?: string | null | undefined;
}

/** The SCIM records of an account or e-mail address. */
export interface ScimLinks {
  /** The records. */
  scimLinks?: ScimLink[] | null | undefined;
}

/** Metadata of a record by the server. Ignored in requests. */
export interface ScimMeta {
  /** The type of the record: `User` or `Group`, sometimes in upper case. */
  resourceType?: string | null | undefined;
  /** Its URL. */
  location?: string | null | undefined;
  /** When it was created. */
  created?: string | null | undefined;
  /** When it was last changed. */
  lastModified?: string | null | undefined;
}

/** The parts of a name. */
export interface ScimName {
  /** The formatted full name. */
  formatted?: string | null | undefined;
  /** The family name. */
  familyName?: string | null | undefined;
  /** The given name. */
  givenName?: string | null | undefined;
  /** The middle name. */
  middleName?: string | null | undefined;
  /** The honorific prefix, such as `Dr`. */
  honorificPrefix?: string | null | undefined;
  /** The honorific suffix, such as `III`. */
  honorificSuffix?: string | null | undefined;
}

/** Changes of a record, applied in order (RFC 7644, section 3.5.2). */
export interface ScimPatch {
  /** The URNs of its schemas. */
  schemas?: string[] | null | undefined;
  /** The changes. Atlassian's schema has the name in lower case, its examples have it as here. */
  Operations?: ScimChange[] | null | undefined;
}

/** A telephone number. */
export interface ScimPhoneNumber {
  /** The number. */
  value?: string | null | undefined;
  /** The purpose, such as `work`. */
  type?: string | null | undefined;
  /** Whether it is the primary one. */
  primary?: boolean | null | undefined;
}

/** A user in a group, or a group of a user. */
export interface ScimReference {
  /** The identifier of the record. */
  value?: string | null | undefined;
  /** The display name. */
  display?: string | null | undefined;
  /** The type of the record: `User` or `Group`. */
  type?: string | null | undefined;
  /** Its URL. */
  $ref?: string | null | undefined;
}

/**
 * A user that an identity provider manages. Its identifier is not an account id.
 *
 * Every property can be absent if a request selected attributes. In a replacement, the server clears omitted properties.
 * The account id is in `atlassian`.
 *
 * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get
 */
export interface ScimUser {
  /** The URNs of its schemas. */
  schemas?: string[] | null | undefined;
  /** Its identifier, assigned by Atlassian. Optional: a new user has none yet. */
  id?: string | null | undefined;
  /** Its identifier at the identity provider. */
  externalId?: string | null | undefined;
  /** The user name for signing in. It is unique within a directory, ignoring case. */
  userName?: string | null | undefined;
  /** The e-mail addresses. Exactly one is primary, and the organization must have verified its domain. */
  emails?: ScimEmail[] | null | undefined;
  /** Whether the user can sign in. */
  active?: boolean | null | undefined;
  /** The parts of the name. */
  name?: ScimName | null | undefined;
  /** The display name. */
  displayName?: string | null | undefined;
  /** The public name. */
  nickName?: string | null | undefined;
  /** The job title. */
  title?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
  /** The organization, as named by the identity provider. */
  organization?: string | null | undefined;
  /** The language, such as `en-GB`. */
  preferredLanguage?: string | null | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  timezone?: string | null | undefined;
  /** The telephone numbers. */
  phoneNumbers?: ScimPhoneNumber[] | null | undefined;
  /** The enterprise extension. */
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'?: EnterpriseUser | null | undefined;
  /** Atlassian's extension. Ignored in requests. */
  'urn:scim:schemas:extension:atlassian-external:1.0'?: AtlassianUser | null | undefined;
  /** The groups of the user. Ignored in requests: change the groups instead. */
  groups?: ScimReference[] | null | undefined;
  /** Metadata of the server. Ignored in requests. */
  meta?: ScimMeta | null | undefined;
}

/** The sort direction of a listing. */
export type SortOrder =
  | 'asc'
  | 'desc'
  | (string & {});

/** A filter by text. */
export interface TextFilter {
  /** One of these exact values. */
  eq?: string[] | null | undefined;
  /** A value that contains this text. */
  contains?: string | null | undefined;
}

/** The number of resources that a user can access. */
export interface UserCounts {
  /** The number of resources, such as sites. */
  resources?: number | null | undefined;
}

/** An additional property of users that a search can return. */
export type UserExpansion =
  | 'platformRoles'
  | 'counts.resources'
  | 'productAccess'
  | 'groups'
  | (string & {});

/** A group of a user. */
export interface UserGroup {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name?: string | null | undefined;
  /** The description. */
  description?: string | null | undefined;
}

/**
 * The roles of a user on one resource. One row holds all roles: compare roles, not rows.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get
 */
export interface UserRoles {
  /** The resource. */
  resourceId: string;
  /** The owner of the resource, such as `jira-software` or `platform`. */
  resourceOwner?: string | null | undefined;
  /** The directory of the users of the resource. Absent for roles on the whole organization. */
  directoryId?: string | null | undefined;
  /** The status of the user in that directory. A suspended user keeps the roles but cannot use them. */
  userDirectoryStatus?: MembershipStatus | null | undefined;
  /** The roles, with their origins. */
  roleAssignments?: AssignedRole[] | null | undefined;
  /** The roles without origins, as in an earlier format of the response. */
  roles?: Role[] | null | undefined;
}

/** A sort order of users. */
export interface UserSort {
  /** The field to sort by. */
  field: UserSortField;
  /** The sort direction. */
  direction: SortOrder;
}

/** A field to sort users by. */
export type UserSortField =
  | 'nick_name'
  | (string & {});

/** Numbers of users, by account status and by role. */
export interface UserStats {
  /** Numbers by account status. */
  accountStatus?: AccountStatusCount[] | null | undefined;
  /** Numbers by role. A user with several roles counts once for each. */
  roles?: RoleCount[] | null | undefined;
}

/** The combined status of an account and its membership. */
export type UserStatus =
  | 'active'
  | 'suspended'
  | 'not_invited'
  | 'deactivated'
  | 'for_deletion'
  | (string & {});

/** The status of an account in the filter of this search. Responses use lower case. */
export type V1AccountStatus =
  | 'ACTIVE'
  | 'INACTIVE'
  | (string & {});

/** A new group. */
export interface V1CreatedGroup {
  /** A message by Atlassian. */
  message?: string | null | undefined;
  /** Its identifier. */
  groupId?: string | null | undefined;
}

/**
 * A group, as returned by the search of version 1. Other expanded data is kept as received.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post
 */
export interface V1Group {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name?: string | null | undefined;
  /** The description. */
  description?: string | null | undefined;
  /** Its roles. Present only if requested with `expand`. */
  roleAssignments?: V1RoleAssignment[] | null | undefined;
}

/** An additional property of groups that a search can return. */
export type V1GroupExpansion =
  | 'USERS'
  | 'META'
  | 'ROLE_ASSIGNMENTS'
  | 'MANAGEMENT_ACCESS'
  | (string & {});

/** A role of a group on a resource. */
export interface V1RoleAssignment {
  /** The group that has the role. */
  principalId?: string | null | undefined;
  /** The resource. */
  resourceId?: string | null | undefined;
  /** The role. */
  roleId?: Role | null | undefined;
}

/**
 * A user, as returned by the search of version 1. Expanded data is kept as received.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post
 */
export interface V1User {
  /** The account. */
  accountId: string;
  /** The type of the account. */
  accountType?: AccountType | null | undefined;
  /** The status of the account. */
  accountStatus?: AccountStatus | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The public name. */
  nickname?: string | null | undefined;
  /** The e-mail address. Apps do not have one. */
  email?: string | null | undefined;
  /** Whether the e-mail address is verified. */
  emailVerified?: boolean | null | undefined;
  /** Whether the user has access. */
  statusInUserbase?: boolean | null | undefined;
}

/** An additional property of users that a search can return. */
export type V1UserExpansion =
  | 'NAME'
  | 'EMAIL'
  | 'EMAIL_VERIFIED'
  | 'PRODUCT_LAST_ACCESS'
  | 'GROUPS'
  | (string & {});

/**
 * A workspace: an instance of a product with its own URL.
 *
 * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post
 */
export interface Workspace {
  /** Its identifier: an ARI, as used for the resources of roles and policies. */
  id: string;
  /** The type of the resource. */
  type?: string | null | undefined;
  /** Its attributes. */
  attributes?: WorkspaceAttributes | null | undefined;
  /** Its entitlements, features and policies. */
  relationships?: WorkspaceRelationships | null | undefined;
  /** Its links. */
  links?: Links | null | undefined;
  /** The type of the app. Undocumented. */
  appType?: string | null | undefined;
}

/** The attributes of a workspace. Which of them are present depends on the product. */
export interface WorkspaceAttributes {
  /** Its name. */
  name?: string | null | undefined;
  /** The display name of the product. */
  type?: string | null | undefined;
  /** The product, such as `jira-software`. */
  typeKey?: string | null | undefined;
  /** The address. */
  hostUrl?: string | null | undefined;
  /** The status of the account. */
  status?: WorkspaceStatus | null | undefined;
  /** The reasons for the status. */
  statusDetails?: string[] | null | undefined;
  /** Whether the workspace is a sandbox. */
  sandbox?: Sandbox | null | undefined;
  /** The maximum number of users of the plan. It is not the number of purchased seats. */
  capacity?: number | null | undefined;
  /** The number of users, for Bitbucket only. */
  usage?: number | null | undefined;
  /** The owner. */
  owner?: string | null | undefined;
  /** The creator: the ARI of an account. */
  createdBy?: string | null | undefined;
  /** When it was created. */
  createdAt?: string | null | undefined;
  /** When it was last changed. The server never sets it. */
  updatedAt?: string | null | undefined;
  /** The data residency realm. */
  realm?: string | null | undefined;
  /** The regions of its data. */
  regions?: string[] | null | undefined;
  /** Labels. */
  labels?: string[] | null | undefined;
  /** Pictures, by size. */
  avatars?: unknown;
  /** Pictures of the product. */
  icons?: unknown;
  /** The directory of its users. Undocumented. */
  directory?: string | null | undefined;
  /** The organizational unit. Undocumented. */
  unit?: string | null | undefined;
}

/** The relationships of a workspace. Relationships with other names are kept as received. */
export interface WorkspaceRelationships {
  /** Its entitlements, such as the plan. */
  entitlement?: WorkspaceRelative[] | null | undefined;
  /** Its features. */
  feature?: WorkspaceRelative[] | null | undefined;
  /** Its policies. */
  policy?: WorkspaceRelative[] | null | undefined;
  /** Related entitlements. Undocumented. */
  relatesFromEntitlement?: WorkspaceRelative[] | null | undefined;
}

/** An entitlement, a feature, a policy or a related entitlement of a workspace. */
export interface WorkspaceRelative {
  /** Its identifier. Optional, so that the attributes of one without it can be read. */
  id?: string | null | undefined;
  /** The type of the relationship. */
  type?: string | null | undefined;
  /** Its attributes. */
  attributes?: WorkspaceRelativeAttributes | null | undefined;
  /** Its URL in the API. Undocumented. */
  links?: Links | null | undefined;
}

/**
 * The attributes of an entitlement, a feature, a policy or a related entitlement.
 *
 * Only `key`, `plan`, `plan_key` and `fields` are documented.
 */
export interface WorkspaceRelativeAttributes {
  /** Of an entitlement: the product. */
  key?: string | null | undefined;
  /** Of an entitlement: the display name of the plan. */
  plan?: string | null | undefined;
  /** Of an entitlement: the plan. */
  planKey?: string | null | undefined;
  /** Of a feature or a policy: free-form fields. */
  fields?: unknown;
  /** Of an entitlement: the product identifier in billing. */
  productId?: string | null | undefined;
  /** Of an entitlement: the number of users above which Atlassian requires a larger plan. */
  softCapacityLimit?: number | null | undefined;
  /** Of an entitlement: the system that bills it. */
  billingSourceSystem?: string | null | undefined;
  /** Of an entitlement: its identifier in the Commerce Cloud Platform. */
  ccpEntitlementId?: string | null | undefined;
  /** Of an entitlement: the account in the Commerce Cloud Platform that pays for it. */
  ccpTransactionAccountId?: string | null | undefined;
  /** Of an entitlement: the identifier of its usage. */
  usageIdentifier?: string | null | undefined;
  /** Of a feature: whether data residency is available. */
  isDataResidencyAllowed?: boolean | null | undefined;
  /** Of a feature: the regions to choose from. */
  realms?: string[] | null | undefined;
  /** Of a feature: the release tracks to choose from. */
  tracks?: string[] | null | undefined;
  /** Of a feature: the maximum number of IP allowlists. */
  ip?: number | null | undefined;
  /** Of a feature: the sandbox that the plan includes. */
  entitledSandbox?: string | null | undefined;
  /** Of a feature: the state of the user access management. */
  userAccessManagementState?: string | null | undefined;
  /** Of a feature: whether the workspace is active. */
  workspaceActive?: boolean | null | undefined;
  /** Of a feature: its limit. */
  limit?: number | null | undefined;
  /** Of a policy: the number of further resources that it can be applied to. */
  availableTargets?: number | null | undefined;
  /** Of a policy: its suspension. */
  suspended?: string | null | undefined;
  /** Of a feature or a policy: whether it is in force. */
  enabled?: boolean | null | undefined;
  /** Of a relation: the identifier of the entitlement. */
  entitlementId?: string | null | undefined;
  /** Of a relation: its type. */
  relationshipType?: string | null | undefined;
  /** Of a relation: the entitlement. */
  entitlement?: RelatedEntitlement | null | undefined;
}

/** A sort order of workspaces. */
export interface WorkspaceSort {
  /** The field to sort by. */
  field: string;
  /** The sort direction. */
  order: SortOrder;
}

/** The status of a workspace. */
export type WorkspaceStatus =
  | 'online'
  | 'offline'
  | 'deprecated'
  | (string & {});
