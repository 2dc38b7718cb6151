// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { Directory, Page } from '../models.js';

/** Parameters of `directories.list`. */
export interface DirectoriesListParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only directories that this account is in. `users.search` returns its identifier. */
  accountId?: string | undefined;
  /** Only these directories. At most 10 items. `directories.list` returns their identifiers. */
  directoryIds?: string[] | undefined;
  /** Only directories whose name contains this text. */
  searchTerm?: string | undefined;
  /** The maximum number of directories on a page. From 1 to 100; 20 unless given. */
  limit?: number | undefined;
}

/** The directories of the organization. */
export class DirectoriesOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the directories of an organization.
   *
   * Filter by `accountId` to find the directory of an account: every write operation on a user of a directory needs it. With
   * a cursor, the server ignores all other filters.
   *
   * - Scopes of a scoped key: `read:directories:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.directories.list({ orgId, limit: 10 })) console.log(item);
   * ```
   * @throws {ForbiddenError} for a key without the scope (HTTP 403, `ADMIN-UAM-403-1`).
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-UAM-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get
   */
  list(params: DirectoriesListParams, options?: ListOptions): List<Directory, Page<Directory>> {
    return this.#caller.list(callerOf(this.list), 'directories.list', params, options);
  }
}
