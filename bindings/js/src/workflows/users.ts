/** Users: waiting for their roles. */

import { callerOf, traced } from '../callers.js';
import { UsersOperations } from '../groups/users.js';
import type { Role } from '../models.js';
import { firstOf } from './first-of.js';
import { checkParams } from './params.js';
import { DEFAULTS, waitUntil } from './wait.js';
import type { WaitOptions } from './wait.js';

/** A role of a user on a resource. */
export interface UserRole {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
  /** The resource. `workspaces.search` returns its identifier. */
  resourceId: string;
  /** The role. */
  role: Role;
}

/** The users of directories, and their access; waiting for roles. */
export class Users extends UsersOperations {
  /**
   * Waits until the user is seen to have the role on the resource, directly or through a group: 90 seconds unless given.
   *
   * @example
   * await admin.users.waitForRole({ orgId, directoryId, accountId, resourceId, role: 'atlassian/user' });
   */
  waitForRole(wanted: UserRole, options?: WaitOptions): Promise<void> {
    return traced(callerOf(this.waitForRole), async () => {
      const names = ['orgId', 'directoryId', 'accountId', 'resourceId', 'role'] as const;
      const { orgId, directoryId, accountId, resourceId, role } = checkParams('users.waitForRole', wanted, names);
      const params = { orgId, directoryId, accountId, resourceIds: [resourceId] };
      await waitUntil('users.waitForRole', DEFAULTS.role, options, (call) =>
        firstOf(this.listRoles(params, { ...call, readAhead: false }), (row) => {
          const assigned = [...(row.roleAssignments ?? []).map((each) => each.role), ...(row.roles ?? [])];
          return row.resourceId === resourceId && assigned.includes(role);
        }),
      );
    });
  }
}
