// The simulator is a backend, and a wrong setting is an error. Checked by `tsc`, never run.

import { AdminClient } from 'atlassian-admin';
import type { Backend } from 'atlassian-admin';
import { Simulator } from 'atlassian-admin-simulator';

export async function right(): Promise<AdminClient> {
  const simulator = await Simulator.create({ accounts: 20, now: new Date(), faults: ['503:every=5'] });
  const backend: Backend = simulator;
  return AdminClient.create({ apiKey: simulator.apiKey, directoryKey: simulator.directoryKey, backend });
}

export async function wrong(): Promise<void> {
  // @ts-expect-error: no such setting
  await Simulator.create({ acounts: 20 });
  // @ts-expect-error: made by `create`
  new Simulator();
}
