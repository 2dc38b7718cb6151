// The simulator is a backend, and a wrong setting is an error. Checked by `tsc`, never run.

import { AdminClient } from 'atlassian-admin';
import type { Backend } from 'atlassian-admin';
import { Simulator } from 'atlassian-admin-simulator';
import type { Fault, OperationName, Quirk, Scenario, SeenRequest, SimulatorSettings } from 'atlassian-admin-simulator';

const quirks: Quirk[] = ['read-lag', 'licence-limit'];
const on: OperationName = 'events.poll';
const faults: Fault[] = [
  { status: 503, times: 2, on },
  { status: 429, retryAfter: 'http-date', chance: 0.5 },
  { kind: 'lost', as: 'hang', skip: 1 },
  { kind: 'delay', ms: 5 },
  { kind: 'late', every: 3, by: 30 },
  'reset',
  '503',
  '503:every=5',
  'lost:as=hang',
];
const scenario: Scenario = {
  groups: [{ name: 'auditors', roles: [{ role: 'atlassian/user', resource: 'confluence' }] }],
  users: [{ email: 'ann@example.com', groups: ['auditors'], suspended: true }],
  policies: ['office'],
};
export const settings: SimulatorSettings = { accounts: 20, now: new Date(), quirks, faults, scenario, organizations: [{ seed: 2 }] };

export async function right(): Promise<AdminClient> {
  const simulator = await Simulator.create(settings);
  const backend: Backend = simulator;
  const [first]: SeenRequest[] = simulator.requests();
  const status: number | null | undefined = first?.status;
  const id: string = simulator.accountId('ann@example.com') + status;
  simulator.arrange(id ? scenario : {});
  return new AdminClient({ apiKey: simulator.apiKey, directoryKey: simulator.directoryKey, backend });
}

export async function wrong(): Promise<void> {
  // @ts-expect-error: no such setting
  await Simulator.create({ acounts: 20 });
  // @ts-expect-error: no such quirk
  await Simulator.create({ quirks: ['read-lags'] });
  // @ts-expect-error: no such operation
  await Simulator.create({ faults: [{ status: 503, on: 'events.pol' }] });
  // @ts-expect-error: no such kind
  await Simulator.create({ faults: [{ kind: 'teapot' }] });
  // @ts-expect-error: no such kind, as text
  await Simulator.create({ faults: ['teapot:times=1'] });
  // @ts-expect-error: an argument of another kind
  await Simulator.create({ faults: [{ kind: 'reset', as: 'hang' }] });
  // @ts-expect-error: `ms` is needed
  await Simulator.create({ faults: [{ kind: 'delay' }] });
  // @ts-expect-error: only the first organization has the clock
  await Simulator.create({ organizations: [{ now: 1 }] });
  // @ts-expect-error: created by `create`
  new Simulator();
}
