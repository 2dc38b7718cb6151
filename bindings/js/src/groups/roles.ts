// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { Role } from '../models.js';

/** Parameters of `roles.assign`. */
export interface RolesAssignParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account of the user. `users.search` returns its identifier. */
  accountId: string;
  /** The role. */
  role: Role;
  /**
   * The resource. Required for every role except `atlassian/org-admin`, for which the server ignores it. `workspaces.search`
   * returns its identifier.
   */
  resource?: string | undefined;
}

/** Parameters of `roles.revoke`. */
export interface RolesRevokeParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account of the user. `users.search` returns its identifier. */
  accountId: string;
  /** The role. */
  role: Role;
  /**
   * The resource. Required for every role except `atlassian/org-admin`, for which the server ignores it. `workspaces.search`
   * returns its identifier.
   */
  resource?: string | undefined;
}

/** Parameters of `roles.assignOrg`. */
export interface RolesAssignOrgParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account of the user. `users.search` returns its identifier. */
  accountId: string;
  /** The role: `atlassian/org-admin` is the only one. */
  role: Role;
}

/** Parameters of `roles.revokeOrg`. */
export interface RolesRevokeOrgParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account of the user. `users.search` returns its identifier. */
  accountId: string;
  /** The role: `atlassian/org-admin` is the only one. */
  role: Role;
}

/** The roles of single users on resources. */
export class RolesOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Assigns a role on a resource to a user.
   *
   * The server refuses the request if the resource does not have the role, the user is deactivated, or no licence is left
   * (409). Atlassian documents that `atlassian/org-admin` needs no resource, but the server was observed to refuse it
   * (`ADMIN-UAM-400-5`): use `roles.assignOrg` for that role. Listings can show the change 30 seconds or more later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.roles.assign({ orgId, accountId, role: 'atlassian/admin', resource: site });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-3`).
   * @throws {BadRequestError} for a role without a resource, where the server requires one (HTTP 400, `ADMIN-UAM-400-5`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-assign-post
   */
  assign(params: RolesAssignParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.assign), 'roles.assign', params, options);
  }

  /**
   * Revokes a role on a resource from a user.
   *
   * Only directly assigned roles are revoked. The user keeps roles of groups, as `users.listRoles` shows. Listings can show
   * the change 30 seconds or more later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.roles.revoke({ orgId, accountId, role: 'atlassian/admin', resource: site });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-3`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-revoke-post
   */
  revoke(params: RolesRevokeParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.revoke), 'roles.revoke', params, options);
  }

  /**
   * Assigns a role on the whole organization to a user.
   *
   * Atlassian marks this operation as experimental. The change takes effect within 30 seconds.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.roles.assignOrg({ orgId, accountId, role: 'atlassian/org-admin' });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-3`).
   * @experimental
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-assign-post
   */
  assignOrg(params: RolesAssignOrgParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.assignOrg), 'roles.assignOrg', params, options);
  }

  /**
   * Revokes a role on the whole organization from a user.
   *
   * Atlassian marks this operation as experimental. The change takes effect within 30 seconds. It can lock out the creator
   * of the key and the last administrator.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.roles.revokeOrg({ orgId, accountId, role: 'atlassian/org-admin' });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404, `ADMIN-UAM-404-3`).
   * @experimental
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post
   */
  revokeOrg(params: RolesRevokeOrgParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.revokeOrg), 'roles.revokeOrg', params, options);
  }
}
