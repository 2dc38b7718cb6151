// Made by `cargo xtask types` of the list of operations. Do not edit.

/** An account that an organization manages, since it has claimed the domain of its e-mail address. */
export interface Account {
  /** Its identifier. */
  account_id: string;
  /** What it stands for. */
  account_type?: 'atlassian' | 'customer' | 'app' | (string & {}) | null | undefined;
  /** Whether it can be used. */
  account_status?: 'active' | 'inactive' | 'closed' | (string & {}) | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
  /** Whether the account costs a licence. */
  access_billable?: boolean | null | undefined;
  /** When it was last active in any product. */
  last_active?: string | null | undefined;
  /** The products it can use. */
  product_access?: Product[] | null | undefined;
  /** Where the account stands. */
  links?: Links | null | undefined;
}

/** What else is true of an account. */
export interface AccountCharacteristics {
  /** Whether others cannot mention it. */
  not_mentionable?: boolean | null | undefined;
}

/** What the key may do with an account. Only the privileges that were asked for are there. */
export interface AccountPermissions {
  /** To change the profile. Superseded by `profile.write`. */
  profile?: ProfilePermissions | null | undefined;
  /** To read the profile. */
  'profile.read'?: Permission | null | undefined;
  /** To change the profile, member by member. */
  'profile.write'?: ProfilePermissions | null | undefined;
  /** To set the e-mail address. */
  'email.set'?: Permission | null | undefined;
  /** To activate and deactivate the account. */
  'lifecycle.enablement'?: Permission | null | undefined;
  /** To delete the account, and to cancel that. */
  'lifecycle.delete'?: Permission | null | undefined;
  /** To list the API tokens. */
  'apiToken.read'?: Permission | null | undefined;
  /** To delete API tokens. */
  'apiToken.delete'?: Permission | null | undefined;
}

/** The profile of a managed account, in its envelope: `{"account": …}`. */
export interface AccountProfile {
  /** The account. */
  account: ManagedAccount;
}

/** How many accounts are in a state. */
export interface AccountStatusCount {
  /** The state. */
  status?: 'active' | 'inactive' | 'closed' | (string & {}) | null | undefined;
  /** How many. */
  count?: number | null | undefined;
}

/** An API token of a user, without the secret. */
export interface ApiToken {
  /** Its identifier. */
  id: string;
  /** What its user calls it. */
  label?: string | null | undefined;
  /** When it was made. */
  createdAt?: string | null | undefined;
  /** When it was last used; absent if never. */
  lastAccess?: string | null | undefined;
  /** When it stops working. */
  expiry?: string | null | undefined;
}

/** A role of a user. */
export interface AssignedRole {
  /** The role. */
  role?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null | undefined;
  /** How the user came by it. To revoke it from the user takes away the direct one only. */
  roleAssignmentMethods?: Array<'direct' | 'group_direct' | 'inferred' | (string & {})> | null | undefined;
}

/** What Atlassian's extension adds to a user. */
export interface AtlassianUser {
  /** The account that the record is linked to. */
  atlassianAccountId?: string | null | undefined;
}

/** How many of something there are. */
export interface Count {
  /** How many. */
  count: number;
}

/** A directory: where users and groups live, and identity providers are connected. */
export interface Directory {
  /** Its identifier, which changes of its users and groups need. */
  directoryId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The URL of its icon. */
  icon?: string | null | undefined;
}

/** A user of a directory, or a managed account outside of all directories. */
export interface DirectoryUser {
  /** The account. */
  accountId?: string | null | undefined;
  /** What the account stands for. */
  accountType?: 'atlassian' | 'customer' | 'app' | (string & {}) | null | undefined;
  /** Whether the account can be used. A suspended user's account is still active: see `status`. */
  accountStatus?: 'active' | 'inactive' | 'closed' | (string & {}) | null | undefined;
  /** Whether the user is in the directory. */
  membershipStatus?: 'active' | 'suspended' | 'no_membership' | (string & {}) | null | undefined;
  /** Account and membership in one word. */
  status?: 'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion' | (string & {}) | null | undefined;
  /** Whether the organization manages the account. */
  claimStatus?: 'managed' | 'unmanaged' | (string & {}) | null | undefined;
  /** How the user came into the directory. */
  managementSource?: 'invited' | 'synced' | (string & {}) | null | undefined;
  /** Whether the account signs in with a second factor. */
  mfaEnabled?: boolean | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The name that others see. */
  nickname?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
  /** Whether the address was verified. */
  emailVerified?: boolean | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** The URL of the picture, too. */
  avatar?: string | null | undefined;
  /** The title of the job. */
  jobTitle?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
  /** The organization, as the user's profile names it. */
  organization?: string | null | undefined;
  /** Where the user works. */
  location?: string | null | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  timeZone?: string | null | undefined;
  /** When the account was added to the organization. */
  addedToOrg?: string | null | undefined;
  /** When the account was deactivated. */
  deactivatedOn?: string | null | undefined;
  /** Whether the account is about to be deleted. Undocumented. */
  forDeletion?: boolean | null | undefined;
  /** Roles on the whole organization and its sites. Asked for by `expand`. */
  platformRoles?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | null | undefined;
  /** How much the user can reach. Asked for by `expand`. */
  counts?: UserCounts | null | undefined;
  /** The products of the user. Asked for by `expand`; the cheapest way to last-active dates of many users. */
  productAccess?: ProductAccess[] | null | undefined;
  /** The groups of the user. Asked for by `expand`. */
  groups?: UserGroup[] | null | undefined;
  /** Where the user stands in the listing. */
  links?: Links | null | undefined;
}

/** A domain of an organization. */
export interface Domain {
  /** Its identifier. */
  id: string;
  /** Always `domains`. */
  type?: string | null | undefined;
  /** What describes it. */
  attributes?: DomainAttributes | null | undefined;
  /** Where it stands. */
  links?: Links | null | undefined;
}

/** What describes a domain. */
export interface DomainAttributes {
  /** The domain name, such as `example.com`. */
  name?: string | null | undefined;
  /** The claim. */
  claim?: DomainClaim | null | undefined;
}

/** The claim of a domain. */
export interface DomainClaim {
  /** How it was proved. */
  type?: 'http' | 'dns' | (string & {}) | null | undefined;
  /** How far it is. */
  status?: 'verified' | 'deleted' | 'unverified' | 'superseded' | 'missing_token' | (string & {}) | null | undefined;
}

/** What the extension for enterprises adds to a user. */
export interface EnterpriseUser {
  /** The organization. */
  organization?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
}

/** What can be bought: a plan of a product. Undocumented. */
export interface EntitlementOffering {
  /** The product, as billing knows it. */
  productId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The product as it is listed for customers. */
  productListing?: ProductListing | null | undefined;
}

/** An entry of the audit log. */
export interface Event {
  /** Its identifier; the same event has the same one in every listing. */
  id: string;
  /** Always `events`. */
  type?: string | null | undefined;
  /** What happened. */
  attributes?: EventAttributes | null | undefined;
  /** What happened, as a sentence. */
  message?: EventMessage | null | undefined;
  /** Where the event stands; the real API leaves it out at times. */
  links?: Links | null | undefined;
}

/** A kind of entry of the audit log. */
export interface EventAction {
  /** The action, such as `user_login`. */
  id: string;
  /** What kind of resource this is. */
  type?: string | null | undefined;
  /** What describes it. */
  attributes?: EventActionAttributes | null | undefined;
}

/** What describes a kind of entry. */
export interface EventActionAttributes {
  /** Its name for people. */
  displayName?: string | null | undefined;
  /** The name of the group it belongs to. */
  groupDisplayName?: string | null | undefined;
  /** The names of the groups it belongs to. Undocumented. */
  groupDisplayNames?: string[] | null | undefined;
}

/** All the actions that an audit log may hold; Atlassian calls the list incomplete. */
export interface EventActions {
  /** The actions. */
  data: EventAction[];
}

/** Who did it: a person, an app or the system. */
export interface EventActor {
  /** The account, or an app's name such as `confluence`. */
  id?: string | null | undefined;
  /** The name. */
  name?: string | null | undefined;
  /** The e-mail address; for apps a text such as `Atlassian app`. */
  email?: string | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** How the actor was signed in. */
  auth?: EventActorAuth | null | undefined;
  /** The app through which it was done. */
  app?: EventActorApp | null | undefined;
  /** The person for whom it was done. */
  onBehalfOf?: OnBehalfOf | null | undefined;
  /** Where the actor stands. */
  links?: Links | null | undefined;
}

/** An app through which something was done. */
export interface EventActorApp {
  /** Its identifier. */
  id?: string | null | undefined;
  /** What kind of app it is. */
  type?: string | null | undefined;
  /** Free-form. */
  attributes?: unknown | null | undefined;
}

/** How an actor was signed in. */
export interface EventActorAuth {
  /** By which means. */
  authType?: 'session' | 'container-token' | 'api-token' | 'connect-token' | 'auth-token-for-2LO' | 'auth-token-for-3LO' | (string & {}) | null | undefined;
  /** The token's identifier. */
  tokenId?: string | null | undefined;
  /** The token's name. */
  tokenLabel?: string | null | undefined;
}

/** What happened, when, by whom, to what and where. */
export interface EventAttributes {
  /** When it happened. */
  time?: string | null | undefined;
  /** When the log took it in; `events-stream` sorts by it, and only that listing has it. */
  processedAt?: string | null | undefined;
  /** What was done, such as `user_login`. The list grows: see `event-actions`. */
  action?: string | null | undefined;
  /** Who did it. */
  actor?: EventActor | null | undefined;
  /** What it was done to. */
  context?: EventObject[] | null | undefined;
  /** What the former belongs to. */
  container?: EventObject[] | null | undefined;
  /** Where the actor was. */
  location?: EventLocation | null | undefined;
}

/** Where an actor was. Members may be absent or empty. */
export interface EventLocation {
  /** The IP address. */
  ip?: string | null | undefined;
  /** The part of the world, such as `EU`. */
  geo?: string | null | undefined;
  /** The country. */
  countryName?: string | null | undefined;
  /** The region. */
  regionName?: string | null | undefined;
  /** The city. */
  city?: string | null | undefined;
}

/** What happened, as a sentence. */
export interface EventMessage {
  /** The sentence. */
  content?: string | null | undefined;
  /** How it is written: `simple` or a markup. */
  format?: string | null | undefined;
}

/** A thing that an event is about. */
export interface EventObject {
  /** Its identifier. */
  id?: string | null | undefined;
  /** What kind of thing it is, such as `sites`. */
  type?: string | null | undefined;
  /** Free-form, and kept as text: it is the greater part of an event, and few read it. */
  attributes?: unknown | null | undefined;
  /** Where it stands. */
  links?: Links | null | undefined;
}

/** A place to filter events by. */
export interface EventPlace {
  /** The city. */
  city?: string | null | undefined;
  /** The country, by its English name. */
  countryName?: string | null | undefined;
}

/** Where a user works, and as what. */
export interface ExtendedProfile {
  /** The title of the job. */
  job_title?: string | null | undefined;
  /** The organization, as the user's profile names it. */
  organization?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
  /** Where the user works. */
  location?: string | null | undefined;
}

/** A group of users. */
export interface Group {
  /** Its identifier. */
  id?: string | null | undefined;
  /** The directory that it is in, which changes of it need. */
  directoryId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** Whether it comes from an identity provider: then its members can be changed there only. */
  externalSynced?: boolean | null | undefined;
  /** Who looks after its members. */
  managedBy?: 'external' | 'admins' | 'team-members' | 'open' | (string & {}) | null | undefined;
  /** What the key may do with it. */
  managementAccess?: ManagementAccess | null | undefined;
  /** How many there are of what it holds. In listings only where asked for. */
  counts?: GroupCounts | null | undefined;
  /** Where the group stands in the listing. */
  links?: Links | null | undefined;
}

/** How many users a group has, and how many resources it opens. */
export interface GroupCounts {
  /** Members. */
  users?: number | null | undefined;
  /** Resources, such as sites, on which it has roles. */
  resources?: number | null | undefined;
}

/** What a listing of groups counts. */
export interface GroupCountsAsked {
  /** Resources on which a group has roles. */
  includeResources?: boolean | null | undefined;
  /** Members of a group. */
  includeUsers?: boolean | null | undefined;
}

/** The roles of a group on one resource: all its members have them. */
export interface GroupRoles {
  /** The resource. */
  resourceId?: string | null | undefined;
  /** What the resource belongs to, such as `jira-software`. */
  resourceOwner?: string | null | undefined;
  /** The roles. */
  roles?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | null | undefined;
  /** The role that members of the group get on the resource unless another is given. */
  defaultRole?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null | undefined;
}

/** An order of groups. */
export interface GroupSort {
  /** What to sort by. */
  field: 'name' | (string & {});
  /** Which end comes first. */
  direction: 'asc' | 'desc' | (string & {});
}

/** How many groups there are, by two measures. */
export interface GroupStats {
  /** By where they come from. */
  totals?: GroupTotals | null | undefined;
  /** By their kinds. */
  types?: GroupTypeCount[] | null | undefined;
}

/** How many groups there are, by where they come from. */
export interface GroupTotals {
  /** All groups. */
  all?: number | null | undefined;
  /** Those that the organization looks after by itself. */
  managed?: number | null | undefined;
  /** Those that come from an identity provider. */
  synced?: number | null | undefined;
}

/** How many groups there are of a kind. */
export interface GroupTypeCount {
  /** The kind. */
  type?: 'TEAM' | 'GROUP' | 'USERBASE_GROUP' | (string & {}) | null | undefined;
  /** How many. */
  count?: number | null | undefined;
}

/** What became of the invitation of one person. */
export interface Invitation {
  /** The person's account. */
  id?: string | null | undefined;
  /** The person's e-mail address. */
  email?: string | null | undefined;
  /** What became of the roles and groups. */
  results?: InvitationResult[] | null | undefined;
}

/** What became of roles and groups. */
export interface InvitationResult {
  /** The roles. */
  roleAssignmentResult?: InvitedRole[] | null | undefined;
  /** The groups. */
  groupAssignmentResult?: InvitedGroup[] | null | undefined;
}

/** What became of a group. */
export interface InvitedGroup {
  /** The group. */
  group?: string | null | undefined;
  /** Whether the person is in it. */
  status?: 'INVITED' | 'ERROR' | (string & {}) | null | undefined;
  /** Why not. */
  statusReason?: string | null | undefined;
}

/** What became of a role. */
export interface InvitedRole {
  /** On what. */
  resource?: string | null | undefined;
  /** The role. Not always in the form of the request: `ari:cloud:jira::role/product/member` is one, too. */
  role?: string | null | undefined;
  /** Whether it was given. */
  status?: 'INVITED' | 'ERROR' | (string & {}) | null | undefined;
  /** Why not. */
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
  /** The page's neighbours. */
  links?: Links | null | undefined;
}

/** When an account was last active in a product. */
export interface LastActiveProduct {
  /** The product's place: an ARI that ends with the site's identifier. */
  id?: string | null | undefined;
  /** The product, such as `jira-software`. Several sites share one: tell them apart by `id`. */
  key?: string | null | undefined;
  /** The day. */
  last_active?: string | null | undefined;
  /** The day and time. */
  last_active_timestamp?: string | null | undefined;
}

/** Where a resource, its neighbours in a listing and its relatives stand. Links are data: none of them is ever fetched. */
export interface Links {
  /** The resource or page itself. */
  self?: string | null | undefined;
  /** The page before. */
  prev?: string | null | undefined;
  /** The page after: an absolute URL, a relative one, or the bare cursor. */
  next?: string | null | undefined;
  /** The same thing for people, such as a page of the product. */
  alt?: string | null | undefined;
}

/** A managed account with its profile. */
export interface ManagedAccount {
  /** Its identifier. */
  account_id: string;
  /** What it stands for. */
  account_type?: 'atlassian' | 'customer' | 'app' | (string & {}) | null | undefined;
  /** Whether it can be used. One that is about to be deleted looks deactivated. */
  account_status?: 'active' | 'inactive' | 'closed' | (string & {}) | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The name that others see. */
  nickname?: string | null | undefined;
  /** The e-mail address. */
  email?: string | null | undefined;
  /** The URL of the picture. */
  picture?: string | null | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  zoneinfo?: string | null | undefined;
  /** The language, such as `en-GB`. */
  locale?: string | null | undefined;
  /** Where its user works, and as what. */
  extended_profile?: ExtendedProfile | null | undefined;
  /** What else is true of it. */
  characteristics?: AccountCharacteristics | null | undefined;
}

/** What may be done with a group. */
export interface ManagementAccess {
  /** Whether it can be deleted. */
  deletable?: boolean | null | undefined;
  /** Whether its members can be changed. */
  modifiable?: boolean | null | undefined;
  /** Whether it can be read. */
  readable?: boolean | null | undefined;
}

/** What Atlassian says of a change: a sentence, or nothing. */
export interface Message {
  /** The sentence. */
  message?: string | null | undefined;
}

/** A person for whom something was done. */
export interface OnBehalfOf {
  /** The account. */
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

/** An organization. */
export interface Org {
  /** Its identifier. */
  id: string;
  /** Always `orgs`. */
  type?: string | null | undefined;
  /** What describes it. */
  attributes?: OrgAttributes | null | undefined;
  /** Where its domains and users are listed. */
  relationships?: OrgRelationships | null | undefined;
  /** Where it stands. */
  links?: Links | null | undefined;
}

/** What describes an organization. */
export interface OrgAttributes {
  /** Its name. */
  name?: string | null | undefined;
}

/** What belongs to an organization. */
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
  /** The page's neighbours. */
  links?: Links | null | undefined;
  /** What the page says of itself. */
  meta?: PageMeta | null | undefined;
}

/** What a listing says of itself. Do no arithmetic with it: the real API answers a page size that was not asked for and a */
export interface PageMeta {
  /** The bare cursor of the next page. */
  next?: string | null | undefined;
  /** The bare cursor of the page before. */
  prev?: string | null | undefined;
  /** Items on a page. */
  page_size?: number | null | undefined;
  /** Items on a page, as listings of workspaces name it. */
  pageSize?: number | null | undefined;
  /** The number of the page's first item, in listings of workspaces. */
  startIndex?: number | null | undefined;
  /** The number of the page's last item, in listings of workspaces. */
  endIndex?: number | null | undefined;
  /** Items in all; on some listings, items on this page. */
  total?: number | null | undefined;
  /** Items on this page. Undocumented. */
  count?: number | null | undefined;
  /** The number of this page. Undocumented. */
  current?: number | null | undefined;
  /** The number of the page's first item, of events and policies. Undocumented. */
  start_index?: number | null | undefined;
  /** The number of the page's last item, of events and policies. Undocumented. */
  end_index?: number | null | undefined;
  /** Free-form. Undocumented. */
  attributes?: unknown | null | undefined;
}

/** Whether something is allowed. */
export interface Permission {
  /** Whether it is. */
  allowed: boolean;
  /** Why not. */
  reason?: Restriction | null | undefined;
}

/** A role to give to the people who are invited. */
export interface PermissionRule {
  /** On what: a product of a site, as `workspaces.search` lists them. */
  resource: string;
  /** The role. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
}

/** A policy of an organization. */
export interface Policy {
  /** Its identifier. */
  id: string;
  /** Always `policy`. */
  type?: string | null | undefined;
  /** What it says. */
  attributes?: PolicyAttributes | null | undefined;
  /** Where it stands; the real API leaves it out at times. */
  links?: Links | null | undefined;
}

/** What a policy says. */
export interface PolicyAttributes {
  /** What it is about. */
  type?: 'ip-allowlist' | 'data-residency' | 'data-security' | 'admin-notification-settings' | 'generative-ai' | 'hipaa' | 'ugc-data-use-preferences' | 'user-join-settings-default' | (string & {}) | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** Whether it is in force. */
  status?: 'enabled' | 'disabled' | (string & {}) | null | undefined;
  /** What it allows. */
  rule?: PolicyRule | null | undefined;
  /** What it is applied to. */
  resources?: PolicyResource[] | null | undefined;
  /** Its identifier once more. Undocumented. */
  id?: string | null | undefined;
  /** The identifier of its owner. Undocumented. */
  ownerId?: string | null | undefined;
  /** When it was created. Undocumented. */
  createdAt?: string | null | undefined;
  /** When it was last changed. Undocumented. */
  updatedAt?: string | null | undefined;
  /** Free-form. Undocumented. */
  metadata?: unknown | null | undefined;
  /** Free-form. Undocumented. */
  queryData?: unknown | null | undefined;
}

/** A policy to create, or what a policy is to become. */
export interface PolicyInput {
  /** Always `policy`. */
  type: string;
  /** What it says. */
  attributes: PolicyInputAttributes;
  /** In updates, its identifier once more. It can be left out. */
  id?: string | null | undefined;
}

/** What a policy is to say. To create one, the real API wants all of it. */
export interface PolicyInputAttributes {
  /** What it is about. */
  type: 'ip-allowlist' | 'data-residency' | 'data-security' | 'admin-notification-settings' | 'generative-ai' | 'hipaa' | 'ugc-data-use-preferences' | 'user-join-settings-default' | (string & {});
  /** Its name. */
  name?: string | null | undefined;
  /** Whether it is in force. */
  status?: 'enabled' | 'disabled' | (string & {}) | null | undefined;
  /** What it allows. */
  rule?: PolicyRule | null | undefined;
  /** What it is applied to. */
  resources?: PolicyResourceInput[] | null | undefined;
}

/** A notification that a policy provides for. Undocumented. */
export interface PolicyNotification {
  /** How it is sent. */
  channel?: string | null | undefined;
  /** What causes it. */
  trigger?: string | null | undefined;
}

/** Something that a policy is applied to. */
export interface PolicyResource {
  /** Its identifier. */
  id: string;
  /** How far the policy is applied to it. */
  applicationStatus?: 'applying' | 'removing' | 'applied' | 'failed' | 'scheduled' | 'enabled' | (string & {}) | null | undefined;
  /** When and by whom. */
  meta?: PolicyResourceMeta | null | undefined;
  /** What belongs to it. */
  links?: PolicyResourceLinks | null | undefined;
  /** What kind of resource it is. Undocumented. */
  type?: string | null | undefined;
  /** When the policy was first applied to it. Undocumented. */
  createdAt?: string | null | undefined;
  /** When that was last changed. Undocumented. */
  updatedAt?: string | null | undefined;
  /** Free-form. Undocumented. */
  metadata?: unknown | null | undefined;
}

/** Something that a policy is to be applied to. */
export interface PolicyResourceInput {
  /** Its identifier. */
  id: string;
  /** When and by whom. */
  meta?: PolicyResourceMeta | null | undefined;
  /** What belongs to it. */
  links?: PolicyResourceLinks | null | undefined;
}

/** What belongs to a resource of a policy. */
export interface PolicyResourceLinks {
  /** The ticket about the change. */
  ticket?: string | null | undefined;
}

/** When and by whom a policy is applied to a resource. */
export interface PolicyResourceMeta {
  /** When it is to be applied. */
  scheduledDate?: string | null | undefined;
  /** When the data began to move. */
  migrationStartDateTime?: string | null | undefined;
  /** When the data had moved. Atlassian's name for it has a slip of the pen. */
  migrationEndDataTime?: string | null | undefined;
  /** By which account. */
  atlassianAccountId?: string | null | undefined;
}

/** What a policy allows. Only rules of documented types have `in`. */
export interface PolicyRule {
  /** Only these values: IP addresses and ranges, or regions. */
  in?: string[] | null | undefined;
  /** What the rule covers. Undocumented. */
  scopeType?: string | null | undefined;
  /** Where the feature is switched off. Undocumented. */
  off?: string[] | null | undefined;
  /** Whether the organization has consented. Undocumented. */
  consented?: boolean | null | undefined;
  /** How administrators learn of approvals. Undocumented. */
  adminApprovalSummary?: string | null | undefined;
  /** Which notifications are sent. Undocumented. */
  notification?: PolicyNotification[] | null | undefined;
}

/** A product that an account can use. */
export interface Product {
  /** The product, such as `jira-software`. */
  key?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The site's URL. */
  url?: string | null | undefined;
  /** When the account was last active there. */
  last_active?: string | null | undefined;
}

/** A product that a user can use. */
export interface ProductAccess {
  /** The product's place: an ARI with the site's identifier. */
  id?: string | null | undefined;
  /** The product, such as `jira`. Several sites share one: tell them apart by `id`. */
  key?: string | null | undefined;
  /** When the user was last active there; absent if never. */
  lastActiveTimestamp?: string | null | undefined;
}

/** A product as it is listed for customers. Undocumented. */
export interface ProductListing {
  /** The product, as billing knows it. */
  productId?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The URL of its icon. */
  iconUrl?: string | null | undefined;
}

/** Which members of a profile can be changed. */
export interface ProfilePermissions {
  /** The full name. */
  name?: Permission | null | undefined;
  /** The name that others see. */
  nickname?: Permission | null | undefined;
  /** The time zone. */
  zoneinfo?: Permission | null | undefined;
  /** The language. */
  locale?: Permission | null | undefined;
  /** The title of the job. */
  'extended_profile.job_title'?: Permission | null | undefined;
  /** The organization, as the profile names it. */
  'extended_profile.organization'?: Permission | null | undefined;
  /** The department. */
  'extended_profile.department'?: Permission | null | undefined;
  /** Where the user works. */
  'extended_profile.location'?: Permission | null | undefined;
}

/** An entitlement that a workspace is related to. Undocumented. */
export interface RelatedEntitlement {
  /** What was bought. */
  offering?: EntitlementOffering | null | undefined;
}

/** Links to related resources. */
export interface RelatedLinks {
  /** The listing's URL. */
  related?: string | null | undefined;
}

/** Where related resources are listed. */
export interface Relationship {
  /** The links. */
  links?: RelatedLinks | null | undefined;
  /** The listing's URL, where there is no `links`. Undocumented. */
  related?: string | null | undefined;
}

/** A page of a listing of SCIM. */
export interface ResourcePage<T> {
  /** What it is, as URNs. */
  schemas?: string[] | null | undefined;
  /** How many items there are in all. */
  totalResults: number;
  /** The number of the page's first item, from 1. */
  startIndex?: number | null | undefined;
  /** How many items are on this page. */
  itemsPerPage?: number | null | undefined;
  /** The items. */
  Resources?: T[] | null | undefined;
}

/** Why something is not allowed. */
export interface Restriction {
  /** The reason. */
  key?: 'administrative' | 'administrative.notMyself' | 'authPolicy.saml' | 'blocked.exportControl' | 'externalDirectory.scim' | 'externalDirectory.google' | 'myselfOnly' | 'managedAccount' | (string & {}) | null | undefined;
}

/** A role on a resource. */
export interface RoleAssociation {
  /** On what. */
  resource: string;
  /** The role. */
  role: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {});
}

/** How many users have a role. */
export interface RoleCount {
  /** The role. */
  roleId?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null | undefined;
  /** How many. */
  count?: number | null | undefined;
}

/** Whether a workspace is a place to try things out. */
export interface Sandbox {
  /** The answer. */
  type?: 'CHILD' | 'NONE' | (string & {}) | null | undefined;
}

/** A change of one attribute, or of several at once. */
export interface ScimChange {
  /** What is done. */
  op: 'add' | 'replace' | 'remove' | (string & {});
  /** Where: `active`, `name.givenName`, `emails[type eq "work"].value`. Without it the value is an object of attributes. */
  path?: string | null | undefined;
  /** What comes there. */
  value?: unknown | null | undefined;
}

/** An e-mail address. */
export interface ScimEmail {
  /** The address. */
  value?: string | null | undefined;
  /** What it is for, such as `work`. */
  type?: string | null | undefined;
  /** Whether it is the one to use. */
  primary?: boolean | null | undefined;
}

/** A group, as an identity provider tells of it. */
export interface ScimGroup {
  /** What it consists of, as URNs. */
  schemas?: string[] | null | undefined;
  /** Its identifier, which Atlassian gives. */
  id?: string | null | undefined;
  /** Its identifier at the identity provider. */
  externalId?: string | null | undefined;
  /** The name, which cannot be changed: make a new group, fill it, and delete the old one. */
  displayName?: string | null | undefined;
  /** Who is in it: up to 35 000 users. */
  members?: ScimReference[] | null | undefined;
  /** What the server says of it. It is ignored in requests. */
  meta?: ScimMeta | null | undefined;
}

/** A record of a user, and the account that it is linked to. */
export interface ScimLink {
  /** The record. */
  scimUserId: string;
  /** The account, if the record is linked to one. */
  atlassianAccountId?: string | null | undefined;
  /** The directory that the record is in. */
  directoryId?: string | null | undefined;
  /** The organization. */
  orgId?: string | null | undefined;
}

/** The records that an account or an address is linked to, in the directories of an organization. */
export interface ScimLinks {
  /** The records. */
  scimLinks?: ScimLink[] | null | undefined;
}

/** What the server says of a record. It is ignored in requests. */
export interface ScimMeta {
  /** What the record is of: `User` or `Group`, in capitals at times. */
  resourceType?: string | null | undefined;
  /** Its URL. */
  location?: string | null | undefined;
  /** When it was made. */
  created?: string | null | undefined;
  /** When it was last changed. */
  lastModified?: string | null | undefined;
}

/** A name, by its parts. */
export interface ScimName {
  /** The whole name, to show. */
  formatted?: string | null | undefined;
  /** The family name. */
  familyName?: string | null | undefined;
  /** The given name. */
  givenName?: string | null | undefined;
  /** The middle name. */
  middleName?: string | null | undefined;
  /** What stands before it, such as `Dr`. */
  honorificPrefix?: string | null | undefined;
  /** What stands behind it, such as `III`. */
  honorificSuffix?: string | null | undefined;
}

/** Changes of a record, made in order (RFC 7644, section 3.5.2). */
export interface ScimPatch {
  /** What it is, as URNs. */
  schemas?: string[] | null | undefined;
  /** The changes. Atlassian's document writes the name in lower case, its examples as it is here. */
  Operations?: ScimChange[] | null | undefined;
}

/** A telephone number. */
export interface ScimPhoneNumber {
  /** The number. */
  value?: string | null | undefined;
  /** What it is for, such as `work`. */
  type?: string | null | undefined;
  /** Whether it is the one to use. */
  primary?: boolean | null | undefined;
}

/** A user in a group, or a group of a user. */
export interface ScimReference {
  /** The identifier of the record. */
  value?: string | null | undefined;
  /** Its name, to show. */
  display?: string | null | undefined;
  /** What it is: `User` or `Group`. */
  type?: string | null | undefined;
  /** Its URL. */
  $ref?: string | null | undefined;
}

/** A user, as an identity provider tells of it. Its identifier is no account id: see `atlassian`. */
export interface ScimUser {
  /** What it consists of, as URNs. */
  schemas?: string[] | null | undefined;
  /** Its identifier, which Atlassian gives. */
  id?: string | null | undefined;
  /** Its identifier at the identity provider. */
  externalId?: string | null | undefined;
  /** The name that it signs in with there. No two users of a directory share one, whatever the case of its letters. */
  userName?: string | null | undefined;
  /** The e-mail addresses: exactly one is primary, and its domain is one that the organization has verified. */
  emails?: ScimEmail[] | null | undefined;
  /** Whether it can sign in. */
  active?: boolean | null | undefined;
  /** The name, by its parts. */
  name?: ScimName | null | undefined;
  /** The name to show. */
  displayName?: string | null | undefined;
  /** The name that others see. */
  nickName?: string | null | undefined;
  /** The title of the job. */
  title?: string | null | undefined;
  /** The department. */
  department?: string | null | undefined;
  /** The organization, as the identity provider names it. */
  organization?: string | null | undefined;
  /** The language, such as `en-GB`. */
  preferredLanguage?: string | null | undefined;
  /** The time zone, such as `Europe/Berlin`. */
  timezone?: string | null | undefined;
  /** The telephone numbers. */
  phoneNumbers?: ScimPhoneNumber[] | null | undefined;
  /** What the extension for enterprises adds. */
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'?: EnterpriseUser | null | undefined;
  /** What Atlassian's extension adds. It is ignored in requests. */
  'urn:scim:schemas:extension:atlassian-external:1.0'?: AtlassianUser | null | undefined;
  /** The groups that it is in. They are ignored in requests: change the groups. */
  groups?: ScimReference[] | null | undefined;
  /** What the server says of it. It is ignored in requests. */
  meta?: ScimMeta | null | undefined;
}

/** A filter by a text. */
export interface TextFilter {
  /** One of these, whole. */
  eq?: string[] | null | undefined;
  /** With this in it. */
  contains?: string | null | undefined;
}

/** How much a user can reach. */
export interface UserCounts {
  /** Resources, such as sites. */
  resources?: number | null | undefined;
}

/** A group of a user. */
export interface UserGroup {
  /** Its identifier. */
  id?: string | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
}

/** The roles of a user on one resource. Compare roles, not rows: one row holds all roles on its resource. */
export interface UserRoles {
  /** The resource. */
  resourceId?: string | null | undefined;
  /** What the resource belongs to, such as `jira-software`. Not only products: `platform` is one, too. */
  resourceOwner?: string | null | undefined;
  /** The directory that the resource's users come from. None for roles on the whole organization. */
  directoryId?: string | null | undefined;
  /** Whether the user is in that directory. A suspended user keeps the roles, but cannot use them. */
  userDirectoryStatus?: 'active' | 'suspended' | 'no_membership' | (string & {}) | null | undefined;
  /** The roles, and how the user came by each. */
  roleAssignments?: AssignedRole[] | null | undefined;
  /** The roles alone, as an earlier form of the answer had them. */
  roles?: Array<'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {})> | null | undefined;
}

/** An order of users. */
export interface UserSort {
  /** What to sort by. */
  field: 'nick_name' | (string & {});
  /** Which end comes first. */
  direction: 'asc' | 'desc' | (string & {});
}

/** How many users there are, by two measures. */
export interface UserStats {
  /** By the state of the account. */
  accountStatus?: AccountStatusCount[] | null | undefined;
  /** By the role. A user with several roles counts once for each. */
  roles?: RoleCount[] | null | undefined;
}

/** A group that was created. */
export interface V1CreatedGroup {
  /** What Atlassian says of it. */
  message?: string | null | undefined;
  /** Its identifier. */
  groupId?: string | null | undefined;
}

/** A group, as version 1 of the search tells of it. What else was asked for is in `extra`: its form is not documented. */
export interface V1Group {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name?: string | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** Its roles. Asked for by `expand`. */
  roleAssignments?: V1RoleAssignment[] | null | undefined;
}

/** A role of a group on a resource. */
export interface V1RoleAssignment {
  /** Who has it: the group. */
  principalId?: string | null | undefined;
  /** On what. */
  resourceId?: string | null | undefined;
  /** The role. */
  roleId?: 'atlassian/user' | 'atlassian/admin' | 'atlassian/guest' | 'atlassian/customer' | 'atlassian/user-access-admin' | 'atlassian/contributor' | 'atlassian/basic' | 'atlassian/stakeholder' | 'atlassian/org-admin' | 'atlassian/site-admin' | 'atlassian/ai-access' | (string & {}) | null | undefined;
}

/** A user, as version 1 of the search tells of it. Products and groups, where asked for, are in `extra`: their form is not documented. */
export interface V1User {
  /** The account. */
  accountId?: string | null | undefined;
  /** What the account stands for. */
  accountType?: 'atlassian' | 'customer' | 'app' | (string & {}) | null | undefined;
  /** Whether the account can be used. */
  accountStatus?: 'active' | 'inactive' | 'closed' | (string & {}) | null | undefined;
  /** The full name. */
  name?: string | null | undefined;
  /** The name that others see. */
  nickname?: string | null | undefined;
  /** The e-mail address. Apps have none. */
  email?: string | null | undefined;
  /** Whether the address was verified. */
  emailVerified?: boolean | null | undefined;
  /** Whether the user has access. */
  statusInUserbase?: boolean | null | undefined;
}

/** A workspace: one instance of a product, at its own address. */
export interface Workspace {
  /** Its identifier: an ARI, the resource of roles and policies. */
  id: string;
  /** What kind of resource this is. */
  type?: string | null | undefined;
  /** What describes it. */
  attributes?: WorkspaceAttributes | null | undefined;
  /** What it has and is subject to. */
  relationships?: WorkspaceRelationships | null | undefined;
  /** Where it stands. */
  links?: Links | null | undefined;
  /** What kind of app it is an instance of. Undocumented. */
  appType?: string | null | undefined;
}

/** What describes a workspace. Which members there are depends on the product. */
export interface WorkspaceAttributes {
  /** Its name. */
  name?: string | null | undefined;
  /** The product, for people. */
  type?: string | null | undefined;
  /** The product, such as `jira-software`. */
  typeKey?: string | null | undefined;
  /** The address. */
  hostUrl?: string | null | undefined;
  /** Whether it can be used. */
  status?: 'online' | 'offline' | 'deprecated' | (string & {}) | null | undefined;
  /** Why it cannot. */
  statusDetails?: string[] | null | undefined;
  /** Whether it is a place to try things out. */
  sandbox?: Sandbox | null | undefined;
  /** The most users that the plan allows: a ceiling, not the seats that were bought. */
  capacity?: number | null | undefined;
  /** How many users there are, of Bitbucket only. */
  usage?: number | null | undefined;
  /** Who owns it. */
  owner?: string | null | undefined;
  /** Who made it: the ARI of an account. */
  createdBy?: string | null | undefined;
  /** When it was made. */
  createdAt?: string | null | undefined;
  /** When it was changed. Atlassian never fills it in. */
  updatedAt?: string | null | undefined;
  /** Where its data is kept. */
  realm?: string | null | undefined;
  /** In which regions its data is kept. */
  regions?: string[] | null | undefined;
  /** Labels. */
  labels?: string[] | null | undefined;
  /** Pictures, by size. */
  avatars?: unknown | null | undefined;
  /** Pictures of the product. */
  icons?: unknown | null | undefined;
  /** The directory of its users. Undocumented. */
  directory?: string | null | undefined;
  /** The part of the organization that it belongs to. Undocumented. */
  unit?: string | null | undefined;
}

/** What a workspace has and is subject to. Relationships of other names are kept in `extra`. */
export interface WorkspaceRelationships {
  /** What it is entitled to: its plan. */
  entitlement?: WorkspaceRelative[] | null | undefined;
  /** Its features. */
  feature?: WorkspaceRelative[] | null | undefined;
  /** The policies that it is subject to. */
  policy?: WorkspaceRelative[] | null | undefined;
  /** What other entitlements it comes with. Undocumented. */
  relatesFromEntitlement?: WorkspaceRelative[] | null | undefined;
}

/** An entitlement, a feature, a policy or a related entitlement of a workspace. */
export interface WorkspaceRelative {
  /** Its identifier. */
  id?: string | null | undefined;
  /** Which of them it is. */
  type?: string | null | undefined;
  /** What describes it. */
  attributes?: WorkspaceRelativeAttributes | null | undefined;
  /** Its URL in the API. Undocumented. */
  links?: Links | null | undefined;
}

/** What describes an entitlement, a feature, a policy or a related entitlement of a workspace. */
export interface WorkspaceRelativeAttributes {
  /** Of an entitlement: the product. */
  key?: string | null | undefined;
  /** Of an entitlement: the plan, for people. */
  plan?: string | null | undefined;
  /** Of an entitlement: the plan. */
  planKey?: string | null | undefined;
  /** Of a feature or a policy: whatever it holds. */
  fields?: unknown | null | undefined;
  /** Of an entitlement: the product, as billing knows it. */
  productId?: string | null | undefined;
  /** Of an entitlement: the number of users above which Atlassian asks for a larger plan. */
  softCapacityLimit?: number | null | undefined;
  /** Of an entitlement: the system that bills it. */
  billingSourceSystem?: string | null | undefined;
  /** Of an entitlement: its identifier in the Commerce Cloud Platform. */
  ccpEntitlementId?: string | null | undefined;
  /** Of an entitlement: the account in the Commerce Cloud Platform that pays for it. */
  ccpTransactionAccountId?: string | null | undefined;
  /** Of an entitlement: what its usage is counted under. */
  usageIdentifier?: string | null | undefined;
  /** Of a feature: whether the data can be kept in a region of choice. */
  isDataResidencyAllowed?: boolean | null | undefined;
  /** Of a feature: the regions to choose from. */
  realms?: string[] | null | undefined;
  /** Of a feature: the release tracks to choose from. */
  tracks?: string[] | null | undefined;
  /** Of a feature: how many IP allowlists there may be. */
  ip?: number | null | undefined;
  /** Of a feature: the sandbox that the plan includes. */
  entitledSandbox?: string | null | undefined;
  /** Of a feature: the state of the user access management. */
  userAccessManagementState?: string | null | undefined;
  /** Of a feature: whether the workspace is active. */
  workspaceActive?: boolean | null | undefined;
  /** Of a feature: how much of it there may be. */
  limit?: number | null | undefined;
  /** Of a policy: how many more resources it can be applied to. */
  availableTargets?: number | null | undefined;
  /** Of a policy: its suspension. */
  suspended?: string | null | undefined;
  /** Of a feature or a policy: whether it is in force. */
  enabled?: boolean | null | undefined;
  /** Of a relation: the identifier of the entitlement. */
  entitlementId?: string | null | undefined;
  /** Of a relation: what relates the two. */
  relationshipType?: string | null | undefined;
  /** Of a relation: the entitlement. */
  entitlement?: RelatedEntitlement | null | undefined;
}

/** An order of workspaces. */
export interface WorkspaceSort {
  /** The member to sort by. */
  field: string;
  /** Which end comes first. */
  order: 'asc' | 'desc' | (string & {});
}
