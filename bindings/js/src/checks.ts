/** Checks of options, which a program without types may give in any form. */

import { misuse } from './callers.js';

/**
 * Refuses an option with an unknown name.
 *
 * @internal
 */
export function refuseUnknown(place: string, given: object | null | undefined, known: readonly string[]): void {
  const unknown = Object.keys(given ?? {}).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw misuse(`${place}${unknown}: is not known here; known are ${known.join(', ')}`);
  }
}

/**
 * Checks the names of options, and their types by `kinds`.
 *
 * @internal
 */
export function checkKinds(options: object, kinds: Record<string, readonly string[]>, place: string): void {
  refuseUnknown(place, options, Object.keys(kinds));
  for (const [name, value] of Object.entries(options)) {
    const fit = kinds[name] as readonly string[];
    if (value !== undefined && !fit.includes(kindOf(value))) {
      throw misuse(`${place}${name}: must be ${fit.join(' or ')}`);
    }
    if (typeof value === 'number' && !isMilliseconds(value)) {
      throw misuse(`${place}${name}: must be a number, and not below 0`);
    }
  }
}

/**
 * Checks the options of `retry`.
 *
 * @internal
 */
export function checkRetry(retry: unknown, place: string): void {
  if (typeof retry !== 'object' || retry === null) {
    return;
  }
  checkKinds(retry, { attempts: ['number'], firstWaitMs: ['number'], longestWaitMs: ['number'] }, `${place}retry.`);
  for (const [name, value] of Object.entries(retry)) {
    if (value === Infinity || (name === 'attempts' && value !== undefined && !(Number.isInteger(value) && value >= 1))) {
      throw misuse(`${place}retry.${name}: must be ${name === 'attempts' ? 'a whole number, from 1 on' : 'finite'}`);
    }
  }
}

/**
 * Checks what to do about findings.
 *
 * @internal
 */
export function checkValidate(validate: unknown, place: string): void {
  if (!['off', 'warn', 'throw'].includes(validate as string)) {
    throw misuse(`${place}validate: must be 'off', 'warn' or 'throw'`);
  }
}

function kindOf(value: unknown): string {
  const isUrl = Object.prototype.toString.call(value) === '[object URL]';
  return value === null ? 'null' : isUrl ? 'URL' : typeof value;
}

function isMilliseconds(value: number): boolean {
  return value >= 0 && (value <= 2 ** 53 || value === Infinity);
}

/**
 * A time-out for the core: `null` is none.
 *
 * @internal
 */
export function inMilliseconds(timeoutMs: number | undefined): number | null | undefined {
  return timeoutMs === Infinity ? null : timeoutMs;
}
