// A reporter that prints the failures once all tests have run, and the number of tests. It prints
// no names of tests that passed.

import { inspect } from 'node:util';

/** The most characters that are printed of an error: a compared value may be a whole response. */
const MOST = 3_000;

export default async function* failures(events) {
  const failed = [];
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message;
    } else if (type === 'test:diagnostic' && data.nesting === 0) {
      yield `# ${data.message}\n`;
    } else if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') {
      const { cause = data.details.error } = data.details.error;
      failed.push(`not ok: ${data.name}\n  ${data.file}:${data.line}\n${inspect(cause, { maxStringLength: 500 }).slice(0, MOST)}\n`);
    }
  }
  yield failed.join('\n');
}
