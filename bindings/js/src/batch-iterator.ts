/** Iteration over items that arrive in batches. */

import { callerOf, named, traced } from './callers.js';
import type { Call } from './calls.js';

/**
 * What an iteration shares with the generator of its batches.
 *
 * @internal
 */
export interface IterationState {
  /** The call that the generator awaits. */
  call?: Call<unknown> | undefined;
  /** Whether the caller ended the iteration. Then the generator starts no further call. */
  isEnded: boolean;
}

/**
 * Iterates over the items of all batches that `generate` yields.
 *
 * @internal
 */
export function iterateBatches<T>(
  generate: (state: IterationState) => AsyncGenerator<Iterable<T>, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  return new BatchIterator(generate);
}

/**
 * An async generator of items, with two differences from those of the language. It returns an item
 * of the current batch at once, without further microtasks. And `return` and `throw`
 * cancel the call that `next` waits for: a generator would queue them behind it, and a feed may
 * wait for hours.
 */
class BatchIterator<T> implements AsyncGenerator<T, void, undefined> {
  static {
    named(this, 'BatchIterator');
  }

  readonly #state: IterationState = { isEnded: false };
  readonly #batches: AsyncGenerator<Iterable<T>, void, undefined>;
  #batch: Iterator<T> | undefined;
  /** How many calls of `next` are pending. Each starts when the one before it is settled. */
  #pending = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(generate: (state: IterationState) => AsyncGenerator<Iterable<T>, void, undefined>) {
    this.#batches = generate(this.#state);
  }

  next(): Promise<IteratorResult<T, void>> {
    let begin = () => this.#read();
    if (this.#pending === 0) {
      try {
        const item = this.#ready();
        if (item !== undefined) {
          return Promise.resolve(item);
        }
      } catch (error) {
        begin = () => this.#fail(error);
      }
    }
    this.#pending += 1;
    const result = traced(callerOf(this.next), () => this.#last.then(begin, begin)).finally(() => (this.#pending -= 1));
    this.#last = result;
    return result;
  }

  return(value?: void | PromiseLike<void>): Promise<IteratorResult<T, void>> {
    this.#leave();
    return this.#batches.return(value) as Promise<IteratorResult<never, void>>;
  }

  throw(error: unknown): Promise<IteratorResult<T, void>> {
    this.#leave();
    return this.#fail(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  get [Symbol.toStringTag](): string {
    return 'AsyncGenerator';
  }

  #leave(): void {
    this.#state.isEnded = true;
    this.#state.call?.drop();
  }

  /** Returns the next item of the current batch, if there is one. */
  #ready(): IteratorResult<T, void> | undefined {
    const item = this.#state.isEnded ? undefined : this.#batch?.next();
    if (item !== undefined && !item.done) {
      return item;
    }
    // The garbage collector can free the batch while the next one is awaited.
    this.#batch = undefined;
    return undefined;
  }

  async #read(): Promise<IteratorResult<T, void>> {
    try {
      for (;;) {
        const item = this.#ready();
        if (item !== undefined) {
          return item;
        }
        const { value, done } = await this.#batches.next();
        if (done) {
          return { value: undefined, done };
        }
        this.#batch = value[Symbol.iterator]();
      }
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Ends the generator of the batches by an error. */
  #fail(error: unknown): Promise<IteratorResult<never, void>> {
    return this.#batches.throw(error) as Promise<IteratorResult<never, void>>;
  }
}
