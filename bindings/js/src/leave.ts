/** Walks that can be left while they wait. */

import type { Call } from './calls.js';

/**
 * What a walk is doing, for who leaves it.
 *
 * @internal
 */
export interface Doing {
  /** The call whose end it waits for. */
  call?: Call<unknown> | undefined;
  /** Whether it was left: then it begins nothing more. */
  isLeft: boolean;
}

/**
 * A generator that is left at once, where one of the language's own keeps `return` and `throw` waiting until its `next` under way has
 * come to an end: that of a feed may rest until tomorrow.
 *
 * @internal
 */
export function leavable<T>(generate: (doing: Doing) => AsyncGenerator<T, void, undefined>): AsyncGenerator<T, void, undefined> {
  const doing: Doing = { isLeft: false };
  const walk = generate(doing);
  const leaving = <Words extends unknown[], R>(leave: (...words: Words) => R) => (...words: Words): R => {
    doing.isLeft = true;
    doing.call?.drop();
    return leave.apply(walk, words);
  };
  return Object.assign(walk, { return: leaving(walk.return), throw: leaving(walk.throw) });
}
