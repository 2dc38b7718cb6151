import { AdminClient, type ClientOptions } from 'atlassian-admin';

export async function countEvents(options: ClientOptions, orgId: string): Promise<number> {
  const admin = await AdminClient.create(options);
  const ids = new Set<string>();
  for await (const event of admin.events.stream({ orgId })) {
    ids.add(event.id);
  }
  admin.close();
  return ids.size;
}
