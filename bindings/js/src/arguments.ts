/** The arguments of calls: checks before anything is sent, and JSON. */

import { misuse } from './callers.js';
import type { StreamOptions } from './events.js';
import { refuseUnknown } from './checks.js';

/** The options of `follow`. `stream` takes all but the last. */
const FEED = ['orgId', 'from', 'to', 'limit', 'overlapMs', 'checkpoint', 'onCheckpoint', 'lock', 'intervalMs'];

/**
 * Returns arguments as JSON. Refuses values that JSON drops or replaces by `null` silently:
 * without its filter, a request asks for everything.
 *
 * @internal
 */
export function toJson(operation: string, args: object | undefined): string {
  checkObject(operation, args);
  // The objects that contain the current value, and their places.
  const parents: { object: unknown; place: string }[] = [];
  return JSON.stringify(args ?? {}, function (this: Record<string, unknown>, name, value: unknown) {
    while (parents.length > 0 && parents.at(-1)?.object !== this) {
      parents.pop();
    }
    const place = placeOf(parents.at(-1), name);
    const problem = problemOf(this[name], value) ?? (parents.some(({ object }) => object === value) ? 'contains itself' : tooDeep(parents.length));
    if (problem !== undefined) {
      throw misuse(`${operation}: ${place}: ${problem}`);
    }
    if (typeof value === 'object' && value !== null) {
      parents.push({ object: value, place });
    }
    return value;
  });
}

/** The core allows a few more levels. Real arguments have fewer than ten. */
function tooDeep(depth: number): string | undefined {
  return depth > 100 ? 'is nested too deeply' : undefined;
}

/**
 * Checks the options of a feed that the core does not receive, or cannot check.
 *
 * @internal
 */
export function checkFeed(operation: string, options: StreamOptions | undefined): void {
  checkObject(operation, options);
  refuseUnknown(`${operation}: `, options, operation.startsWith('events.follow') ? FEED : FEED.slice(0, -1));
  // `null` is accepted, since stores return it for a missing value.
  const { checkpoint, onCheckpoint, lock } = options ?? ({} as Partial<StreamOptions>);
  if (typeof (checkpoint ?? '') !== 'string') {
    throw misuse(`${operation}: checkpoint: must be text, as onCheckpoint received it`);
  }
  if (lock !== undefined && typeof lock !== 'string') {
    throw misuse(`${operation}: lock: must be text`);
  }
  if (typeof (onCheckpoint ?? toJson) !== 'function') {
    throw misuse(`${operation}: onCheckpoint: must be a function`);
  }
}

/**
 * Calls `act` now. The returned function returns its result, or throws its error: by then the
 * caller may have changed the arguments.
 *
 * @internal
 */
export function evaluateNow<T>(act: () => T): () => T {
  try {
    const value = act();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function checkObject(operation: string, args: unknown): void {
  if (args !== undefined && tagOf(args) !== 'Object') {
    throw misuse(`${operation}: takes an object of arguments`);
  }
}

/** The tag of a value: `Object` for a plain object, else `Promise`, `Map`, `Date` and so on. */
const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * Returns why a value cannot be sent: `raw` is the caller's, `value` the result of its `toJSON`.
 */
function problemOf(raw: unknown, value: unknown): string | undefined {
  // `toJSON` returns `null` for it.
  if (tagOf(raw) === 'Date' && Number.isNaN(Number(raw))) {
    return 'is not a valid date';
  }
  if (typeof value === 'string') {
    // It would arrive as another character, and could match another name.
    return /\p{Cs}/u.test(value) ? 'contains a lone surrogate' : undefined;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : 'must be a number';
  }
  // The JSON of a promise without `await`, or of a map, is `{}`.
  const what = typeof value === 'object' ? tagOf(value) : typeof value;
  return /^(Object|Array|Null|boolean|undefined)$/.test(what) ? undefined : `cannot be sent, as it is a ${what}`;
}

/** Returns the place of a property, such as `body.emails[0].value`. */
function placeOf(parent: { object: unknown; place: string } | undefined, name: string): string {
  if (Array.isArray(parent?.object)) {
    return `${parent.place}[${name}]`;
  }
  return parent?.place ? `${parent.place}.${name}` : name;
}
