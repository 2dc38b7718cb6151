// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { Page, Workspace, WorkspaceSort } from '../models.js';

/** Parameters of `workspaces.search`. */
export interface WorkspacesSearchParams {
  /** The organization. `orgs.list` returns its identifier. */
  orgId: string;
  /** The cursor of the page to return. The previous page holds it. */
  cursor?: string | undefined;
  /** The query. The default matches all workspaces. */
  query?: unknown;
  /** The sort order. */
  sort?: WorkspaceSort[] | undefined;
  /** The maximum number of workspaces on a page. From 1 to 1000; 20 unless given. */
  limit?: number | undefined;
}

/** Instances of Jira, Confluence and other products. */
export class WorkspacesOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Searches the workspaces of the organization: instances of products such as Jira.
   *
   * Workspaces are the resources of roles and policies; the response holds their names and URLs. The server refuses a cursor
   * that is combined with other arguments, even a limit. Iterators over pages and items send the cursor alone.
   *
   * - Scopes of a scoped key: `read:workspaces:admin`.
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.workspaces.search({ orgId, limit: 2 })) console.log(item);
   * ```
   * @throws {BadRequestError} for an unknown cursor (HTTP 400, `ADMIN-400-4`).
   * @throws {NotFoundError} for an unknown organization (HTTP 404, `ADMIN-404-2`).
   * @see https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post
   */
  search(params: WorkspacesSearchParams, options?: ListOptions): List<Workspace, Page<Workspace>> {
    return this.#caller.list(callerOf(this.search), 'workspaces.search', params, options);
  }
}
