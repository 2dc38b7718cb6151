/** One feed of a name at a time, in all tabs and workers of an origin. */

import { misuse } from './callers.js';
import { failure } from './errors.js';

/**
 * Takes the lock of this name, and answers with what gives it back. It ends with its tab, too.
 *
 * @internal
 */
export function take(operation: string, name: string): Promise<() => Promise<unknown>> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks === undefined) {
    return Promise.reject(misuse(`${operation}: lock: this host has no Web Locks: leave it out`));
  }
  return new Promise((resolve, reject) => {
    const held: Promise<unknown> = locks.request(`atlassian-admin: ${name}`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        const message = `${operation}: lock: another tab, worker or loop has taken "${name}": end it first, or leave the work to it`;
        throw failure({ kind: 'InUse', message, operation });
      }
      return new Promise<void>((release) =>
        resolve(() => {
          release();
          // Until then it is still taken.
          return held;
        }),
      );
    });
    held.catch(reject);
  });
}
