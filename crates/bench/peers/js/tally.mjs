// What every walker counts, so that all of them can be seen to have read the same.

/** The events of a walk: how many there are, and a sum over what is read of them. */
export class Tally {
  items = 0;
  checksum = 0;

  /** Adds one event. */
  add({ id, attributes: { processedAt, actor, context } }) {
    const event = id.charCodeAt(7) + processedAt.charCodeAt(18) * 7 + actor.name.length * 11 + context.length * 13;
    this.checksum = (Math.imul(this.checksum, 31) + event) >>> 0;
    this.items += 1;
  }

  /** Adds the events of a page. */
  use(page) {
    for (const event of page) {
      this.add(event);
    }
  }
}
