/** The audit log as a feed: every event at least once, none twice, across restarts. */

import type { Call, CallOptions } from './calls.js';
import { ValidationError } from './errors.js';

/** Which events, and from where on. */
export interface StreamOptions {
  /** The organization. */
  orgId: string;
  /** The earliest processing time. The log goes back 180 days. */
  from?: Date | number | string | undefined;
  /** The latest processing time. */
  to?: Date | number | string | undefined;
  /** The most events on a page: 1 to 500, and 500 unless given. */
  limit?: number | undefined;
  /** How far back to read again for events that become visible late, in milliseconds. One minute unless given. */
  overlapMs?: number | undefined;
  /** Goes on behind the events of an earlier run. */
  checkpoint?: string | undefined;
  /**
   * Is told where to go on once the events before are dealt with: when the next one is asked for after the last of a batch. Store
   * the text, and no event is lost. The feed waits for a promise.
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
  next(options: CallOptions): Call<unknown[] | undefined>;
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
export async function* walk<Event>(
  open: () => Feed,
  options: CallOptions,
  onCheckpoint: StreamOptions['onCheckpoint'],
  lock: () => Promise<(() => Promise<unknown>) | undefined>,
): AsyncGenerator<Event, void, undefined> {
  const release = await lock();
  try {
    yield* deliver<Event>(open(), options, onCheckpoint);
  } finally {
    await release?.();
  }
}

async function* deliver<Event>(
  feed: Feed,
  options: CallOptions,
  onCheckpoint: StreamOptions['onCheckpoint'],
): AsyncGenerator<Event, void, undefined> {
  try {
    for (;;) {
      const batch = await feed.next(options).result.catch((error: unknown) => {
        // Whoever stores it gets past a batch that is not as documented, and still has its events.
        throw error instanceof ValidationError ? Object.assign(error, { checkpoint: feed.checkpoint() }) : error;
      });
      for (const event of (batch ?? []) as Event[]) {
        feed.check();
        yield event;
      }
      await onCheckpoint?.(feed.checkpoint());
      if (batch === undefined) {
        return;
      }
    }
  } finally {
    feed.free();
  }
}
