// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { One, Page, Policy, PolicyInput, PolicyResourceLinks, PolicyResourceMeta, PolicyType } from '../models.js';

/** Parameters of `policies.list`. */
export interface PoliciesListParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** Only policies of this type. */
  type?: PolicyType | undefined;
}

/** Parameters of `policies.create`. */
export interface PoliciesCreateParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. */
  data: PolicyInput;
}

/** Parameters of `policies.get`. */
export interface PoliciesGetParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
}

/** Parameters of `policies.update`. */
export interface PoliciesUpdateParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
  /** The new policy. */
  data: PolicyInput;
}

/** Parameters of `policies.delete`. */
export interface PoliciesDeleteParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
}

/** Parameters of `policies.addResource`. */
export interface PoliciesAddResourceParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
  /** The resource. */
  id: string;
  /** The schedule and the account that applies the policy. */
  meta?: PolicyResourceMeta | undefined;
  /** The links of the resource. */
  links?: PolicyResourceLinks | undefined;
}

/** Parameters of `policies.updateResource`. */
export interface PoliciesUpdateResourceParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
  /** The resource. `policies.get` returns its identifier. */
  resourceId: string;
  /** The schedule and the account that applies the policy. */
  meta?: PolicyResourceMeta | undefined;
  /** The links of the resource. */
  links?: PolicyResourceLinks | undefined;
}

/** Parameters of `policies.deleteResource`. */
export interface PoliciesDeleteResourceParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
  /** The resource. `policies.get` returns its identifier. */
  resourceId: string;
}

/** Parameters of `policies.validate`. */
export interface PoliciesValidateParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
}

/** Policies, such as for IP addresses and data residency, and the resources they apply to. */
export class PoliciesOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the policies of the organization.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.policies.list({ orgId, type: 'ip-allowlist' })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-1`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get
   */
  list(params: PoliciesListParams, options?: ListOptions): List<Policy, Page<Policy>> {
    return this.#caller.list(callerOf(this.list), 'policies.list', params, options);
  }

  /**
   * Creates a policy of the type `ip-allowlist` or `data-residency`.
   *
   * The server accepts the request (202) and applies the policy later: read the policy to see the `applicationStatus` of
   * each resource. The server requires name, type, status, rule and resources, and returns a 400 without an explanation if
   * one is missing.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.policies.create({
   *   orgId,
   *   data: { attributes: { name: 'Branches', resources: [{ id: 'r-1' }], rule: { in: ['203.0.113.0/24'] }, status: 'enabled', type: 'ip-allowlist' }, type: 'policy' },
   * });
   * ```
   * @throws {BadRequestError} for a policy without a name (HTTP 400, `ADMIN-400-4`).
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-post
   */
  create(params: PoliciesCreateParams, options?: CallOptions): ApiPromise<One<Policy>> {
    return this.#caller.write(callerOf(this.create), 'policies.create', params, options);
  }

  /**
   * Returns a policy.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.policies.get({ orgId, policyId });
   * ```
   * @throws {NotFoundError} for an unknown policy (HTTP 404, `ADMIN-404-5`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get
   */
  get(params: PoliciesGetParams, options?: CallOptions): ApiPromise<One<Policy>> {
    return this.#caller.read(callerOf(this.get), 'policies.get', params, options);
  }

  /**
   * Replaces a policy.
   *
   * Atlassian does not document what happens to omitted properties: read the policy, convert it to a `PolicyInput`, and
   * change that. The server accepts the request (202) and applies the change later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.policies.update({
   *   orgId,
   *   policyId,
   *   data: { attributes: { name: 'Branches', resources: [{ id: 'r-1' }], rule: { in: ['203.0.113.0/24'] }, status: 'disabled', type: 'ip-allowlist' }, type: 'policy' },
   * });
   * ```
   * @throws {NotFoundError} for an unknown policy (HTTP 404, `ADMIN-404-5`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-put
   */
  update(params: PoliciesUpdateParams, options?: CallOptions): ApiPromise<One<Policy>> {
    return this.#caller.write(callerOf(this.update), 'policies.update', params, options);
  }

  /**
   * Deletes a policy.
   *
   * The server accepts the request (202) and removes the policy from its resources later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.policies.delete({ orgId, policyId });
   * ```
   * @throws {BadRequestError} for a policy of a type that can only be read (HTTP 400, `ADMIN-400-4`).
   * @throws {NotFoundError} for an unknown policy (HTTP 404, `ADMIN-404-5`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete
   */
  delete(params: PoliciesDeleteParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.delete), 'policies.delete', params, options);
  }

  /**
   * Applies a policy to an additional resource.
   *
   * The server accepts the request (202), returns the whole policy, and applies it later.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.policies.addResource({ orgId, policyId, id: 'r-2', links: { ticket: 'HELP-1' } });
   * ```
   * @throws {NotFoundError} for an unknown policy (HTTP 404, `ADMIN-404-5`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-post
   */
  addResource(params: PoliciesAddResourceParams, options?: CallOptions): ApiPromise<One<Policy>> {
    return this.#caller.write(callerOf(this.addResource), 'policies.addResource', params, options);
  }

  /**
   * Updates how a policy is applied to a resource, such as its schedule.
   *
   * The server accepts the request (202), returns the whole policy, and applies it later.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.policies.updateResource({ orgId, policyId, resourceId: 'r-2', meta: { scheduledDate: '2026-12-01' } });
   * ```
   * @throws {NotFoundError} for an unknown resource (HTTP 404, `ADMIN-404-6`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put
   */
  updateResource(params: PoliciesUpdateResourceParams, options?: CallOptions): ApiPromise<One<Policy>> {
    return this.#caller.write(callerOf(this.updateResource), 'policies.updateResource', params, options);
  }

  /**
   * Removes a policy from a resource.
   *
   * Atlassian documents that the response holds the policy, but the status (204) does not permit a body: read the policy to
   * see the remaining resources.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.policies.deleteResource({ orgId, policyId, resourceId: 'r-1' });
   * ```
   * @throws {NotFoundError} for an unknown resource (HTTP 404, `ADMIN-404-6`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete
   */
  deleteResource(params: PoliciesDeleteResourceParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.deleteResource), 'policies.deleteResource', params, options);
  }

  /**
   * Starts the validation of a policy.
   *
   * This GET starts work on the server, so the client does not retry it after an ambiguous failure. The response (202) is
   * empty: read the policy to see the result.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.policies.validate({ orgId, policyId });
   * ```
   * @throws {BadRequestError} for an unknown policy (HTTP 400, `ADMIN-500-2`).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-validate-get
   */
  validate(params: PoliciesValidateParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.validate), 'policies.validate', params, options);
  }
}
