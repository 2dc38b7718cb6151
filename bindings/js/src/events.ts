/**
 * The audit log as a feed: every event, across restarts. None comes twice, but for those of a batch that was not dealt with to its
 * end: the next run brings them all again.
 */

import type { Call } from './calls.js';
import { ValidationError } from './errors.js';
import { leavable } from './leave.js';
import type { Doing } from './leave.js';

/** Which events, and from where on. */
export interface StreamOptions {
  /** The organization. */
  orgId: string;
  /** The earliest processing time. A date alone, such as `'2026-05-19'`, is 00:00 UTC of that day. The log goes back 180 days. */
  from?: Date | number | string | undefined;
  /**
   * The latest processing time, inclusive. A date alone, such as `'2026-05-19'`, includes the whole
   * day (UTC). A `Date` is an instant: `new Date('2026-05-19')` is 00:00 UTC of that day.
   */
  to?: Date | number | string | undefined;
  /** The most events on a page: 1 to 500, and 500 unless given. */
  limit?: number | undefined;
  /** How far back to read again for events that become visible late, in milliseconds. One minute unless given. */
  overlapMs?: number | undefined;
  /** Goes on behind the events of an earlier run. */
  checkpoint?: string | null | undefined;
  /**
   * Is told where to go on, behind a batch whose events are all dealt with. Store the text once their effects are safe, and a later
   * run with it as `checkpoint` misses none. The feed waits for a promise.
   *
   * The feed takes an event for dealt with as soon as the next one is asked for. In a `for await` that is at the end of the body; who
   * asks ahead, such as `Readable.from(feed).pipe(…)`, has events in a buffer then, and must not store the text before those are
   * through. Who leaves the loop within a batch gets that batch again from its first event: each comes at least once.
   *
   * The text names the events of the last overlap (of up to three while the feed catches up), at some 55 bytes each: a few kilobytes
   * mostly, and 1.4 MB at the most, with 25,000 events. Where that is too much to store, choose a smaller `overlapMs`.
   */
  onCheckpoint?: ((checkpoint: string) => unknown) | undefined;
  /**
   * A name of which there is one feed at a time in all tabs and workers of an origin: another one is refused with an `InUseError`. So
   * two tabs do not deal with the same events twice, nor store checkpoints over each other's. Only where there are Web Locks: in
   * browsers, and in Node from 24 on.
   */
  lock?: string | undefined;
}

/** How to follow. */
export interface FollowOptions extends StreamOptions {
  /** How long to rest at the end of the log, in milliseconds. One minute unless given. */
  intervalMs?: number | undefined;
}

/**
 * A feed in the core.
 *
 * @internal
 */
export interface Feed {
  next(): Call<unknown[] | undefined>;
  /** Throws where the caller's signal has stopped it. */
  check(): void;
  checkpoint(): string;
  free(): void;
}

/**
 * Walks over a feed, while it holds the lock where there is one.
 *
 * @internal
 */
export function walk<Event>(
  open: () => Feed,
  onCheckpoint: StreamOptions['onCheckpoint'],
  lock: () => Promise<(() => Promise<unknown>) | undefined>,
): AsyncGenerator<Event, void, undefined> {
  return leavable(async function* (doing) {
    const release = await lock();
    try {
      yield* deliver<Event>(open(), onCheckpoint, doing);
    } finally {
      await release?.();
    }
  });
}

async function* deliver<Event>(
  feed: Feed,
  onCheckpoint: StreamOptions['onCheckpoint'],
  doing: Doing,
): AsyncGenerator<Iterable<Event>, void, undefined> {
  try {
    while (!doing.isLeft) {
      const call = feed.next();
      doing.call = call;
      const batch = await call.result.catch((error: unknown) => {
        // Whoever stores it gets past a batch that is not as documented, and still has its events.
        throw error instanceof ValidationError ? Object.assign(error, { checkpoint: feed.checkpoint() }) : error;
      });
      if (batch !== undefined) {
        yield checked(feed, batch as Event[]);
      }
      if (!doing.isLeft) {
        await onCheckpoint?.(feed.checkpoint());
      }
      if (batch === undefined) {
        return;
      }
    }
  } finally {
    feed.free();
  }
}

function* checked<Event>(feed: Feed, batch: Event[]): Generator<Event, void, undefined> {
  for (const event of batch) {
    feed.check();
    yield event;
  }
}
