// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { Account, Page } from '../models.js';

/** Parameters of `accounts.list`. */
export interface AccountsListParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** All accounts that the organization manages. */
export class AccountsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the accounts that the organization manages.
   *
   * Only accounts with an e-mail address of a claimed domain are managed. An organization without a claimed domain gets an
   * empty list, even if it has users.
   *
   * - Scopes of a scoped key: `read:accounts:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.accounts.list({ orgId })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get
   */
  list(params: AccountsListParams, options?: ListOptions): List<Account, Page<Account>> {
    return this.#caller.list(callerOf(this.list), 'accounts.list', params, options);
  }
}
