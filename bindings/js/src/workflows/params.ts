/** Parameters of tasks of several operations. */

import { misuse } from '../callers.js';
import { refuseUnknown } from '../checks.js';

/**
 * Returns the parameters, once all of them are known to be given as text.
 *
 * @internal
 */
export function checkParams<T extends object>(operation: string, params: T, names: readonly (keyof T & string)[]): T {
  const given = (params ?? {}) as T;
  refuseUnknown(`${operation}: `, given, names);
  const missing = names.find((name) => typeof given[name] !== 'string');
  if (missing !== undefined) {
    throw misuse(`${operation}: ${missing}: must be ${given[missing] === undefined ? 'given' : 'text'}`);
  }
  return given;
}
