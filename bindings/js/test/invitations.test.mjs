// Invitations of which all, a part or nothing was granted.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inspect } from 'node:util';
import { AdminClient, AdminError, InvitationError } from 'atlassian-admin';
import { simulate } from './simulator.mjs';

let server;
before(async () => (server = await simulate('--accounts', '20', '--events', '10', '--no-rate-limits', '--quirk', 'licence-limit')));
after(() => server?.stop());

const role = (status, statusReason) => ({ resource: 'r', role: 'atlassian/user', status, statusReason });
const group = (status, statusReason) => ({ group: 'g', status, statusReason });
const person = (email, roleAssignmentResult, groupAssignmentResult) => ({ id: `id of ${email}`, email, results: [{ roleAssignmentResult, groupAssignmentResult }] });

/** The outcome of `users.invite` for this response of the server. */
async function invited(status, body, more = {}) {
  const backend = { execute: () => ({ status, body: JSON.stringify(body) }) };
  const admin = await AdminClient.create({ apiKey: null, backend, ...more });
  return admin.users.invite({ orgId: 'o', emails: ['a@example.com'] }).finally(() => admin.close());
}

const lost = { email: 'a', accountId: 'id of a', resource: 'r', role: 'atlassian/user', reason: 'no seat' };
const outside = { email: 'a', accountId: 'id of a', group: 'g', reason: 'synced' };

for (const [what, status, data, partial, failures] of [
  ['all of it', 200, [person('a', [role('INVITED')], [group('INVITED')])], false, []],
  ['a person without roles', 200, [{ id: 'x', email: 'a' }], false, []],
  ['nobody', 200, [], false, []],
  ['one role of two', 206, [person('a', [role('INVITED'), role('ERROR', 'no seat')])], true, [lost]],
  ['a group and no role', 206, [person('a', [role('ERROR', 'no seat')], [group('INVITED')])], true, [lost]],
  ['one person of two', 206, [person('a', [role('ERROR', 'no seat')], [group('ERROR', 'synced')]), person('b', [role('INVITED')])], true, [lost, outside]],
  ['a person without roles, and nothing for another', 206, [person('a', [role('ERROR', 'no seat')]), { email: 'b' }], true, [lost]],
  ['a part of it, by the status alone', 206, [], true, []],
  ['a part of it, by the results alone', 200, [person('a', [role('ERROR', 'no seat')], [group('INVITED')])], true, [lost]],
  ['a part with a status of tomorrow', 200, [person('a', [role('LATER', 'no seat'), role('INVITED')])], true, [lost]],
]) {
  test(`an invitation that gave ${what} lists its failures`, async () => {
    const answer = await invited(status, { data, novel: 1 });
    assert.deepEqual(answer, { data: JSON.parse(JSON.stringify(data)), novel: 1, partial, failures });
  });
}

for (const [what, status, data] of [
  ['a role', 206, [person('a', [role('ERROR', 'no seat')])]],
  ['roles and groups', 206, [person('a', [role('ERROR', 'no seat')], [group('ERROR', 'synced')]), person('b', undefined, [group('ERROR')])]],
  ['all parts, with a plain success,', 200, [person('a', [role('ERROR', 'no seat')])]],
]) {
  test(`an invitation that failed for all people is an error: ${what} refused`, async () => {
    const error = await invited(status, { data }).then((answer) => assert.fail(inspect(answer)), (error) => error);
    assert.ok(error instanceof InvitationError && error instanceof AdminError, `${error}`);
    assert.deepEqual([error.kind, error.operation, error.status], ['Invitation', 'users.invite', status]);
    assert.match(error.message, /^users\.invite: nobody was invited: every role and group was refused \(HTTP 20[06]\); .*`failures`/);
    assert.deepEqual(error.failures[0], lost);
    assert.deepEqual(error.answer.data, JSON.parse(JSON.stringify(data)));
    // The reasons are texts of the server, and the addresses are personal data.
    assert.doesNotMatch(inspect(error, { depth: 9 }) + JSON.stringify(error), /no seat|id of/);
  });
}

test('a response that is not a list of invitations is returned unchanged', async () => {
  for (const body of [{ data: null }, { data: [null, 7, { results: [null, { roleAssignmentResult: [null] }] }] }, [], 7, null, 'x']) {
    const answer = await invited(200, body).catch((error) => assert.ok(error instanceof AdminError, `${error}`));
    if (answer) assert.deepEqual(answer.data, body.data);
  }
});

test('an invitation without a free licence is an error with the reason', async () => {
  const { apiKey, baseUrl, orgId, directoryId } = server;
  const admin = await AdminClient.create({ apiKey, baseUrl });
  const [user] = (await admin.users.search({ orgId, directoryId, roleIds: ['atlassian/user'] })).items;
  const resource = (await admin.users.listRoles({ orgId, directoryId, accountId: user.accountId, roleIds: ['atlassian/user'] })).items[0].resourceId;
  const permissionRules = [{ resource, role: 'atlassian/user' }];
  const error = await admin.users.invite({ orgId, emails: ['new@example.com'], permissionRules }).catch((error) => error);
  assert.ok(error instanceof InvitationError, inspect(error));
  assert.deepEqual([error.status, error.failures.map(({ email, reason }) => [email, reason])], [206, [['new@example.com', 'The product has no free seat']]]);
  admin.close();
});
