/** Directories: finding the one of an organization, an account or a group. */

import type { Caller } from '../caller.js';
import { callerOf, traced } from '../callers.js';
import type { CallOptions } from '../call-options.js';
import { failure } from '../errors.js';
import { DirectoriesOperations } from '../groups/directories.js';
import type { List } from '../list.js';
import type { Directory, Group } from '../models.js';
import { firstOf } from './first-of.js';
import { checkParams } from './params.js';

/**
 * The directories of the organization, and finding one of them: a read can cover all directories (`-`), but a change must name the directory
 * of its user or group.
 */
export class Directories extends DirectoriesOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    super(caller);
    this.#caller = caller;
  }

  /**
   * Returns the directory of an organization that has only one. It fails with a `NotFoundError` if the key may manage none, and with an
   * `AmbiguousError` if there are several.
   *
   * @example
   * const { directoryId } = await admin.directories.only({ orgId });
   */
  only(params: OnlyDirectoryParams, options?: CallOptions): Promise<Directory> {
    return traced(callerOf(this.only), async () => {
      const { orgId } = checkParams('directories.only', params, ['orgId']);
      return onlyOf('directories.only', 'the organization', await this.list({ orgId }, options).toArray());
    });
  }

  /**
   * Returns the directory of an account. It fails with a `NotFoundError` if the key may manage none, and with an `AmbiguousError` if there
   * are several.
   *
   * @example
   * const { directoryId } = await admin.directories.ofAccount({ orgId, accountId });
   */
  ofAccount(params: DirectoryOfAccountParams, options?: CallOptions): Promise<Directory> {
    return traced(callerOf(this.ofAccount), async () => {
      const { orgId, accountId } = checkParams('directories.ofAccount', params, ['orgId', 'accountId']);
      return onlyOf('directories.ofAccount', 'the account', await this.list({ orgId, accountId }, options).toArray());
    });
  }

  /**
   * Returns the identifier of the directory of a group. It fails with a `NotFoundError` if the key may manage none.
   *
   * @example
   * const directoryId = await admin.directories.ofGroup({ orgId, groupId });
   */
  ofGroup(group: DirectoryOfGroupParams, options?: CallOptions): Promise<string> {
    const place = callerOf(this.ofGroup);
    return traced(place, async () => {
      const { orgId, groupId } = checkParams('directories.ofGroup', group, ['orgId', 'groupId']);
      const params = { orgId, directoryId: '-', groupIds: [groupId] };
      const groups: List<Group> = this.#caller.list(place, 'groups.search', params, { ...options, readAhead: false });
      // A change follows: it must not go to another directory if the server ignores the filter.
      const found = await firstOf(groups, (group) => group.id === groupId && typeof group.directoryId === 'string');
      return found?.directoryId ?? (onlyOf('directories.ofGroup', 'the group', []) as never);
    });
  }
}

/** Parameters of `directories.only`. */
export interface OnlyDirectoryParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
}

/** Parameters of `directories.ofAccount`. */
export interface DirectoryOfAccountParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The account. `users.search` returns its identifier. */
  accountId: string;
}

/** Parameters of `directories.ofGroup`. */
export interface DirectoryOfGroupParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The group. `groups.search` returns its identifier. */
  groupId: string;
}

function onlyOf(operation: string, what: string, directories: Directory[]): Directory {
  const [directory, ...others] = directories;
  if (directory === undefined) {
    const hint = 'check the identifier, and what the key may manage';
    const message = `${operation}: ${what} has no directory that the key may manage; ${hint}`;
    throw failure({ kind: 'NotFound', message, operation, hint });
  }
  if (others.length > 0) {
    const hint = 'choose one of `error.directoryIds`';
    const message = `${operation}: ${what} has ${directories.length} directories; ${hint}`;
    throw failure({ kind: 'Ambiguous', message, operation, hint, directoryIds: directories.map((each) => each.directoryId) });
  }
  return directory;
}
