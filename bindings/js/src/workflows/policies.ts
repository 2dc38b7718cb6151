/** Policies: waiting until one is applied, or gone. */

import { callerOf, traced } from '../callers.js';
import { NotFoundError } from '../errors.js';
import { PoliciesOperations } from '../groups/policies.js';
import type { Policy } from '../models.js';
import { checkParams } from './params.js';
import { DEFAULTS, waitUntil } from './wait.js';
import type { WaitOptions } from './wait.js';

/** A policy by its identifier. */
export interface PolicyById {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The policy. `policies.list` returns its identifier. */
  policyId: string;
}

/** Policies, such as for IP addresses and data residency, and the resources they apply to; waiting until one is applied. */
export class Policies extends PoliciesOperations {
  /**
   * Waits until the policy can be read and none of its resources is `applying` or `removing`, 5 minutes unless given, and returns it. A
   * resource may have failed: check `applicationStatus`. A change of a moment ago may not be visible yet, and the policy then looks
   * settled: compare it with what was requested.
   *
   * @example
   * const { attributes } = await admin.policies.waitUntilSettled({ orgId, policyId });
   */
  waitUntilSettled(policy: PolicyById, options?: WaitOptions): Promise<Policy> {
    return traced(callerOf(this.waitUntilSettled), () => {
      checkParams('policies.waitUntilSettled', policy, ['orgId', 'policyId']);
      return waitUntil('policies.waitUntilSettled', DEFAULTS.policy, options, async (call) => {
        const found = await this.#read(policy, call);
        const isChanging = found?.attributes?.resources?.some(({ applicationStatus }) => ['applying', 'removing'].includes(applicationStatus ?? ''));
        return isChanging ? undefined : found;
      });
    });
  }

  /**
   * Waits until the policy no longer exists, 5 minutes unless given: the server only accepts its deletion at first.
   *
   * @example
   * await admin.policies.delete({ orgId, policyId });
   * await admin.policies.waitUntilGone({ orgId, policyId });
   */
  waitUntilGone(policy: PolicyById, options?: WaitOptions): Promise<void> {
    return traced(callerOf(this.waitUntilGone), async () => {
      checkParams('policies.waitUntilGone', policy, ['orgId', 'policyId']);
      await waitUntil('policies.waitUntilGone', DEFAULTS.policy, options, async (call) => ((await this.#read(policy, call)) ? undefined : true));
    });
  }

  async #read({ orgId, policyId }: PolicyById, call: { signal: AbortSignal | null }): Promise<Policy | undefined> {
    try {
      return (await this.get({ orgId, policyId }, call)).data;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }
}
