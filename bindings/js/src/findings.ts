/** Places in answers that are not as documented. */

import { failure } from './errors.js';

/** A place in an answer that is not as documented. It holds nothing of the answer itself. */
export interface Finding {
  /** The operation that was called, such as `users.search`. */
  operation: string;
  /** Where: `data[3].id`, or `.` for the whole answer. */
  path: string;
  /** What is documented: `text`, `a whole number`, `true or false`, `a list`, `an object`. */
  expected: string;
  /** What is there: one of these, `a number`, `null`, or `nothing`. */
  found: string;
}

/** What is to be done about findings. */
export type Validate = 'off' | 'warn' | 'throw';

/**
 * What was found in one answer.
 *
 * @internal
 */
export interface Findings {
  /** The first hundred. */
  findings: Finding[];
  /** How many there are in all. */
  count: number;
}

/**
 * Tells of findings: by the user's function, or else on the console, each place once.
 *
 * @internal
 */
export function reporter(onFinding: ((finding: Finding) => void) | undefined): (findings: Finding[]) => void {
  const known = new Set<string>();
  const warn = (finding: Finding) => {
    const words = described(finding);
    const place = words.replace(/\[\d+\]/g, '[]');
    if (!known.has(place)) {
      known.add(place);
      console.warn(`atlassian-admin: ${finding.operation}: ${words}`);
    }
  };
  // A page is never lost over what is told of it.
  const complain = (error: unknown) => console.error(error);
  return (findings) => {
    for (const finding of findings) {
      try {
        // What an asynchronous function answers may fail later.
        const told: unknown = (onFinding ?? warn)(finding);
        Promise.resolve(told).catch(complain);
      } catch (error) {
        complain(error);
      }
    }
  };
}

/**
 * The error of an answer with findings.
 *
 * @internal
 */
export function invalid(operation: string, { findings, count }: Findings, answer: unknown): Error {
  const first = findings.slice(0, 3).map(described).join('; ');
  const more = count > 3 ? `; and ${count - 3} more` : '';
  const message = `${operation}: the answer is not as documented: ${first}${more}`;
  return failure({ kind: 'Validation', message, operation, findings, count, answer });
}

function described({ path, expected, found }: Finding): string {
  return `${path}: expected ${expected}, found ${found}`;
}
