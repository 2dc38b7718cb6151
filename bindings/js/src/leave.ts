/** Walks that can be left while they wait. */

import { callerOf, traced } from './callers.js';
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
 * Walks over what comes in batches. An item that is at hand is given at once, where a generator of the language's own takes several turns
 * for each. And the walk is left at once, where such a generator keeps `return` and `throw` waiting until its `next` under way has come to
 * an end: that of a feed may rest until tomorrow.
 *
 * @internal
 */
export function leavable<T>(
  generate: (doing: Doing) => AsyncGenerator<Iterable<T>, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  const doing: Doing = { isLeft: false };
  const batches = generate(doing);
  const ask = batches.next.bind(batches);
  const none: Iterator<T> = [].values();
  let batch = none;
  // Those who ask while a batch is awaited are answered one after the other.
  let waiting = 0;
  let latest: Promise<unknown> = Promise.resolve();

  const atHand = (): IteratorResult<T, void> | undefined => {
    const item = (doing.isLeft ? none : batch).next();
    if (!item.done) {
      return item;
    }
    // Else it would be kept until the next one is there, at the collector's expense.
    batch = none;
    return undefined;
  };
  const awaited = async (): Promise<IteratorResult<T, void>> => {
    try {
      for (;;) {
        const item = atHand();
        if (item !== undefined) {
          return item;
        }
        const more = await ask();
        if (more.done) {
          return more;
        }
        batch = more.value[Symbol.iterator]();
      }
    } catch (error) {
      return batches.throw(error) as Promise<never>;
    }
  };
  const next = (): Promise<IteratorResult<T, void>> => {
    let begin = awaited;
    if (waiting === 0) {
      try {
        const item = atHand();
        if (item !== undefined) {
          return Promise.resolve(item);
        }
      } catch (error) {
        begin = () => batches.throw(error) as Promise<never>;
      }
    }
    waiting += 1;
    const answer = traced(callerOf(next), () => latest.then(begin, begin)).finally(() => (waiting -= 1));
    latest = answer;
    return answer;
  };
  const leaving = <Words extends unknown[], R>(leave: (...words: Words) => R) => (...words: Words): R => {
    doing.isLeft = true;
    doing.call?.drop();
    return leave.apply(batches, words);
  };
  // What it is besides, such as what `await using` takes, it has from the language.
  const walk: object = Object.assign(batches, { next, return: leaving(batches.return), throw: leaving(batches.throw) });
  return walk as AsyncGenerator<T, void, undefined>;
}
