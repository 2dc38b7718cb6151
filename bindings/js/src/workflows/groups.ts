/** Groups: finding or creating one, its members, and waiting for both. */

import type { Caller } from '../caller.js';
import { callerOf, traced } from '../callers.js';
import type { ListOptions } from '../call-options.js';
import { ConflictError } from '../errors.js';
import { GroupsOperations } from '../groups/groups.js';
import type { List } from '../list.js';
import type { DirectoryUser, Group, Page } from '../models.js';
import { firstOf } from './first-of.js';
import { checkParams } from './params.js';
import { DEFAULTS, waitUntil } from './wait.js';
import type { WaitOptions } from './wait.js';

/** A group by its name. */
export interface GroupByName {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory. `directories.list` returns its identifier. */
  directoryId: string;
  /** The name, without regard to case. */
  name: string;
}

/** A group by its identifier. */
export interface GroupById {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The directory, or `-` for all directories. `directories.list` returns its identifier. */
  directoryId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
}

/** A member of a group. */
export interface GroupMember extends GroupById {
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Groups of users, their members and their roles; finding or creating one, and waiting for changes. */
export class Groups extends GroupsOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    super(caller);
    this.#caller = caller;
  }

  /**
   * Lists the members of a group: the users that a search for the group finds.
   *
   * @example
   * for await (const user of admin.groups.members({ orgId, directoryId, groupId })) console.log(user.email);
   */
  members(params: GroupById, options?: ListOptions): List<DirectoryUser, Page<DirectoryUser>> {
    const { orgId, directoryId, groupId } = params ?? {};
    return this.#caller.list(callerOf(this.members), 'users.search', { orgId, directoryId, groupIds: [groupId] }, options);
  }

  /**
   * Returns the group of this name, and creates it if there is none. Atlassian does not return a new group, so this waits until it appears:
   * 10 seconds unless given. If another program creates the group at the same time, its group is returned.
   *
   * @example
   * const { id } = await admin.groups.ensure({ orgId, directoryId, name: 'auditors' });
   */
  ensure(group: GroupByName, options?: WaitOptions): Promise<Group> {
    return traced(callerOf(this.ensure), async () => {
      checkParams('groups.ensure', group, ['orgId', 'directoryId', 'name']);
      const found = await this.#named(group, options);
      if (found) {
        return found;
      }
      try {
        await this.create(group, { signal: options?.signal });
      } catch (error) {
        if (!(error instanceof ConflictError)) {
          throw error;
        }
      }
      return this.#appeared('groups.ensure', group, options);
    });
  }

  /**
   * Waits until there is a group of this name, 10 seconds unless given, and returns it. Atlassian does not return a new group, so its
   * identifier is not known before.
   *
   * @example
   * const { id } = await admin.groups.waitForName({ orgId, directoryId, name: 'auditors' });
   */
  waitForName(group: GroupByName, options?: WaitOptions): Promise<Group> {
    return traced(callerOf(this.waitForName), () => {
      checkParams('groups.waitForName', group, ['orgId', 'directoryId', 'name']);
      return this.#appeared('groups.waitForName', group, options);
    });
  }

  /**
   * Waits until the account is a visible member of the group, 10 seconds unless given.
   *
   * @example
   * await admin.groups.addMember({ orgId, directoryId, groupId, accountId });
   * await admin.groups.waitForMember({ orgId, directoryId, groupId, accountId });
   */
  waitForMember(member: GroupMember, options?: WaitOptions): Promise<void> {
    return traced(callerOf(this.waitForMember), async () => {
      const names = ['orgId', 'directoryId', 'groupId', 'accountId'] as const;
      const { orgId, directoryId, groupId, accountId } = checkParams('groups.waitForMember', member, names);
      const params = { orgId, directoryId, groupIds: [groupId], accountIds: [accountId] };
      await waitUntil('groups.waitForMember', DEFAULTS.membership, options, async (call) => {
        const place = callerOf(this.waitForMember);
        const users: List<DirectoryUser> = this.#caller.list(place, 'users.search', params, { ...call, readAhead: false });
        return firstOf(users, (user) => user.accountId === accountId);
      });
    });
  }

  #appeared(operation: string, group: GroupByName, options: WaitOptions | undefined): Promise<Group> {
    return waitUntil(operation, DEFAULTS.membership, options, (call) => this.#named(group, call));
  }

  #named({ orgId, directoryId, name }: GroupByName, options: Pick<WaitOptions, 'signal'> | undefined): Promise<Group | undefined> {
    const groups = this.search({ orgId, directoryId, groupNames: [name] }, { signal: options?.signal, readAhead: false });
    // Atlassian compares names without regard to case.
    return firstOf(groups, (group) => group.name?.toLowerCase() === name.toLowerCase());
  }
}
