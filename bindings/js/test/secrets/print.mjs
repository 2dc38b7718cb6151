// Prints all that a client shows in Node, in each way in which programs print.

import { inspect } from 'node:util';
import * as atlassian from 'atlassian-admin';
import { examples } from '../suite/files.mjs';
import { callsOf, neglect, tour } from './tour.mjs';

if (process.argv[2] === 'neglect') {
  await neglect(atlassian);
} else {
  const result = await tour(atlassian, callsOf(examples()), (thing) => {
    console.error(thing);
    console.log('%s %o %j', String(thing), thing instanceof Error ? thing.stack : '', thing);
    console.dir({ nested: { ...thing } }, { depth: 9 });
    console.log(inspect(thing, { depth: 9 }), thing instanceof Error ? inspect(structuredClone(thing)) : '');
  });
  console.log(JSON.stringify(result));
}
