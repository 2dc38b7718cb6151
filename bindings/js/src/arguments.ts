/** The arguments of calls: what can be said of them before anything is sent, and their JSON. */

import { misuse } from './callers.js';
import type { StreamOptions } from './events.js';
import { refuseUnknown } from './checks.js';

/** What `follow` takes; `stream` does not rest. */
const FEED = ['orgId', 'from', 'to', 'limit', 'overlapMs', 'checkpoint', 'onCheckpoint', 'lock', 'intervalMs'];

/**
 * Arguments as JSON. What JSON would leave out or make `null` of in silence is refused: a filter that is lost asks for everything.
 *
 * @internal
 */
export function written(operation: string, args: object | undefined): string {
  refuseAllButObjects(operation, args);
  // The objects that lead to what is being written, and their places.
  const above: { object: unknown; place: string }[] = [];
  return JSON.stringify(args ?? {}, function (this: Record<string, unknown>, name, value: unknown) {
    while (above.length > 0 && above.at(-1)?.object !== this) {
      above.pop();
    }
    const place = placed(above.at(-1), name);
    const problem = problemOf(this[name], value) ?? (above.some(({ object }) => object === value) ? 'contains itself' : tooDeep(above.length));
    if (problem !== undefined) {
      throw misuse(`${operation}: ${place}: ${problem}`);
    }
    if (typeof value === 'object' && value !== null) {
      above.push({ object: value, place });
    }
    return value;
  });
}

/** The core reads some more, and nothing that is real comes near. */
function tooDeep(depth: number): string | undefined {
  return depth > 100 ? 'is nested too deeply' : undefined;
}

/**
 * Checks what the core is not told of a feed's options, or could not refuse.
 *
 * @internal
 */
export function checkFeed(operation: string, options: StreamOptions | undefined): void {
  refuseAllButObjects(operation, options);
  refuseUnknown(`${operation}: `, options, operation === 'events.follow' ? FEED : FEED.slice(0, -1));
  // A store that has none yet may say so by `null`.
  const { checkpoint, onCheckpoint, lock } = options ?? ({} as Partial<StreamOptions>);
  if (typeof (checkpoint ?? '') !== 'string') {
    throw misuse(`${operation}: checkpoint: must be text, as onCheckpoint got it`);
  }
  if (lock !== undefined && typeof lock !== 'string') {
    throw misuse(`${operation}: lock: must be text`);
  }
  if (typeof (onCheckpoint ?? written) !== 'function') {
    throw misuse(`${operation}: onCheckpoint: must be a function`);
  }
}

/**
 * Does it now, and tells how it went when that is asked for: what a caller gave may be another thing by then.
 *
 * @internal
 */
export function early<T>(act: () => T): () => T {
  try {
    const value = act();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function refuseAllButObjects(operation: string, args: unknown): void {
  if (args !== undefined && tagOf(args) !== 'Object') {
    throw misuse(`${operation}: takes an object of arguments`);
  }
}

/** `Object` for what is no more than that, and `Promise`, `Map`, `Date` and the like. */
const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** What is wrong with a value: `raw` as it was given, `value` as its `toJSON` has it. */
function problemOf(raw: unknown, value: unknown): string | undefined {
  // Its `toJSON` makes `null` of it.
  if (tagOf(raw) === 'Date' && Number.isNaN(Number(raw))) {
    return 'is not a valid date';
  }
  if (typeof value === 'string') {
    // It would arrive as another letter, and might be another's name.
    return /\p{Cs}/u.test(value) ? 'holds half a letter' : undefined;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : 'must be a number';
  }
  // Of a promise that nobody awaited, or a map, JSON would be `{}`.
  const what = typeof value === 'object' ? tagOf(value) : typeof value;
  return /^(Object|Array|Null|boolean|undefined)$/.test(what) ? undefined : `cannot be sent, as it is a ${what}`;
}

/** Where a member is, such as `body.emails[0].value`. */
function placed(parent: { object: unknown; place: string } | undefined, name: string): string {
  if (Array.isArray(parent?.object)) {
    return `${parent.place}[${name}]`;
  }
  return parent?.place ? `${parent.place}.${name}` : name;
}
