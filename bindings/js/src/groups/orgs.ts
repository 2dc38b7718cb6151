// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { One, Org, Page } from '../models.js';

/** Parameters of `orgs.list`. */
export interface OrgsListParams {
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** Parameters of `orgs.get`. */
export interface OrgsGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
}

/** The organizations that the key can access. */
export class OrgsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the organizations that the key can access.
   *
   * A key belongs to one organization, so the listing has at most one entry. For a key with scopes the listing can be empty
   * although all other operations work.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.orgs.list()) console.log(item);
   * ```
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get
   */
  list(params?: OrgsListParams, options?: ListOptions): List<Org, Page<Org>> {
    return this.#caller.list(callerOf(this.list), 'orgs.list', params, options);
  }

  /**
   * Returns an organization.
   *
   * - Scopes of a scoped key: `read:orgs:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.orgs.get({ orgId });
   * ```
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @throws {NotFoundError} for an unknown organization, by the routing layer (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get
   */
  get(params: OrgsGetParams, options?: CallOptions): ApiPromise<One<Org>> {
    return this.#caller.read(callerOf(this.get), 'orgs.get', params, options);
  }
}
