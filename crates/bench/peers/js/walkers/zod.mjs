// What one would write by hand with zod: each page is checked.

import { open as openFloor } from './floor.mjs';

export async function open(options) {
  const { answers } = await import(options.schemas);
  const schema = answers['events.poll'];
  return openFloor(options, async (answer) => schema.parse(await answer.json()));
}
