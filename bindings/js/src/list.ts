/** Lists: item by item, page by page, or the first page alone. */

import type { PreparedCall } from './call-options.js';
import { callerOf, located, misuse, named, traced } from './callers.js';
import type { Place } from './callers.js';
import { refuseUnknown } from './checks.js';
import type { Call } from './calls.js';
import type { WithResponse } from './exchange.js';
import { iterateBatches } from './batch-iterator.js';
import type { IterationState } from './batch-iterator.js';
import { ListPage } from './list-page.js';
import type { PageData } from './list-page.js';

/**
 * A pagination in the core.
 *
 * @internal
 */
export interface Walk<Page> {
  /** Requests the next page; `undefined` after the last one. */
  next(): Call<Page | undefined>;
  free(): void;
}

/**
 * Where the pages of a list come from.
 *
 * @internal
 */
export interface ListSource<Page, Cursor> {
  /** Starts a pagination from a cursor, or from the beginning. Throws if the arguments or options are wrong. */
  open(from: Cursor | undefined, pageOf: (data: PageData) => Page): Walk<Page>;
  /** Returns the options. Throws if they are wrong. */
  options(): PreparedCall;
  /** Throws if the caller's signal has stopped it. */
  check(): void;
  /** Where the list was made. */
  place: Place;
}

/** How much of a list is read into an array. */
export interface ArrayOptions {
  /** The maximum number of items; `Infinity` unless given. */
  max?: number | undefined;
}

/** The first page, and its call. */
interface First<Page> {
  call?: Call<Page | undefined>;
  page: Promise<Page>;
}

/**
 * A list of which nothing was requested yet.
 *
 * `for await` reads all items, while the next page is already requested; `await` returns the first page; `pages()` reads page by page. Each
 * of them begins at the beginning, but for `await`: the first page is requested once.
 */
export class List<Item, Answer = unknown, Cursor extends string | number = string>
  implements PromiseLike<ListPage<Item, Answer, Cursor>>, AsyncIterable<Item>
{
  static {
    named(this, 'List');
  }

  readonly #source: ListSource<ListPage<Item, Answer, Cursor>, Cursor>;
  #first: First<ListPage<Item, Answer, Cursor>> | undefined;

  /** @internal */
  constructor(source: ListSource<ListPage<Item, Answer, Cursor>, Cursor>) {
    this.#source = source;
  }

  /**
   * All items, page after page, as the server sent them: a property of another type, or an item without its id, costs no other item.
   * `validate` reports what differs from the types.
   */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return iterateBatches((state) => this.#batches(state, (page) => this.#items(page)));
  }

  /** All pages. */
  pages(): AsyncGenerator<ListPage<Item, Answer, Cursor>, void, undefined> {
    return iterateBatches((state) => this.#batches(state, (page) => [page]));
  }

  /**
   * All items in an array, or the first `max` of them. With `max`, no page is requested before it is needed.
   *
   * @example
   * const users = await admin.users.search({ orgId, directoryId }).toArray({ max: 500 });
   */
  toArray(options: ArrayOptions = {}): Promise<Item[]> {
    return traced(callerOf(this.toArray), async () => {
      if (typeof options !== 'object' || options === null) {
        throw misuse('toArray: takes an object of options');
      }
      refuseUnknown('toArray: ', options, ['max']);
      const { max = Infinity } = options;
      if (max !== Infinity && !(Number.isSafeInteger(max) && max >= 0)) {
        throw misuse('toArray: max: must be a whole number, not below 0');
      }
      return this.#collect(max);
    });
  }

  /** The first item; `undefined` if there is none. It takes one request, unless the first page is empty and others follow. */
  first(): Promise<Item | undefined> {
    return traced(callerOf(this.first), async () => (await this.#collect(1))[0]);
  }

  async #collect(max: number): Promise<Item[]> {
    const items: Item[] = [];
    if (max === 0) {
      return items;
    }
    for await (const page of this.#batches({ isEnded: false }, (page) => page.items, undefined, max === Infinity)) {
      for (const item of page) {
        items.push(item);
        if (items.length === max) {
          return items;
        }
      }
    }
    return items;
  }

  *#items({ items }: ListPage<Item, Answer, Cursor>): Generator<Item, void, undefined> {
    for (const item of items) {
      this.#source.check();
      yield item;
    }
  }

  async *#batches<T>(
    state: IterationState,
    partsOf: (page: ListPage<Item, Answer, Cursor>) => Iterable<T>,
    from?: Cursor,
    isWhole = true,
  ): AsyncGenerator<Iterable<T>, void, undefined> {
    // Not as the default of a parameter: the call would throw, and not its iterator.
    const readAhead = isWhole && this.#source.options().readAhead;
    const walk = this.#source.open(from, this.#pageOf);
    let call: Call<ListPage<Item, Answer, Cursor> | undefined> | undefined;
    try {
      for (;;) {
        state.call = call ??= walk.next();
        let page = await call.result;
        call = undefined;
        this.#source.check();
        if (page === undefined || state.isEnded) {
          return;
        }
        if (readAhead) {
          call = walk.next();
          // Should it fail, that is reported when it is asked for.
          call.result.catch(() => {});
        }
        yield partsOf(page);
        // Else it would be kept until the next one is read, at the collector's expense.
        page = undefined;
      }
    } finally {
      call?.drop();
      walk.free();
    }
  }

  readonly #pageOf = (data: PageData): ListPage<Item, Answer, Cursor> => {
    const page: ListPage<Item, Answer, Cursor> = new ListPage(data, {
      next: () => traced(callerOf(page.next), async () => (page.hasNext ? this.#fetch(page.cursor) : undefined)),
      items: () => iterateBatches((state) => this.#rest(state, page)),
    });
    return page;
  };

  /** The items of a page, and of the pages after it. */
  async *#rest(state: IterationState, page: ListPage<Item, Answer, Cursor>): AsyncGenerator<Iterable<Item>, void, undefined> {
    yield this.#items(page);
    if (page.hasNext && !state.isEnded) {
      yield* this.#batches(state, (next) => this.#items(next), page.cursor);
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

  /** What to do once the first page has come, or failed to. */
  finally(act?: (() => void) | null): Promise<ListPage<Item, Answer, Cursor>> {
    return this.#ask(callerOf(this.finally)).finally(act);
  }

  /** The first page, as a promise of its own. */
  firstPage(): Promise<ListPage<Item, Answer, Cursor>> {
    return this.#ask(callerOf(this.firstPage));
  }

  /** The first page with the response that it was read from. */
  withResponse(): Promise<WithResponse<ListPage<Item, Answer, Cursor>>> {
    const page = this.#ask(callerOf(this.withResponse));
    return page.then(async (value) => {
      const response = await this.#first?.call?.result.withResponse();
      return { ...(response as WithResponse<unknown>), value };
    });
  }

  /**
   * The first page. `await` calls `then` without a caller: then errors name the one that made the
   * list.
   */
  #ask(place: Place): Promise<ListPage<Item, Answer, Cursor>> {
    if (this.#first === undefined) {
      const first = {} as First<ListPage<Item, Answer, Cursor>>;
      first.page = this.#fetch(undefined, (call) => (first.call = call)).catch((error: unknown) => {
        throw located(error, place, this.#source.place);
      });
      // After a failure, the next one requests it again.
      first.page.catch(() => (this.#first = undefined));
      this.#first = first;
    }
    return this.#first.page;
  }

  async #fetch(
    from?: Cursor,
    note?: (call: Call<ListPage<Item, Answer, Cursor> | undefined>) => void,
  ): Promise<ListPage<Item, Answer, Cursor>> {
    const walk = this.#source.open(from, this.#pageOf);
    try {
      const call = walk.next();
      note?.(call);
      return (await call.result) ?? this.#pageOf({ answer: undefined, items: [], hasNext: false });
    } finally {
      walk.free();
    }
  }
}
