// Right uses compile, and each wrong one is an error. Checked by `tsc`, never run.

import { AdminClient, NotFoundError } from 'atlassian-admin';
import type { DirectoryUser, Event, List, ListPage, Org, Page } from 'atlassian-admin';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

export async function right(orgId: string, directoryId: string, signal: AbortSignal): Promise<void> {
  using admin = await AdminClient.create({ apiKey: 'key', retry: { attempts: 3 }, timeoutMs: 1_000 });
  const org = await admin.orgs.get({ orgId }, { signal, timeoutMs: 5_000 });
  same<typeof org.data, Org>(true);
  const list = admin.users.search({ orgId, directoryId, limit: 50, status: ['active', 'a status of tomorrow'] });
  same<typeof list, List<DirectoryUser, Page<DirectoryUser>>>(true);
  for await (const user of list) same<typeof user, DirectoryUser>(true);
  const first = await list;
  same<typeof first, ListPage<DirectoryUser, Page<DirectoryUser>>>(true);
  for await (const page of list.pages()) same<typeof page, ListPage<DirectoryUser, Page<DirectoryUser>>>(true);
  for await (const event of admin.events.stream({ orgId, from: new Date() })) same<typeof event, Event>(true);
  for await (const event of admin.events.follow({ orgId, onCheckpoint: async (text) => text.length }, { signal })) same<typeof event, Event>(true);
  await admin.orgs.list();
  await admin.orgs.list().catch((error: unknown) => (error instanceof NotFoundError ? error.status : undefined));
  admin.close();
}

export async function wrong(admin: AdminClient, orgId: string): Promise<void> {
  // @ts-expect-error: the organization must be given
  await admin.orgs.get({});
  // @ts-expect-error: the arguments must be given
  await admin.orgs.get();
  // @ts-expect-error: no such argument
  await admin.orgs.get({ orgId, nane: 'x' });
  // @ts-expect-error: an id is text
  await admin.orgs.get({ orgId: 7 });
  // @ts-expect-error: no such operation
  await admin.orgs.fetch({ orgId });
  // @ts-expect-error: no such option
  await AdminClient.create({ apiKey: 'key', key: 'x' });
  // @ts-expect-error: a client is made by `create`
  new AdminClient();
  // @ts-expect-error: not a listing
  for await (const _ of admin.orgs.get({ orgId })) break;
  // @ts-expect-error: a feed needs its organization
  admin.events.stream({});
}
