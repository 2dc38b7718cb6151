/** Locks, so that one feed of a name runs at a time in all tabs and workers of an origin. */

import { misuse } from './callers.js';
import { failure } from './errors.js';

/**
 * Takes the lock of this name, and returns the function that releases it. The end of its tab
 * releases it as well.
 *
 * @internal
 */
export function acquireLock(operation: string, name: string): Promise<() => Promise<unknown>> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks === undefined) {
    return Promise.reject(misuse(`${operation}: lock: this host has no Web Locks; leave the option out`));
  }
  return new Promise((resolve, reject) => {
    const held: Promise<unknown> = locks.request(`atlassian-admin: ${name}`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        const message = `${operation}: lock: another tab, worker or loop has the lock "${name}"; end that one first`;
        throw failure({ kind: 'InUse', message, operation });
      }
      return new Promise<void>((release) =>
        resolve(() => {
          release();
          // The lock is free once this promise is settled.
          return held;
        }),
      );
    });
    held.catch(reject);
  });
}
