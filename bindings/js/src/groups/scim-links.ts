// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { ScimLinks } from '../models.js';

/** Parameters of `scimLinks.get`. */
export interface ScimLinksGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `scimLinks.getForEmail`. */
export interface ScimLinksGetForEmailParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The address. */
  email: string;
}

/** Parameters of `scimLinks.unlink`. */
export interface ScimLinksUnlinkParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory of the record. */
  scimDirectoryId: string;
  /** The record. */
  scimUserId: string;
}

/** Parameters of `scimLinks.deleteUser`. */
export interface ScimLinksDeleteUserParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** The links between SCIM records and accounts. */
export class ScimLinksOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the SCIM records that an account is linked to, in all directories.
   *
   * Use it to find the SCIM identifier of an account.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scimLinks.get({ orgId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get
   */
  get(params: ScimLinksGetParams, options?: CallOptions): ApiPromise<ScimLinks> {
    return this.#caller.read(callerOf(this.get), 'scimLinks.get', params, options);
  }

  /**
   * Lists the SCIM records with an e-mail address, linked or not, in all directories.
   *
   * A record that is not linked to an account often prevents the creation of a user with the same address (409).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scimLinks.getForEmail({ orgId, email: 'kim@example.com' });
   * ```
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post
   */
  getForEmail(params: ScimLinksGetForEmailParams, options?: CallOptions): ApiPromise<ScimLinks> {
    return this.#caller.read(callerOf(this.getForEmail), 'scimLinks.getForEmail', params, options);
  }

  /**
   * Unlinks a SCIM record from its account. Both remain.
   *
   * The identity provider then no longer manages the account.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scimLinks.unlink({ orgId, scimDirectoryId: directoryId, scimUserId });
   * ```
   * @throws {NotFoundError} for an unknown record (HTTP 404, `ADMIN-404-8`).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch
   */
  unlink(params: ScimLinksUnlinkParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.unlink), 'scimLinks.unlink', params, options);
  }

  /**
   * Deletes the SCIM records of an account in all directories. The account remains.
   *
   * Only managed accounts have SCIM records. The identity provider must then provision the user and its group memberships
   * again.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scimLinks.deleteUser({ orgId, accountId });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `ADMIN-404-8`).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete
   */
  deleteUser(params: ScimLinksDeleteUserParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.deleteUser), 'scimLinks.deleteUser', params, options);
  }
}
