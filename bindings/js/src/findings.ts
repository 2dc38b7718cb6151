/** Validation of responses: the differences from the documentation, and their reports. */

import { failure } from './errors.js';

/**
 * A place in a response that differs from the documentation. It contains no value of the response.
 */
export interface Finding {
  /** The operation that was called, such as `users.search`. */
  operation: string;
  /** Where: `data[3].id`, or `.` for the whole response. */
  path: string;
  /** The documented type: `text`, `a whole number`, `true or false`, `a list`, `an object`. */
  expected: string;
  /** The actual type: one of these, `a number`, `null`, or `nothing`. */
  found: string;
}

/** What the client does with findings. */
export type Validate = 'off' | 'warn' | 'throw';

/**
 * The findings in one response.
 *
 * @internal
 */
export interface Findings {
  /** The first 100. */
  findings: Finding[];
  /** The number of all findings. */
  count: number;
}

/**
 * Returns a function that reports findings: to `onFinding`, or else to the console, there once for
 * each place.
 *
 * @internal
 */
export function findingReporter(onFinding: ((finding: Finding) => void) | undefined): (findings: Finding[]) => void {
  const reported = new Set<string>();
  const warn = (finding: Finding) => {
    const text = described(finding);
    const place = text.replace(/\[\d+\]/g, '[]');
    if (!reported.has(place)) {
      reported.add(place);
      console.warn(`atlassian-admin: ${finding.operation}: ${text}`);
    }
  };
  // A failing callback must not lose the page.
  const complain = (error: unknown) => console.error(error);
  return (findings) => {
    for (const finding of findings) {
      try {
        // An asynchronous function may fail later.
        const result: unknown = (onFinding ?? warn)(finding);
        Promise.resolve(result).catch(complain);
      } catch (error) {
        complain(error);
      }
    }
  };
}

/**
 * Returns the error for a response with findings.
 *
 * @internal
 */
export function validationError(operation: string, { findings, count }: Findings, answer: unknown): Error {
  const first = findings.slice(0, 3).map(described).join('; ');
  const more = count > 3 ? `; and ${count - 3} more` : '';
  const message = `${operation}: the answer is not as documented: ${first}${more}`;
  return failure({ kind: 'Validation', message, operation, findings, count, answer });
}

function described({ path, expected, found }: Finding): string {
  return `${path}: expected ${expected}, found ${found}`;
}
