/** The promise of a call, which has the response as well. */

import { named } from './callers.js';
import { responseOf } from './exchange.js';
import type { Exchange, WithResponse } from './exchange.js';

/** The promise of a call. The call is sent at once, whether or not it is awaited. */
export class ApiPromise<T> extends Promise<T> {
  static {
    named(this, 'ApiPromise');
  }

  /** What `then` returns is a promise like any other. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  #exchange: (() => Exchange | undefined) | undefined;

  /**
   * `exchange` returns the last exchange of the call.
   *
   * @internal
   */
  static observed<T>(
    run: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
    exchange: () => Exchange | undefined,
  ): ApiPromise<T> {
    const promise = new ApiPromise<T>(run);
    promise.#exchange = exchange;
    return promise;
  }

  /**
   * Returns the result with the response.
   *
   * @example
   * const { value, status, traceId } = await admin.orgs.get({ orgId }).withResponse();
   */
  async withResponse(): Promise<WithResponse<T>> {
    const value = await this;
    return { value, ...(await responseOf(this.#exchange?.())) };
  }
}
