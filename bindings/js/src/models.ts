// Made by `cargo xtask types` of the list of operations. Do not edit.

/** An account that an organization manages, since it has claimed the domain of its e-mail address. */
export interface Account {
  /** Its identifier. */
  account_id: string;
  /** What it stands for. */
  account_type?: 'atlassian' | 'customer' | 'app' | (string & {}) | null;
  /** Whether it can be used. */
  account_status?: 'active' | 'inactive' | 'closed' | (string & {}) | null;
  /** The full name. */
  name?: string | null;
  /** The URL of the picture. */
  picture?: string | null;
  /** The e-mail address. */
  email?: string | null;
  /** Whether the account costs a licence. */
  access_billable?: boolean | null;
  /** When it was last active in any product. */
  last_active?: string | null;
  /** The products it can use. */
  product_access?: Product[] | null;
  /** Where the account stands. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What else is true of an account. */
export interface AccountCharacteristics {
  /** Whether others cannot mention it. */
  not_mentionable?: boolean | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What the key may do with an account. Only the privileges that were asked for are there. */
export interface AccountPermissions {
  /** To change the profile. Superseded by `profile.write`. */
  profile?: ProfilePermissions | null;
  /** To read the profile. */
  'profile.read'?: Permission | null;
  /** To change the profile, member by member. */
  'profile.write'?: ProfilePermissions | null;
  /** To set the e-mail address. */
  'email.set'?: Permission | null;
  /** To activate and deactivate the account. */
  'lifecycle.enablement'?: Permission | null;
  /** To delete the account, and to cancel that. */
  'lifecycle.delete'?: Permission | null;
  /** To list the API tokens. */
  'apiToken.read'?: Permission | null;
  /** To delete API tokens. */
  'apiToken.delete'?: Permission | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The profile of a managed account, in its envelope: `{"account": …}`. */
export interface AccountProfile {
  /** The account. */
  account: ManagedAccount;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many accounts are in a state. */
export interface AccountStatusCount {
  /** The state. */
  status?: 'active' | 'inactive' | 'closed' | (string & {}) | null;
  /** How many. */
  count?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An API token of a user, without the secret. */
export interface ApiToken {
  /** Its identifier. */
  id: string;
  /** What its user calls it. */
  label?: string | null;
  /** When it was made. */
  createdAt?: string | null;
  /** When it was last used; absent if never. */
  lastAccess?: string | null;
  /** When it stops working. */
  expiry?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A role of a user. */
export interface AssignedRole {
  /** The role. */
  role?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null;
  /** How the user came by it. To revoke it from the user takes away the direct one only. */
  roleAssignmentMethods?: Array<'direct' | 'group_direct' | 'inferred' | (string & {})> | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What Atlassian's extension adds to a user. */
export interface AtlassianUser {
  /** The account that the record is linked to. */
  atlassianAccountId?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many of something there are. */
export interface Count {
  /** How many. */
  count: number;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A directory: where users and groups live, and identity providers are connected. */
export interface Directory {
  /** Its identifier, which changes of its users and groups need. */
  directoryId?: string | null;
  /** Its name. */
  name?: string | null;
  /** The URL of its icon. */
  icon?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A user of a directory, or a managed account outside of all directories. */
export interface DirectoryUser {
  /** The account. */
  accountId?: string | null;
  /** What the account stands for. */
  accountType?: 'atlassian' | 'customer' | 'app' | (string & {}) | null;
  /** Whether the account can be used. A suspended user's account is still active: see `status`. */
  accountStatus?: 'active' | 'inactive' | 'closed' | (string & {}) | null;
  /** Whether the user is in the directory. */
  membershipStatus?: 'active' | 'suspended' | 'no_membership' | (string & {}) | null;
  /** Account and membership in one word. */
  status?: 'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {}) | null;
  /** Whether the organization manages the account. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {}) | null;
  /** How the user came into the directory. */
  managementSource?: 'invited' | 'synced' | (string & {}) | null;
  /** Whether the account signs in with a second factor. */
  mfaEnabled?: boolean | null;
  /** The full name. */
  name?: string | null;
  /** The name that others see. */
  nickname?: string | null;
  /** The e-mail address. */
  email?: string | null;
  /** Whether the address was verified. */
  emailVerified?: boolean | null;
  /** The URL of the picture. */
  picture?: string | null;
  /** The URL of the picture, too. */
  avatar?: string | null;
  /** The title of the job. */
  jobTitle?: string | null;
  /** The department. */
  department?: string | null;
  /** The organization, as the user's profile names it. */
  organization?: string | null;
  /** Where the user works. */
  location?: string | null;
  /** The time zone, such as `Europe/Berlin`. */
  timeZone?: string | null;
  /** When the account was added to the organization. */
  addedToOrg?: string | null;
  /** When the account was deactivated. */
  deactivatedOn?: string | null;
  /** Roles on the whole organization and its sites. Asked for by `expand`. */
  platformRoles?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | null;
  /** How much the user can reach. Asked for by `expand`. */
  counts?: UserCounts | null;
  /** The products of the user. Asked for by `expand`; the cheapest way to last-active dates of many users. */
  productAccess?: ProductAccess[] | null;
  /** The groups of the user. Asked for by `expand`. */
  groups?: UserGroup[] | null;
  /** Where the user stands in the listing. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A domain of an organization. */
export interface Domain {
  /** Its identifier. */
  id: string;
  /** Always `domains`. */
  type?: string | null;
  /** What describes it. */
  attributes?: DomainAttributes | null;
  /** Where it stands. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What describes a domain. */
export interface DomainAttributes {
  /** The domain name, such as `example.com`. */
  name?: string | null;
  /** The claim. */
  claim?: DomainClaim | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The claim of a domain. */
export interface DomainClaim {
  /** How it was proved. */
  type?: 'http' | 'dns' | (string & {}) | null;
  /** How far it is. */
  status?: 'verified' | 'deleted' | 'unverified' | 'superseded' | 'missing_token' | (string & {}) | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What the extension for enterprises adds to a user. */
export interface EnterpriseUser {
  /** The organization. */
  organization?: string | null;
  /** The department. */
  department?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An entry of the audit log. */
export interface Event {
  /** Its identifier; the same event has the same one in every listing. */
  id: string;
  /** Always `events`. */
  type?: string | null;
  /** What happened. */
  attributes?: EventAttributes | null;
  /** What happened, as a sentence. */
  message?: EventMessage | null;
  /** Where the event stands; the real API leaves it out at times. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A kind of entry of the audit log. */
export interface EventAction {
  /** The action, such as `user_login`. */
  id: string;
  /** What kind of resource this is. */
  type?: string | null;
  /** What describes it. */
  attributes?: EventActionAttributes | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What describes a kind of entry. */
export interface EventActionAttributes {
  /** Its name for people. */
  displayName?: string | null;
  /** The name of the group it belongs to. */
  groupDisplayName?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** All the actions that an audit log may hold; Atlassian calls the list incomplete. */
export interface EventActions {
  /** The actions. */
  data: EventAction[];
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Who did it: a person, an app or the system. */
export interface EventActor {
  /** The account, or an app's name such as `confluence`. */
  id?: string | null;
  /** The name. */
  name?: string | null;
  /** The e-mail address; for apps a text such as `Atlassian app`. */
  email?: string | null;
  /** The URL of the picture. */
  picture?: string | null;
  /** How the actor was signed in. */
  auth?: EventActorAuth | null;
  /** The app through which it was done. */
  app?: EventActorApp | null;
  /** The person for whom it was done. */
  onBehalfOf?: OnBehalfOf | null;
  /** Where the actor stands. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An app through which something was done. */
export interface EventActorApp {
  /** Its identifier. */
  id?: string | null;
  /** What kind of app it is. */
  type?: string | null;
  /** Free-form. */
  attributes?: unknown | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How an actor was signed in. */
export interface EventActorAuth {
  /** By which means. */
  authType?: 'session' | 'container-token' | 'api-token' | 'connect-token' | 'auth-token-for-2LO' | 'auth-token-for-3LO' | (string & {}) | null;
  /** The token's identifier. */
  tokenId?: string | null;
  /** The token's name. */
  tokenLabel?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What happened, when, by whom, to what and where. */
export interface EventAttributes {
  /** When it happened. */
  time?: string | null;
  /** When the log took it in; `events-stream` sorts by it, and only that listing has it. */
  processedAt?: string | null;
  /** What was done, such as `user_login`. The list grows: see `event-actions`. */
  action?: string | null;
  /** Who did it. */
  actor?: EventActor | null;
  /** What it was done to. */
  context?: EventObject[] | null;
  /** What the former belongs to. */
  container?: EventObject[] | null;
  /** Where the actor was. */
  location?: EventLocation | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Where an actor was. Members may be absent or empty. */
export interface EventLocation {
  /** The IP address. */
  ip?: string | null;
  /** The part of the world, such as `EU`. */
  geo?: string | null;
  /** The country. */
  countryName?: string | null;
  /** The region. */
  regionName?: string | null;
  /** The city. */
  city?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What happened, as a sentence. */
export interface EventMessage {
  /** The sentence. */
  content?: string | null;
  /** How it is written: `simple` or a markup. */
  format?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A thing that an event is about. */
export interface EventObject {
  /** Its identifier. */
  id?: string | null;
  /** What kind of thing it is, such as `sites`. */
  type?: string | null;
  /** Free-form, and kept as text: it is the greater part of an event, and few read it. */
  attributes?: unknown | null;
  /** Where it stands. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A place to filter events by. */
export interface EventPlace {
  /** The city. */
  city?: string | null;
  /** The country, by its English name. */
  countryName?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Where a user works, and as what. */
export interface ExtendedProfile {
  /** The title of the job. */
  job_title?: string | null;
  /** The organization, as the user's profile names it. */
  organization?: string | null;
  /** The department. */
  department?: string | null;
  /** Where the user works. */
  location?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A group of users. */
export interface Group {
  /** Its identifier. */
  id?: string | null;
  /** The directory that it is in, which changes of it need. */
  directoryId?: string | null;
  /** Its name. */
  name?: string | null;
  /** What it is for. */
  description?: string | null;
  /** Whether it comes from an identity provider: then its members can be changed there only. */
  externalSynced?: boolean | null;
  /** Who looks after its members. */
  managedBy?: 'external' | 'admins' | 'team-members' | 'open' | (string & {}) | null;
  /** What the key may do with it. */
  managementAccess?: ManagementAccess | null;
  /** How many there are of what it holds. In listings only where asked for. */
  counts?: GroupCounts | null;
  /** Where the group stands in the listing. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many users a group has, and how many resources it opens. */
export interface GroupCounts {
  /** Members. */
  users?: number | null;
  /** Resources, such as sites, on which it has roles. */
  resources?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What a listing of groups counts. */
export interface GroupCountsAsked {
  /** Resources on which a group has roles. */
  includeResources?: boolean | null;
  /** Members of a group. */
  includeUsers?: boolean | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The roles of a group on one resource: all its members have them. */
export interface GroupRoles {
  /** The resource. */
  resourceId?: string | null;
  /** What the resource belongs to, such as `jira-software`. */
  resourceOwner?: string | null;
  /** The roles. */
  roles?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | null;
  /** The role that members of the group get on the resource unless another is given. */
  defaultRole?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An order of groups. */
export interface GroupSort {
  /** What to sort by. */
  field: 'name' | (string & {});
  /** Which end comes first. */
  direction: 'asc' | 'desc' | (string & {});
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many groups there are, by two measures. */
export interface GroupStats {
  /** By where they come from. */
  totals?: GroupTotals | null;
  /** By their kinds. */
  types?: GroupTypeCount[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many groups there are, by where they come from. */
export interface GroupTotals {
  /** All groups. */
  all?: number | null;
  /** Those that the organization looks after by itself. */
  managed?: number | null;
  /** Those that come from an identity provider. */
  synced?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many groups there are of a kind. */
export interface GroupTypeCount {
  /** The kind. */
  type?: 'TEAM' | 'GROUP' | 'USERBASE_GROUP' | (string & {}) | null;
  /** How many. */
  count?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What became of the invitation of one person. */
export interface Invitation {
  /** The person's account. */
  id?: string | null;
  /** The person's e-mail address. */
  email?: string | null;
  /** What became of the roles and groups. */
  results?: InvitationResult[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What became of roles and groups. */
export interface InvitationResult {
  /** The roles. */
  roleAssignmentResult?: InvitedRole[] | null;
  /** The groups. */
  groupAssignmentResult?: InvitedGroup[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What became of a group. */
export interface InvitedGroup {
  /** The group. */
  group?: string | null;
  /** Whether the person is in it. */
  status?: 'INVITED' | 'ERROR' | (string & {}) | null;
  /** Why not. */
  statusReason?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What became of a role. */
export interface InvitedRole {
  /** On what. */
  resource?: string | null;
  /** The role. Not always in the form of the request: `ari:cloud:jira::role/product/member` is one, too. */
  role?: string | null;
  /** Whether it was given. */
  status?: 'INVITED' | 'ERROR' | (string & {}) | null;
  /** Why not. */
  statusReason?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The dates of one account. */
export interface LastActiveDates<T> {
  /** The products that the account has used. */
  product_access: T[];
  /** The day on which the account was added. */
  added_to_org?: string | null;
  /** When the account was added. */
  added_to_org_timestamp?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A page of last-active dates. */
export interface LastActivePage<T> {
  /** The account's dates. */
  data: LastActiveDates<T>;
  /** The page's neighbours. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** When an account was last active in a product. */
export interface LastActiveProduct {
  /** The product's place: an ARI that ends with the site's identifier. */
  id?: string | null;
  /** The product, such as `jira-software`. Several sites share one: tell them apart by `id`. */
  key?: string | null;
  /** The day. */
  last_active?: string | null;
  /** The day and time. */
  last_active_timestamp?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Where a resource, its neighbours in a listing and its relatives stand. Links are data: none of them is ever fetched. */
export interface Links {
  /** The resource or page itself. */
  self?: string | null;
  /** The page before. */
  prev?: string | null;
  /** The page after: an absolute URL, a relative one, or the bare cursor. */
  next?: string | null;
  /** The same thing for people, such as a page of the product. */
  alt?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A managed account with its profile. */
export interface ManagedAccount {
  /** Its identifier. */
  account_id: string;
  /** What it stands for. */
  account_type?: 'atlassian' | 'customer' | 'app' | (string & {}) | null;
  /** Whether it can be used. One that is about to be deleted looks deactivated. */
  account_status?: 'active' | 'inactive' | 'closed' | (string & {}) | null;
  /** The full name. */
  name?: string | null;
  /** The name that others see. */
  nickname?: string | null;
  /** The e-mail address. */
  email?: string | null;
  /** The URL of the picture. */
  picture?: string | null;
  /** The time zone, such as `Europe/Berlin`. */
  zoneinfo?: string | null;
  /** The language, such as `en-GB`. */
  locale?: string | null;
  /** Where its user works, and as what. */
  extended_profile?: ExtendedProfile | null;
  /** What else is true of it. */
  characteristics?: AccountCharacteristics | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What may be done with a group. */
export interface ManagementAccess {
  /** Whether it can be deleted. */
  deletable?: boolean | null;
  /** Whether its members can be changed. */
  modifiable?: boolean | null;
  /** Whether it can be read. */
  readable?: boolean | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What Atlassian says of a change: a sentence, or nothing. */
export interface Message {
  /** The sentence. */
  message?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A person for whom something was done. */
export interface OnBehalfOf {
  /** The account. */
  id?: string | null;
  /** The name. */
  name?: string | null;
  /** The e-mail address. */
  email?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The envelope around a single item: `{"data": …}`. */
export interface One<T> {
  /** The item. */
  data: T;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An organization. */
export interface Org {
  /** Its identifier. */
  id: string;
  /** Always `orgs`. */
  type?: string | null;
  /** What describes it. */
  attributes?: OrgAttributes | null;
  /** Where its domains and users are listed. */
  relationships?: OrgRelationships | null;
  /** Where it stands. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What describes an organization. */
export interface OrgAttributes {
  /** Its name. */
  name?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What belongs to an organization. */
export interface OrgRelationships {
  /** Its domains. */
  domains?: Relationship | null;
  /** Its managed accounts. */
  users?: Relationship | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A page of a listing. */
export interface Page<T> {
  /** The items. */
  data: T[];
  /** The page's neighbours. */
  links?: Links | null;
  /** What the page says of itself. */
  meta?: PageMeta | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What a listing says of itself. Do no arithmetic with it: the real API answers a page size that was not asked for and a */
export interface PageMeta {
  /** The bare cursor of the next page. */
  next?: string | null;
  /** The bare cursor of the page before. */
  prev?: string | null;
  /** Items on a page. */
  page_size?: number | null;
  /** Items on a page, as listings of workspaces name it. */
  pageSize?: number | null;
  /** The number of the page's first item, in listings of workspaces. */
  startIndex?: number | null;
  /** The number of the page's last item, in listings of workspaces. */
  endIndex?: number | null;
  /** Items in all; on some listings, items on this page. */
  total?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Whether something is allowed. */
export interface Permission {
  /** Whether it is. */
  allowed: boolean;
  /** Why not. */
  reason?: Restriction | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A role to give to the people who are invited. */
export interface PermissionRule {
  /** On what: a product of a site, as `workspaces.search` lists them. */
  resource: string;
  /** The role. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A policy of an organization. */
export interface Policy {
  /** Its identifier. */
  id: string;
  /** Always `policy`. */
  type?: string | null;
  /** What it says. */
  attributes?: PolicyAttributes | null;
  /** Where it stands; the real API leaves it out at times. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What a policy says. */
export interface PolicyAttributes {
  /** What it is about. */
  type?: 'ip-allowlist' | 'data-residency' | 'data-security' | (string & {}) | null;
  /** Its name. */
  name?: string | null;
  /** Whether it is in force. */
  status?: 'enabled' | 'disabled' | (string & {}) | null;
  /** What it allows. */
  rule?: PolicyRule | null;
  /** What it is applied to. */
  resources?: PolicyResource[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A policy to create, or what a policy is to become. */
export interface PolicyInput {
  /** Always `policy`. */
  type: string;
  /** What it says. */
  attributes: PolicyInputAttributes;
  /** In updates, its identifier once more. It can be left out. */
  id?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What a policy is to say. To create one, the real API wants all of it. */
export interface PolicyInputAttributes {
  /** What it is about. */
  type: 'ip-allowlist' | 'data-residency' | 'data-security' | (string & {});
  /** Its name. */
  name?: string | null;
  /** Whether it is in force. */
  status?: 'enabled' | 'disabled' | (string & {}) | null;
  /** What it allows. */
  rule?: PolicyRule | null;
  /** What it is applied to. */
  resources?: PolicyResourceInput[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Something that a policy is applied to. */
export interface PolicyResource {
  /** Its identifier. */
  id: string;
  /** How far the policy is applied to it. */
  applicationStatus?: 'applying' | 'removing' | 'applied' | 'failed' | 'scheduled' | (string & {}) | null;
  /** When and by whom. */
  meta?: PolicyResourceMeta | null;
  /** What belongs to it. */
  links?: PolicyResourceLinks | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Something that a policy is to be applied to. */
export interface PolicyResourceInput {
  /** Its identifier. */
  id: string;
  /** When and by whom. */
  meta?: PolicyResourceMeta | null;
  /** What belongs to it. */
  links?: PolicyResourceLinks | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What belongs to a resource of a policy. */
export interface PolicyResourceLinks {
  /** The ticket about the change. */
  ticket?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** When and by whom a policy is applied to a resource. */
export interface PolicyResourceMeta {
  /** When it is to be applied. */
  scheduledDate?: string | null;
  /** When the data began to move. */
  migrationStartDateTime?: string | null;
  /** When the data had moved. Atlassian's name for it has a slip of the pen. */
  migrationEndDataTime?: string | null;
  /** By which account. */
  atlassianAccountId?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What a policy allows. Rules of other types of policies have other members, which are kept. */
export interface PolicyRule {
  /** Only these values: IP addresses and ranges, or regions. */
  in?: string[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A product that an account can use. */
export interface Product {
  /** The product, such as `jira-software`. */
  key?: string | null;
  /** Its name. */
  name?: string | null;
  /** The site's URL. */
  url?: string | null;
  /** When the account was last active there. */
  last_active?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A product that a user can use. */
export interface ProductAccess {
  /** The product's place: an ARI with the site's identifier. */
  id?: string | null;
  /** The product, such as `jira`. Several sites share one: tell them apart by `id`. */
  key?: string | null;
  /** When the user was last active there; absent if never. */
  lastActiveTimestamp?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Which members of a profile can be changed. */
export interface ProfilePermissions {
  /** The full name. */
  name?: Permission | null;
  /** The name that others see. */
  nickname?: Permission | null;
  /** The time zone. */
  zoneinfo?: Permission | null;
  /** The language. */
  locale?: Permission | null;
  /** The title of the job. */
  'extended_profile.job_title'?: Permission | null;
  /** The organization, as the profile names it. */
  'extended_profile.organization'?: Permission | null;
  /** The department. */
  'extended_profile.department'?: Permission | null;
  /** Where the user works. */
  'extended_profile.location'?: Permission | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Links to related resources. */
export interface RelatedLinks {
  /** The listing's URL. */
  related?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Where related resources are listed. */
export interface Relationship {
  /** The links. */
  links?: RelatedLinks | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A page of a listing of SCIM. */
export interface ResourcePage<T> {
  /** What it is, as URNs. */
  schemas?: string[] | null;
  /** How many items there are in all. */
  totalResults: number;
  /** The number of the page's first item, from 1. */
  startIndex?: number | null;
  /** How many items are on this page. */
  itemsPerPage?: number | null;
  /** The items. */
  Resources?: T[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Why something is not allowed. */
export interface Restriction {
  /** The reason. */
  key?: 'administrative' | 'administrative.notMyself' | 'authPolicy.saml' | 'blocked.exportControl' | 'externalDirectory.scim' | 'externalDirectory.google' | 'myselfOnly' | 'managedAccount' | (string & {}) | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A role on a resource. */
export interface RoleAssociation {
  /** On what. */
  resource: string;
  /** The role. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many users have a role. */
export interface RoleCount {
  /** The role. */
  roleId?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null;
  /** How many. */
  count?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Whether a workspace is a place to try things out. */
export interface Sandbox {
  /** The answer. */
  type?: 'CHILD' | 'NONE' | (string & {}) | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A change of one attribute, or of several at once. */
export interface ScimChange {
  /** What is done. */
  op: 'add' | 'replace' | 'remove' | (string & {});
  /** Where: `active`, `name.givenName`, `emails[type eq "work"].value`. Without it the value is an object of attributes. */
  path?: string | null;
  /** What comes there. */
  value?: unknown | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An e-mail address. */
export interface ScimEmail {
  /** The address. */
  value?: string | null;
  /** What it is for, such as `work`. */
  type?: string | null;
  /** Whether it is the one to use. */
  primary?: boolean | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A group, as an identity provider tells of it. */
export interface ScimGroup {
  /** What it consists of, as URNs. */
  schemas?: string[] | null;
  /** Its identifier, which Atlassian gives. */
  id?: string | null;
  /** Its identifier at the identity provider. */
  externalId?: string | null;
  /** The name, which cannot be changed: make a new group, fill it, and delete the old one. */
  displayName?: string | null;
  /** Who is in it: up to 35 000 users. */
  members?: ScimReference[] | null;
  /** What the server says of it. It is ignored in requests. */
  meta?: ScimMeta | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A record of a user, and the account that it is linked to. */
export interface ScimLink {
  /** The record. */
  scimUserId: string;
  /** The account, if the record is linked to one. */
  atlassianAccountId?: string | null;
  /** The directory that the record is in. */
  directoryId?: string | null;
  /** The organization. */
  orgId?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The records that an account or an address is linked to, in the directories of an organization. */
export interface ScimLinks {
  /** The records. */
  scimLinks?: ScimLink[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What the server says of a record. It is ignored in requests. */
export interface ScimMeta {
  /** What the record is of: `User` or `Group`, in capitals at times. */
  resourceType?: string | null;
  /** Its URL. */
  location?: string | null;
  /** When it was made. */
  created?: string | null;
  /** When it was last changed. */
  lastModified?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A name, by its parts. */
export interface ScimName {
  /** The whole name, to show. */
  formatted?: string | null;
  /** The family name. */
  familyName?: string | null;
  /** The given name. */
  givenName?: string | null;
  /** The middle name. */
  middleName?: string | null;
  /** What stands before it, such as `Dr`. */
  honorificPrefix?: string | null;
  /** What stands behind it, such as `III`. */
  honorificSuffix?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** Changes of a record, made in order (RFC 7644, section 3.5.2). */
export interface ScimPatch {
  /** What it is, as URNs. */
  schemas?: string[] | null;
  /** The changes. Atlassian's document writes the name in lower case, its examples as it is here. */
  Operations?: ScimChange[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A telephone number. */
export interface ScimPhoneNumber {
  /** The number. */
  value?: string | null;
  /** What it is for, such as `work`. */
  type?: string | null;
  /** Whether it is the one to use. */
  primary?: boolean | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A user in a group, or a group of a user. */
export interface ScimReference {
  /** The identifier of the record. */
  value?: string | null;
  /** Its name, to show. */
  display?: string | null;
  /** What it is: `User` or `Group`. */
  type?: string | null;
  /** Its URL. */
  $ref?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A user, as an identity provider tells of it. Its identifier is no account id: see `atlassian`. */
export interface ScimUser {
  /** What it consists of, as URNs. */
  schemas?: string[] | null;
  /** Its identifier, which Atlassian gives. */
  id?: string | null;
  /** Its identifier at the identity provider. */
  externalId?: string | null;
  /** The name that it signs in with there. No two users of a directory share one, whatever the case of its letters. */
  userName?: string | null;
  /** The e-mail addresses: exactly one is primary, and its domain is one that the organization has verified. */
  emails?: ScimEmail[] | null;
  /** Whether it can sign in. */
  active?: boolean | null;
  /** The name, by its parts. */
  name?: ScimName | null;
  /** The name to show. */
  displayName?: string | null;
  /** The name that others see. */
  nickName?: string | null;
  /** The title of the job. */
  title?: string | null;
  /** The department. */
  department?: string | null;
  /** The organization, as the identity provider names it. */
  organization?: string | null;
  /** The language, such as `en-GB`. */
  preferredLanguage?: string | null;
  /** The time zone, such as `Europe/Berlin`. */
  timezone?: string | null;
  /** The telephone numbers. */
  phoneNumbers?: ScimPhoneNumber[] | null;
  /** What the extension for enterprises adds. */
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'?: EnterpriseUser | null;
  /** What Atlassian's extension adds. It is ignored in requests. */
  'urn:scim:schemas:extension:atlassian-external:1.0'?: AtlassianUser | null;
  /** The groups that it is in. They are ignored in requests: change the groups. */
  groups?: ScimReference[] | null;
  /** What the server says of it. It is ignored in requests. */
  meta?: ScimMeta | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A filter by a text. */
export interface TextFilter {
  /** One of these, whole: at most 100. */
  eq?: string[] | null;
  /** With this in it. */
  contains?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How much a user can reach. */
export interface UserCounts {
  /** Resources, such as sites. */
  resources?: number | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A group of a user. */
export interface UserGroup {
  /** Its identifier. */
  id?: string | null;
  /** Its name. */
  name?: string | null;
  /** What it is for. */
  description?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** The roles of a user on one resource. Compare roles, not rows: one row holds all roles on its resource. */
export interface UserRoles {
  /** The resource. */
  resourceId?: string | null;
  /** What the resource belongs to, such as `jira-software`. Not only products: `platform` is one, too. */
  resourceOwner?: string | null;
  /** The directory that the resource's users come from. None for roles on the whole organization. */
  directoryId?: string | null;
  /** Whether the user is in that directory. A suspended user keeps the roles, but cannot use them. */
  userDirectoryStatus?: 'active' | 'suspended' | 'no_membership' | (string & {}) | null;
  /** The roles, and how the user came by each. */
  roleAssignments?: AssignedRole[] | null;
  /** The roles alone, as an earlier form of the answer had them. */
  roles?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An order of users. */
export interface UserSort {
  /** What to sort by. */
  field: 'nick_name' | (string & {});
  /** Which end comes first. */
  direction: 'asc' | 'desc' | (string & {});
  /** What this version does not know. */
  [member: string]: unknown;
}

/** How many users there are, by two measures. */
export interface UserStats {
  /** By the state of the account. */
  accountStatus?: AccountStatusCount[] | null;
  /** By the role. A user with several roles counts once for each. */
  roles?: RoleCount[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A group that was created. */
export interface V1CreatedGroup {
  /** What Atlassian says of it. */
  message?: string | null;
  /** Its identifier. */
  groupId?: string | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A group, as version 1 of the search tells of it. What else was asked for is in `extra`: its form is not documented. */
export interface V1Group {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name?: string | null;
  /** What it is for. */
  description?: string | null;
  /** Its roles. Asked for by `expand`. */
  roleAssignments?: V1RoleAssignment[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A role of a group on a resource. */
export interface V1RoleAssignment {
  /** Who has it: the group. */
  principalId?: string | null;
  /** On what. */
  resourceId?: string | null;
  /** The role. */
  roleId?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A user, as version 1 of the search tells of it. Products and groups, where asked for, are in `extra`: their form is not documented. */
export interface V1User {
  /** The account. */
  accountId?: string | null;
  /** What the account stands for. */
  accountType?: 'atlassian' | 'customer' | 'app' | (string & {}) | null;
  /** Whether the account can be used. */
  accountStatus?: 'active' | 'inactive' | 'closed' | (string & {}) | null;
  /** The full name. */
  name?: string | null;
  /** The name that others see. */
  nickname?: string | null;
  /** The e-mail address. Apps have none. */
  email?: string | null;
  /** Whether the address was verified. */
  emailVerified?: boolean | null;
  /** Whether the user has access. */
  statusInUserbase?: boolean | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** A workspace: one instance of a product, at its own address. */
export interface Workspace {
  /** Its identifier: an ARI, the resource of roles and policies. */
  id: string;
  /** What kind of resource this is. */
  type?: string | null;
  /** What describes it. */
  attributes?: WorkspaceAttributes | null;
  /** What it has and is subject to. */
  relationships?: WorkspaceRelationships | null;
  /** Where it stands. */
  links?: Links | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What describes a workspace. Which members there are depends on the product. */
export interface WorkspaceAttributes {
  /** Its name. */
  name?: string | null;
  /** The product, for people. */
  type?: string | null;
  /** The product, such as `jira-software`. */
  typeKey?: string | null;
  /** The address. */
  hostUrl?: string | null;
  /** Whether it can be used. */
  status?: 'online' | 'offline' | 'deprecated' | (string & {}) | null;
  /** Why it cannot. */
  statusDetails?: string[] | null;
  /** Whether it is a place to try things out. */
  sandbox?: Sandbox | null;
  /** The most users that the plan allows: a ceiling, not the seats that were bought. */
  capacity?: number | null;
  /** How many users there are, of Bitbucket only. */
  usage?: number | null;
  /** Who owns it. */
  owner?: string | null;
  /** Who made it: the ARI of an account. */
  createdBy?: string | null;
  /** When it was made. */
  createdAt?: string | null;
  /** When it was changed. Atlassian never fills it in. */
  updatedAt?: string | null;
  /** Where its data is kept. */
  realm?: string | null;
  /** In which regions its data is kept. */
  regions?: string[] | null;
  /** Labels. */
  labels?: string[] | null;
  /** Pictures, by size. */
  avatars?: unknown | null;
  /** Pictures of the product. */
  icons?: unknown | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What a workspace has and is subject to. Relationships of other names are kept in `extra`. */
export interface WorkspaceRelationships {
  /** What it is entitled to: its plan. */
  entitlement?: WorkspaceRelative[] | null;
  /** Its features. */
  feature?: WorkspaceRelative[] | null;
  /** The policies that it is subject to. */
  policy?: WorkspaceRelative[] | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An entitlement, a feature or a policy of a workspace. */
export interface WorkspaceRelative {
  /** Its identifier. */
  id?: string | null;
  /** Which of the three it is. */
  type?: string | null;
  /** What describes it. */
  attributes?: WorkspaceRelativeAttributes | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** What describes an entitlement, a feature or a policy of a workspace. */
export interface WorkspaceRelativeAttributes {
  /** Of an entitlement: the product. */
  key?: string | null;
  /** Of an entitlement: the plan, for people. */
  plan?: string | null;
  /** Of an entitlement: the plan. */
  planKey?: string | null;
  /** Of a feature or a policy: whatever it holds. */
  fields?: unknown | null;
  /** What this version does not know. */
  [member: string]: unknown;
}

/** An order of workspaces. */
export interface WorkspaceSort {
  /** The member to sort by. */
  field: string;
  /** Which end comes first. */
  order: 'asc' | 'desc' | (string & {});
  /** What this version does not know. */
  [member: string]: unknown;
}
