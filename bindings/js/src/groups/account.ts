// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { AccountPermissions, AccountProfile, ApiToken, ExtendedProfile, Message, Privilege } from '../models.js';

/** Parameters of `account.permissions`. */
export interface AccountPermissionsParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** Only these privileges. The default is all. */
  privileges?: Privilege[] | undefined;
}

/** Parameters of `account.getProfile`. */
export interface AccountGetProfileParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `account.updateProfile`. */
export interface AccountUpdateProfileParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
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

/** Parameters of `account.setEmail`. */
export interface AccountSetEmailParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** The new address. */
  email: string;
}

/** Parameters of `account.listTokens`. */
export interface AccountListTokensParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `account.deleteToken`. */
export interface AccountDeleteTokenParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** The token. `account.listTokens` returns its identifier. */
  tokenId: string;
}

/** Parameters of `account.disable`. */
export interface AccountDisableParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** The message shown to the user. The default is a message by Atlassian. */
  message?: string | undefined;
}

/** Parameters of `account.enable`. */
export interface AccountEnableParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `account.delete`. */
export interface AccountDeleteParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `account.cancelDelete`. */
export interface AccountCancelDeleteParams {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Managed accounts, one by one: profile, e-mail address, API tokens, deactivation and deletion. */
export class AccountOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Returns what the key may do with an account, and the reason for each restriction.
   *
   * Check the permissions before you change an account: the server refuses to change what an identity provider or an
   * authentication policy manages. For an account that the organization does not manage, the whole request is refused (403).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.permissions({ accountId });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get
   */
  permissions(params: AccountPermissionsParams, options?: CallOptions): ApiPromise<AccountPermissions> {
    return this.#caller.read(callerOf(this.permissions), 'account.permissions', params, options);
  }

  /**
   * Returns the profile of a managed account.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.getProfile({ accountId });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @throws {ForbiddenError} for a key with scopes (HTTP 403, `forbidden.insufficientScope`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get
   */
  getProfile(params: AccountGetProfileParams, options?: CallOptions): ApiPromise<AccountProfile> {
    return this.#caller.read(callerOf(this.getProfile), 'account.getProfile', params, options);
  }

  /**
   * Updates the profile of a managed account. Omitted properties keep their values.
   *
   * Which properties can be changed depends on the other systems that manage the account. The privilege `profile.write` of
   * `account.permissions` lists them.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.account.updateProfile({ accountId, name: 'Robin Example', nickname: 'robin' });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch
   */
  updateProfile(params: AccountUpdateProfileParams, options?: CallOptions): ApiPromise<AccountProfile> {
    return this.#caller.write(callerOf(this.updateProfile), 'account.updateProfile', params, options);
  }

  /**
   * Sets the e-mail address of an account.
   *
   * The organization must have verified the domain of the new address, since Atlassian treats the address as verified. All
   * sessions of the user are signed out.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.setEmail({ accountId, email: 'robin@example.com' });
   * ```
   * @throws {ForbiddenError} for an address of an unclaimed domain (HTTP 403, `forbidden.unclaimedDomain`).
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-email/#api-users-account-id-manage-email-put
   */
  setEmail(params: AccountSetEmailParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.setEmail), 'account.setEmail', params, options);
  }

  /**
   * Lists the API tokens of a user, without paging.
   *
   * Each entry holds the last use and the expiry of a token, never the secret.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.listTokens({ accountId });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get
   */
  listTokens(params: AccountListTokensParams, options?: CallOptions): ApiPromise<ApiToken[]> {
    return this.#caller.read(callerOf(this.listTokens), 'account.listTokens', params, options);
  }

  /**
   * Deletes an API token of a user.
   *
   * Clients that use the token lose access immediately. The deletion cannot be undone.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.deleteToken({ accountId, tokenId });
   * ```
   * @throws {NotFoundError} for an unknown token (HTTP 404, `notFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete
   */
  deleteToken(params: AccountDeleteTokenParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.deleteToken), 'account.deleteToken', params, options);
  }

  /**
   * Deactivates an account: its user can no longer sign in to any Atlassian product.
   *
   * In contrast, suspending a user removes the access to one directory only. An account that an identity provider manages
   * must be deactivated there.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.disable({ accountId, message: 'On leave' });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post
   */
  disable(params: AccountDisableParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.disable), 'account.disable', params, options);
  }

  /**
   * Activates a deactivated account.
   *
   * The server returns a conflict (409) if the account is scheduled for deletion (cancel the deletion instead), or if export
   * control blocks the account.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.enable({ accountId });
   * ```
   * @throws {ConflictError} for an account that is to be deleted (HTTP 409, `conflict.lifecycleErrors`).
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post
   */
  enable(params: AccountEnableParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.enable), 'account.enable', params, options);
  }

  /**
   * Deletes a managed account after a grace period of 14 days.
   *
   * During the grace period the account is reported as deactivated, and the deletion can be cancelled with
   * `account.cancelDelete`. Afterwards the account and all of its access are lost permanently. To keep the option of
   * restoring an account, use `account.disable` instead.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.delete({ accountId });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post
   */
  delete(params: AccountDeleteParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.delete), 'account.delete', params, options);
  }

  /**
   * Cancels the deletion of an account and reactivates the account.
   *
   * Atlassian deletes the account permanently 14 days after the deletion was requested. Until then it can be cancelled.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.account.cancelDelete({ accountId });
   * ```
   * @throws {NotFoundError} for an unknown account (HTTP 404, `accountNotFound`).
   * @see https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post
   */
  cancelDelete(params: AccountCancelDeleteParams, options?: CallOptions): ApiPromise<Message> {
    return this.#caller.write(callerOf(this.cancelDelete), 'account.cancelDelete', params, options);
  }
}
