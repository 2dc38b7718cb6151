// Reads the audit log step by step, and stores a digest of it.

import { AbortError, AdminClient, TimeoutError } from 'atlassian-admin';

/** Where the digest is stored. A value of Forge's storage holds 240 KiB, so it keeps counts and the latest events only. */
const KEY = 'digest';
const SHOWN = 20;
/**
 * How far back the end of the log is read again for events that become visible late. The checkpoint holds the ids of up to three
 * times this, at about 55 bytes each: beside the digest there is room for 4,000 of them, which is 130 events per second.
 */
const OVERLAP_MS = 10_000;

/** @import { AuditEvent, ClientOptions } from 'atlassian-admin' */
/** @typedef {Pick<AuditEvent, 'id'> & { time: string | null | undefined, action: string, text: string | null | undefined }} Shown */
/** @typedef {{ total: number, actions: Record<string, number>, latest: Shown[], checkpoint?: string }} Digest */

/** @type {Digest} */
const EMPTY = { total: 0, actions: {}, latest: [] };

/** One consumer at a time is enough. */
const JOB = { body: {}, concurrency: { key: 'audit-log', limit: 1 } };

/**
 * The app's functions, given Forge's storage, queue and `fetch`, which only allows the hosts of the manifest. A consumer stops
 * `patienceMs` after its start, before Forge would stop it.
 *
 * @param {object} services
 * @param {string} services.apiKey
 * @param {string} services.orgId
 * @param {NonNullable<ClientOptions['fetch']>} services.fetch
 * @param {{ get(key: string): Promise<Digest | undefined>, set(key: string, digest: Digest): Promise<void> }} services.kvs
 * @param {{ push(job: typeof JOB): Promise<unknown> }} services.queue
 * @param {number} [services.patienceMs]
 */
export function auditLog({ apiKey, orgId, fetch, kvs, queue, patienceMs = 840_000 }) {
  /** For the scheduled trigger: it has little time, so it leaves the work to the consumer. */
  async function schedule() {
    await queue.push(JOB);
  }

  /** For the consumer: reads new events. */
  async function copy() {
    const signal = AbortSignal.timeout(patienceMs);
    const admin = await AdminClient.create({ apiKey, fetch });
    let { checkpoint, ...known } = (await kvs.get(KEY)) ?? EMPTY;
    // The digest and the checkpoint are one value, stored in one step: whenever this ends, the next consumer resumes after the last
    // batch in the digest, and no event is missing or counted twice.
    /** @param {string} checkpoint */
    const onCheckpoint = (checkpoint) => kvs.set(KEY, { ...known, checkpoint });
    try {
      for await (const event of admin.events.stream({ orgId, checkpoint, onCheckpoint, overlapMs: OVERLAP_MS }, { signal })) {
        known = include(known, event);
      }
    } catch (error) {
      // Another consumer reads the rest. Other errors are in the app's log, and are retried within the hour.
      const isOutOfTime = error instanceof TimeoutError || error instanceof AbortError;
      if (!(signal.aborted && isOutOfTime)) throw error;
      await schedule();
    } finally {
      admin.close();
    }
  }

  /** For the web page: returns the current digest. */
  async function digest() {
    const { total, actions, latest } = (await kvs.get(KEY)) ?? EMPTY;
    return { total, actions, latest };
  }

  return { schedule, copy, digest };
}

/**
 * Adds an event to a digest.
 *
 * @param {Digest} digest
 * @param {AuditEvent} event
 * @returns {Digest}
 */
function include({ total, actions, latest }, { id, attributes, message }) {
  const { time } = attributes ?? {};
  const action = attributes?.action ?? 'unknown';
  return {
    total: total + 1,
    actions: { ...actions, [action]: (actions[action] ?? 0) + 1 },
    latest: [{ id, time, action, text: message?.content }, ...latest.slice(0, SHOWN - 1)],
  };
}
