import type { AdminClient } from 'atlassian-admin';

export async function countUsers(admin: AdminClient, orgId: string, directoryId: string): Promise<number> {
  let count = 0;
  for await (const page of admin.users.search({ orgId, directoryId }).pages()) {
    count += page.items.length;
  }
  return count;
}

export async function countEvents(admin: AdminClient, orgId: string): Promise<number> {
  let count = 0;
  for await (const _ of admin.events.stream({ orgId })) {
    count += 1;
  }
  return count;
}
