// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { Caller } from '../caller.js';
import { AccountOperations } from './account.js';
import { AccountsOperations } from './accounts.js';
import { Directories } from '../workflows/directories.js';
import { DomainsOperations } from './domains.js';
import { EventLog } from '../event-log.js';
import { Groups } from '../workflows/groups.js';
import { LegacyOperations } from './legacy.js';
import { OrgsOperations } from './orgs.js';
import { Policies } from '../workflows/policies.js';
import { RolesOperations } from './roles.js';
import { ScimOperations } from './scim.js';
import { ScimLinksOperations } from './scim-links.js';
import { Users } from '../workflows/users.js';
import { WorkspacesOperations } from './workspaces.js';

export type * from './account.js';
export type * from './accounts.js';
export type * from './directories.js';
export type * from './domains.js';
export type * from './events.js';
export type * from './groups.js';
export type * from './legacy.js';
export type * from './orgs.js';
export type * from './policies.js';
export type * from './roles.js';
export type * from './scim.js';
export type * from './scim-links.js';
export type * from './users.js';
export type * from './workspaces.js';

/** Every group of operations. */
export class OperationGroups {
  /** Managed accounts, one by one: profile, e-mail address, API tokens, deactivation and deletion. */
  readonly account: AccountOperations;
  /** All accounts that the organization manages. */
  readonly accounts: AccountsOperations;
  /** The directories of the organization. */
  readonly directories: Directories;
  /** The domains that the organization has claimed. */
  readonly domains: DomainsOperations;
  /** The audit log. */
  readonly events: EventLog;
  /** Groups of users, their members and their roles. */
  readonly groups: Groups;
  /** Operations that Atlassian has announced to end. Each names its replacement. */
  readonly legacy: LegacyOperations;
  /** The organizations that the key can access. */
  readonly orgs: OrgsOperations;
  /** Policies, such as for IP addresses and data residency, and the resources they apply to. */
  readonly policies: Policies;
  /** The roles of single users on resources. */
  readonly roles: RolesOperations;
  /** Users and groups that an identity provider manages, by SCIM. They need the key of the directory. */
  readonly scim: ScimOperations;
  /** The links between SCIM records and accounts. */
  readonly scimLinks: ScimLinksOperations;
  /** The users of directories, and their access. */
  readonly users: Users;
  /** Instances of Jira, Confluence and other products. */
  readonly workspaces: WorkspacesOperations;

  /** @internal */
  constructor(caller: Caller) {
    this.account = new AccountOperations(caller);
    this.accounts = new AccountsOperations(caller);
    this.directories = new Directories(caller);
    this.domains = new DomainsOperations(caller);
    this.events = new EventLog(caller);
    this.groups = new Groups(caller);
    this.legacy = new LegacyOperations(caller);
    this.orgs = new OrgsOperations(caller);
    this.policies = new Policies(caller);
    this.roles = new RolesOperations(caller);
    this.scim = new ScimOperations(caller);
    this.scimLinks = new ScimLinksOperations(caller);
    this.users = new Users(caller);
    this.workspaces = new WorkspacesOperations(caller);
  }
}
