/**
 * The audit log as a feed: every event, across restarts. No event comes twice, except those of a batch that was not processed to its end:
 * the next run delivers the whole batch again.
 */

import type { Call } from './calls.js';
import { ValidationError } from './errors.js';
import { iterateBatches } from './batch-iterator.js';
import type { IterationState } from './batch-iterator.js';

/** Which events to deliver, and where to begin. */
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
  /** Resumes after the events of an earlier run: the text that `onCheckpoint` received. One of the command line works as well. */
  checkpoint?: string | null | undefined;
  /**
   * Receives where to resume, after each batch whose events are all processed. Store the text once the effects of the events are safe, and a
   * later run with it as `checkpoint` misses none. The feed waits for a promise that this function returns.
   *
   * The feed regards an event as processed as soon as the next one is asked for. In a `for await` that is at the end of the body. A program
   * that asks ahead, such as `Readable.from(feed).pipe(…)`, has events in a buffer then, and must not store the text before those are
   * written. A program that leaves the loop within a batch gets that batch again from its first event: each event comes at least once.
   *
   * The text names the events of the last overlap (of up to three while the feed catches up), at some 55 bytes each: a few kilobytes
   * mostly, and 1.4 MB at the most, with 25,000 events. Where that is too much to store, choose a smaller `overlapMs`.
   */
  onCheckpoint?: ((checkpoint: string) => unknown) | undefined;
  /**
   * A name that one feed at a time has in all tabs and workers of an origin: another feed with it is refused with an `InUseError`. So two
   * tabs do not process the same events twice, nor overwrite each other's checkpoints. It needs Web Locks, which browsers have, and Node
   * from version 24.
   */
  lock?: string | undefined;
}

/** The options of a feed that continues with new events. */
export interface FollowOptions extends StreamOptions {
  /** How long to wait after the last event before the next request, in milliseconds. One minute unless given. */
  intervalMs?: number | undefined;
}

/**
 * A feed in the core.
 *
 * @internal
 */
export interface Feed {
  next(): Call<unknown[] | undefined>;
  /** Throws if the caller's signal has stopped it. */
  check(): void;
  checkpoint(): string;
  free(): void;
}

/**
 * Iterates over a feed, while it holds the lock, if it has one.
 *
 * @internal
 */
export function iterateFeed<Event>(
  open: () => Feed,
  onCheckpoint: StreamOptions['onCheckpoint'],
  lock: () => Promise<(() => Promise<unknown>) | undefined>,
): AsyncGenerator<Event, void, undefined> {
  return iterateBatches(async function* (state) {
    const release = await lock();
    try {
      yield* deliver<Event>(open(), onCheckpoint, state);
    } finally {
      await release?.();
    }
  });
}

async function* deliver<Event>(
  feed: Feed,
  onCheckpoint: StreamOptions['onCheckpoint'],
  state: IterationState,
): AsyncGenerator<Iterable<Event>, void, undefined> {
  try {
    while (!state.isEnded) {
      const call = feed.next();
      state.call = call;
      const batch = await call.result.catch((error: unknown) => {
        // A program that stores it gets past a batch that is not as documented.
        throw error instanceof ValidationError ? Object.assign(error, { checkpoint: feed.checkpoint() }) : error;
      });
      if (batch !== undefined) {
        yield checked(feed, batch as Event[]);
      }
      if (!state.isEnded) {
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
