/** Searches in lists. */

/**
 * The first item that `isIt` accepts. The server may ignore a filter, so each item is checked.
 *
 * @internal
 */
export async function firstOf<Item>(list: AsyncIterable<Item>, isIt: (item: Item) => boolean): Promise<Item | undefined> {
  for await (const item of list) {
    if (isIt(item)) {
      return item;
    }
  }
  return undefined;
}
