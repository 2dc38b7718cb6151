/** Listings: item by item, page by page, or the first page alone. */

import { callerOf, located, named } from './callers.js';
import type { Place } from './callers.js';
import type { Call } from './calls.js';
import { dataOf, failure } from './errors.js';
import type { Told as Failed } from './errors.js';
import { leavable } from './leave.js';
import type { Doing } from './leave.js';

/** A page of a listing. */
export interface ListPage<Item, Answer = unknown, Cursor extends string | number = string> {
  /** What is on it. */
  items: Item[];
  /**
   * Where the next page starts: what the argument `cursor` takes; of SCIM a number, for `startIndex`. `undefined` at the end. Where the
   * server names a next page that cannot be asked for, reading it throws a `PagingError`: to take that for the end would lose the rest in
   * silence.
   */
  readonly cursor: Cursor | undefined;
  /** The whole answer, as it came. */
  answer: Answer;
}

/**
 * A page, as the core gives it.
 *
 * @internal
 */
type Told = [answer: unknown, items: unknown[], cursor: string | number | undefined, problem?: Failed];

/**
 * Makes a page of what the core gives.
 *
 * @internal
 */
export function pageOf([answer, items, cursor, problem]: Told): ListPage<unknown, unknown, string | number> {
  if (problem === undefined) {
    return { answer, items, cursor };
  }
  return {
    answer,
    items,
    get cursor(): never {
      throw failure(dataOf(problem));
    },
  };
}

/**
 * A walk in the core.
 *
 * @internal
 */
export interface Walk {
  next(): Call<Told | undefined>;
  free(): void;
}

/**
 * A listing that nothing was asked for yet.
 *
 * `for await` walks over all items, while the next page is already on its way; `await` gets the first page; `pages()` walks over the
 * pages. Each of them begins at the beginning, but for `await`: the first page is fetched once.
 */
export class List<Item, Answer = unknown, Cursor extends string | number = string>
  implements PromiseLike<ListPage<Item, Answer, Cursor>>, AsyncIterable<Item>
{
  static {
    named(this, 'List');
  }

  readonly #open: () => Walk;
  readonly #check: () => void;
  readonly #caller: Place;
  #first: Promise<ListPage<Item, Answer, Cursor>> | undefined;

  /**
   * `check` throws where the caller's signal has stopped it. `caller` is where the listing was
   * made.
   *
   * @internal
   */
  constructor(open: () => Walk, check: () => void, caller: Place) {
    this.#open = open;
    this.#check = check;
    this.#caller = caller;
  }

  /**
   * All items, page after page, as the server sent them: a property of another type, or an item without its id, costs no other item.
   * `validate` reports what differs from the types.
   */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return leavable((doing) => this.#batches(doing, (page) => this.#items(page)));
  }

  /** All pages. */
  pages(): AsyncGenerator<ListPage<Item, Answer, Cursor>, void, undefined> {
    return leavable((doing) => this.#batches(doing, (page) => [page]));
  }

  *#items({ items }: ListPage<Item, Answer, Cursor>): Generator<Item, void, undefined> {
    const check = this.#check;
    for (const item of items) {
      check();
      yield item;
    }
  }

  async *#batches<T>(
    doing: Doing,
    partsOf: (page: ListPage<Item, Answer, Cursor>) => Iterable<T>,
  ): AsyncGenerator<Iterable<T>, void, undefined> {
    const walk = this.#open();
    let ahead: Call<Told | undefined> | undefined;
    try {
      ahead = walk.next();
      for (;;) {
        doing.call = ahead;
        let page = await ahead.result;
        this.#check();
        if (page === undefined || doing.isLeft) {
          return;
        }
        ahead = walk.next();
        // Should it fail, that is told when it is asked for.
        ahead.result.catch(() => {});
        yield partsOf(pageOf(page) as ListPage<Item, Answer, Cursor>);
        // Else it would be kept until the next one is read, at the collector's expense.
        page = undefined;
      }
    } finally {
      ahead?.drop();
      walk.free();
    }
  }

  /** The first page; what `await` uses. */
  then<R = ListPage<Item, Answer, Cursor>, E = never>(
    resolved?: ((page: ListPage<Item, Answer, Cursor>) => R | PromiseLike<R>) | null,
    rejected?: ((error: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return this.#ask(callerOf(this.then)).then(resolved, rejected);
  }

  /** What to do should the first page not come. */
  catch<E = never>(rejected?: ((error: unknown) => E | PromiseLike<E>) | null): Promise<ListPage<Item, Answer, Cursor> | E> {
    return this.#ask(callerOf(this.catch)).catch(rejected);
  }

  /** The first page, as a promise of its own. */
  first(): Promise<ListPage<Item, Answer, Cursor>> {
    return this.#ask(callerOf(this.first));
  }

  /**
   * The first page. `await` calls `then` without a caller: then errors name the one that made the
   * listing.
   */
  #ask(caller: Place): Promise<ListPage<Item, Answer, Cursor>> {
    if (this.#first === undefined) {
      this.#first = this.#fetchFirst().catch((error: unknown) => {
        throw located(error, caller, this.#caller);
      });
      // Who asks again after a failure asks the server.
      this.#first.catch(() => (this.#first = undefined));
    }
    return this.#first;
  }

  async #fetchFirst(): Promise<ListPage<Item, Answer, Cursor>> {
    const walk = this.#open();
    try {
      return pageOf((await walk.next().result) ?? [undefined, [], undefined]) as ListPage<Item, Answer, Cursor>;
    } finally {
      walk.free();
    }
  }
}
