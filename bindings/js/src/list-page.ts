/** A page of a list. */

import { failure } from './errors.js';
import type { FailureData } from './errors.js';
import { named } from './callers.js';

/**
 * A page, as the core returns it.
 *
 * @internal
 */
export interface PageData {
  answer: unknown;
  items: unknown[];
  cursor?: string | number;
  hasNext: boolean;
  /** Why the next page cannot be requested. */
  problem?: FailureData;
}

/**
 * How a page goes on.
 *
 * @internal
 */
export interface Following<Page, Item> {
  next(): Promise<Page | undefined>;
  items(): AsyncGenerator<Item, void, undefined>;
}

/** A page of a list. `for await` over it reads its items, and those of all pages after it. */
export class ListPage<Item, Answer = unknown, Cursor extends string | number = string> implements AsyncIterable<Item> {
  static {
    named(this, 'ListPage');
  }

  /** The items on the page. */
  declare readonly items: Item[];
  /** Whether there is a page after it. */
  declare readonly hasNext: boolean;
  /**
   * Where the next page starts: what the parameter `cursor` takes, or for SCIM a number, which `startIndex` takes. `undefined` after the last
   * page. If the server names a next page that cannot be requested, reading it throws a `PagingError`: to take that for the end would lose
   * the rest in silence.
   */
  declare readonly cursor: Cursor | undefined;
  /** The whole response. */
  declare readonly answer: Answer;

  readonly #following: Following<ListPage<Item, Answer, Cursor>, Item>;

  /** @internal */
  constructor({ answer, items, cursor, hasNext, problem }: PageData, following: Following<ListPage<Item, Answer, Cursor>, Item>) {
    this.#following = following;
    const get = () => {
      throw failure(problem as FailureData);
    };
    // In the order in which a printed page shows them.
    Object.defineProperties(this, {
      items: { value: items, enumerable: true },
      cursor: { enumerable: true, ...(problem ? { get } : { value: cursor }) },
      hasNext: { value: hasNext, enumerable: true },
      answer: { value: answer, enumerable: true },
    });
  }

  /** Requests the page after this one; `undefined` after the last one. */
  next(): Promise<ListPage<Item, Answer, Cursor> | undefined> {
    return this.#following.next();
  }

  /** The items of this page, and of all pages after it. */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return this.#following.items();
  }
}
