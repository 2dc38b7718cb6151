// Correct uses compile, and each incorrect one is an error. `tsc` checks this file, and nothing
// runs it.

import { AdminClient, AdminError, ApiPromise, NotFoundError, RateLimitError } from 'atlassian-admin';
import type { UsersOperations } from 'atlassian-admin/groups/users';
import type { AuditEvent, DirectoryUser, InvitationFailure, Invitations, List, ListPage, One, Org, Page, Policy, RequestEvent, Role, Users, UserStatus, UsersSearchParams, WithExtra, WithResponse } from 'atlassian-admin';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

export async function right(orgId: string, directoryId: string, signal: AbortSignal): Promise<void> {
  using admin = await AdminClient.create({ apiKey: 'key', retry: { attempts: 3 }, timeoutMs: 1_000, rateGate: false, readOnly: true });
  const org = await admin.orgs.get({ orgId }, { signal, timeoutMs: 5_000 });
  same<typeof org.data, Org>(true);
  const list = admin.users.search({ orgId, directoryId, limit: 50, status: ['active', 'a status of tomorrow'] });
  same<typeof list, List<DirectoryUser, Page<DirectoryUser>>>(true);
  for await (const user of list) same<typeof user, DirectoryUser>(true);
  const first = await list;
  same<typeof first, ListPage<DirectoryUser, Page<DirectoryUser>>>(true);
  for await (const page of list.pages()) same<typeof page, ListPage<DirectoryUser, Page<DirectoryUser>>>(true);
  for await (const event of admin.events.stream({ orgId, from: new Date() })) same<typeof event, AuditEvent>(true);
  for await (const event of admin.events.follow({ orgId, onCheckpoint: async (text) => text.length }, { signal })) same<typeof event, AuditEvent>(true);
  admin.users.search({ orgId, directoryId, cursor: first.cursor });
  const { cursor } = await admin.scim.listUsers({ directoryId });
  same<typeof cursor, number | undefined>(true);
  admin.scim.listUsers({ directoryId, startIndex: cursor });
  const limit: number | undefined = undefined;
  admin.users.search({ orgId, directoryId, limit, status: undefined });
  await admin.scim.createUser({ directoryId, body: { userName: 'new@example.com', displayName: undefined } });
  const invitations = await admin.users.invite({ orgId, emails: ['new@example.com'] });
  same<typeof invitations, Invitations>(true);
  same<typeof invitations.failures, InvitationFailure[]>(true);
  await AdminClient.create({ apiKey: null, backend: { execute: () => new Response('{}') } });
  await AdminClient.create({ apiKey: null, backend: { execute: async ({ url }) => (url ? { status: 204 } : new Response('{}')) } });
  const user = first.items[0] as WithExtra<DirectoryUser>;
  same<(typeof user)['newMember'], unknown>(true);
  same<(typeof user)['accountId'], DirectoryUser['accountId']>(true);
  await admin.orgs.list();
  await admin.orgs.list().catch((error: unknown) => (error instanceof NotFoundError ? error.status : undefined));
  const params: UsersSearchParams = { orgId, directoryId };
  const status: UserStatus = 'suspended';
  const role: Role = 'a role of tomorrow';
  admin.users.search({ ...params, status: [status], roleIds: [role] });
  same<Parameters<UsersOperations['search']>[0], UsersSearchParams>(true);
  same<AdminClient['users'], Users>(true);
  same<(typeof admin.users)['search'], UsersOperations['search']>(true);
  const group = await admin.groups.ensure({ orgId, directoryId, name: 'auditors' }, { timeoutMs: 1_000, signal });
  admin.groups.members({ orgId, directoryId, groupId: group.id });
  for await (const line of admin.events.streamLines({ orgId })) same<typeof line, string>(true);
  same<Policy['type'], 'policy' | null | undefined>(true);
  await admin.account.getProfile({ accountId: 'a' });
  await admin.scimLinks.get({ orgId, accountId: 'a' });
  await admin.roles.assign({ orgId, accountId: 'a', role });
  admin.close();
}

export async function rightFirstLines(orgId: string, directoryId: string, key: string | undefined): Promise<void> {
  const admin = new AdminClient({ apiKey: key });
  new AdminClient({ apiKey: () => 'key', directoryKey: async () => 'key', baseUrl: new URL('https://example.com') });
  new AdminClient({ directoryKey: null, timeoutMs: Infinity, userAgent: 'leavers/1.0', headers: { 'x-token': 'a' }, debug: true });
  new AdminClient({ apiKey: null, headers: new Headers({ 'x-token': 'a' }) });
  const call = admin.orgs.get({ orgId }, { signal: null, timeoutMs: Infinity, retry: false, headers: { 'x-token': 'b' }, validate: 'throw' });
  same<typeof call, ApiPromise<One<Org>>>(true);
  const response = await call.withResponse();
  same<typeof response, WithResponse<One<Org>>>(true);
  same<typeof response.headers, Headers>(true);
  const list = admin.users.search({ orgId, directoryId }, { readAhead: false });
  const users = await list.toArray({ max: 5 });
  same<typeof users, DirectoryUser[]>(true);
  const first = await list.first();
  same<typeof first, DirectoryUser | undefined>(true);
  const page = await list.firstPage();
  for await (const user of page) same<typeof user, DirectoryUser>(true);
  const next = page.hasNext ? await page.next() : undefined;
  same<typeof next, ListPage<DirectoryUser, Page<DirectoryUser>> | undefined>(true);
  const thing = await admin.request<{ id: string }>('GET', '/admin/v2/orgs/{orgId}/x', { path: { orgId }, query: { limit: 5, id: ['a'] } });
  same<typeof thing, { id: string }>(true);
  const waits: number[] = [];
  const onEvent = (event: RequestEvent) => event.type === 'waiting' && waits.push(event.waitMs);
  new AdminClient({ apiKey: null, onEvent });
}

export function kinds(error: unknown): number | undefined {
  if (error instanceof RateLimitError) {
    same<typeof error.kind, 'RateLimit'>(true);
  }
  if (error instanceof AdminError) {
    switch (error.kind) {
      case 'NotFound':
        return error.status;
      // @ts-expect-error: no such kind
      case 'Notfound':
        return undefined;
    }
  }
  return undefined;
}

export async function wrongFirstLines(admin: AdminClient, orgId: string): Promise<void> {
  // @ts-expect-error: at least one key, or null
  new AdminClient({});
  // @ts-expect-error: at least one key, or null
  await AdminClient.create({ baseUrl: 'https://example.com' });
  // @ts-expect-error: a key is text
  new AdminClient({ apiKey: 7 });
  // @ts-expect-error: a single call has no next page
  await admin.orgs.get({ orgId }, { readAhead: false });
  // @ts-expect-error: an event that waits has no status
  new AdminClient({ apiKey: null, onEvent: (event) => event.type === 'waiting' && event.status });
  // @ts-expect-error: no such method
  await admin.request('FETCH', '/admin/v2/x');
}

export async function wrong(admin: AdminClient, orgId: string): Promise<void> {
  // @ts-expect-error: the organization is required
  await admin.orgs.get({});
  // @ts-expect-error: the arguments are required
  await admin.orgs.get();
  // @ts-expect-error: no such argument
  await admin.orgs.get({ orgId, nane: 'x' });
  // @ts-expect-error: an id is text
  await admin.orgs.get({ orgId: 7 });
  // @ts-expect-error: no such operation
  await admin.orgs.fetch({ orgId });
  // @ts-expect-error: no such option
  await AdminClient.create({ apiKey: 'key', key: 'x' });
  // @ts-expect-error: the options must be given
  new AdminClient();
  // @ts-expect-error: not a listing
  for await (const _ of admin.orgs.get({ orgId })) break;
  // @ts-expect-error: a feed needs its organization
  admin.events.stream({});
  // @ts-expect-error: a feed has no first page
  (await admin.events.stream({ orgId })).items;
  // @ts-expect-error: only `follow` has an interval
  admin.events.stream({ orgId, intervalMs: 1_000 });
  // @ts-expect-error: a checkpoint is text
  admin.events.follow({ orgId, checkpoint: { cursor: 'x' } });
  // @ts-expect-error: no such group of operations
  await admin.user.get({ orgId });
  // @ts-expect-error: a value of an enum is text
  admin.users.search({ orgId, directoryId: 'd', status: [7] });
  // @ts-expect-error: it takes a list of values
  admin.users.search({ orgId, directoryId: 'd', status: 'active' });
  // @ts-expect-error: the items of a page are typed
  (await admin.users.search({ orgId, directoryId: 'd' })).items[0]!.accountId.toFixed();
  // @ts-expect-error: an unknown property needs `WithExtra`
  (await admin.users.search({ orgId, directoryId: 'd' })).items[0]!.acountId;
  // @ts-expect-error: also in an envelope
  (await admin.orgs.get({ orgId })).dta;
  // @ts-expect-error: also in what is sent
  await admin.scim.createUser({ directoryId: 'd', body: { usernmae: 'new@example.com' } });
  // @ts-expect-error: the cursor of SCIM is a number, which no other listing takes
  admin.users.search({ orgId, directoryId: 'd', cursor: (await admin.scim.listUsers({ directoryId: 'd' })).cursor });
  // @ts-expect-error: a required argument is not undefined
  await admin.orgs.get({ orgId: undefined });
  // @ts-expect-error: no such option of a call
  await admin.orgs.get({ orgId }, { timeout: 5_000 });
  // @ts-expect-error: milliseconds are a number
  await admin.orgs.get({ orgId }, { timeoutMs: '5s' });
  // @ts-expect-error: a signal, not its controller
  await admin.orgs.get({ orgId }, { signal: new AbortController() });
  // @ts-expect-error: the properties of the body are beside the other arguments
  await admin.groups.create({ orgId, directoryId: 'd', body: { name: 'g' } });
  // @ts-expect-error: the parts of a whole document are typed
  await admin.scim.createUser({ directoryId: 'd', body: { emails: 'new@example.com' } });
  // @ts-expect-error: the response is empty
  (await admin.groups.delete({ orgId, directoryId: 'd', groupId: 'g' })).id;
  // @ts-expect-error: a client has one transport
  await AdminClient.create({ apiKey: 'key', fetch: 'https://example.com' });
  // @ts-expect-error: a response has a status
  await AdminClient.create({ apiKey: 'key', backend: { execute: async () => ({ body: '{}' }) } });
  // @ts-expect-error: the state of a client is private
  admin.orgs = admin.users;
}
