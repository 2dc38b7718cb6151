// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { Domain, One, Page } from '../models.js';

/** Parameters of `domains.list`. */
export interface DomainsListParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
}

/** Parameters of `domains.get`. */
export interface DomainsGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The domain. `domains.list` returns its identifier. */
  domainId: string;
}

/** The domains that the organization has claimed. */
export class DomainsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the domains that the organization has claimed.
   *
   * - Scopes of a scoped key: `read:domains:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.domains.list({ orgId })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get
   */
  list(params: DomainsListParams, options?: ListOptions): List<Domain, Page<Domain>> {
    return this.#caller.list(callerOf(this.list), 'domains.list', params, options);
  }

  /**
   * Returns a domain.
   *
   * - Scopes of a scoped key: `read:domains:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.domains.get({ orgId, domainId });
   * ```
   * @throws {NotFoundError} for an unknown domain (HTTP 404, `ADMIN-404-3`).
   * @throws {BadRequestError} for an identifier that is not a UUID (HTTP 400, `ADMIN-400-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-domainid-get
   */
  get(params: DomainsGetParams, options?: CallOptions): ApiPromise<One<Domain>> {
    return this.#caller.read(callerOf(this.get), 'domains.get', params, options);
  }
}
