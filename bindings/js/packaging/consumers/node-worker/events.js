import { parentPort, workerData } from 'node:worker_threads';
import { AdminClient } from 'atlassian-admin';

const admin = await AdminClient.create(workerData.settings);
let events = 0;
for await (const event of admin.events.stream({ orgId: workerData.orgId })) {
  events += event.id ? 1 : 0;
}
admin.close();
parentPort.postMessage(events);
