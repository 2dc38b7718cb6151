// Made by `cargo xtask types` of the list of operations. Do not edit.

import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, ListOptions } from '../call-options.js';
import type { Caller } from '../caller.js';
import { callerOf } from '../callers.js';
import type { List } from '../list.js';
import type { ResourcePage, ScimGroup, ScimPatch, ScimUser } from '../models.js';

/** Parameters of `scim.listUsers`. */
export interface ScimListUsersParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The 1-based index of the first record on the page. */
  startIndex?: number | undefined;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** A filter by `userName` or `externalId`. */
  filter?: string | undefined;
  /** The maximum number of records on a page. */
  count?: number | undefined;
}

/** Parameters of `scim.getUser`. */
export interface ScimGetUserParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the user. `scim.listUsers` returns it. */
  userId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
}

/** Parameters of `scim.createUser`. */
export interface ScimCreateUserParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** The user. */
  body: ScimUser;
}

/** Parameters of `scim.replaceUser`. */
export interface ScimReplaceUserParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the user. `scim.listUsers` returns it. */
  userId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** The new user. */
  body: ScimUser;
}

/** Parameters of `scim.patchUser`. */
export interface ScimPatchUserParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the user. `scim.listUsers` returns it. */
  userId: string;
  /** Only these attributes, such as `emails.value`. Cannot be combined with `excludedAttributes`. */
  attributes?: string[] | undefined;
  /** All attributes except these. Cannot be combined with `attributes`. */
  excludedAttributes?: string[] | undefined;
  /** The changes. */
  body: ScimPatch;
}

/** Parameters of `scim.deleteUser`. */
export interface ScimDeleteUserParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the user. `scim.listUsers` returns it. */
  userId: string;
}

/** Parameters of `scim.listGroups`. */
export interface ScimListGroupsParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The 1-based index of the first record on the page. */
  startIndex?: number | undefined;
  /** A filter by `displayName`. */
  filter?: string | undefined;
  /** The maximum number of records on a page. */
  count?: number | undefined;
}

/** Parameters of `scim.getGroup`. */
export interface ScimGetGroupParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
}

/** Parameters of `scim.createGroup`. */
export interface ScimCreateGroupParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The group. */
  body: ScimGroup;
}

/** Parameters of `scim.replaceGroup`. */
export interface ScimReplaceGroupParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
  /** The new group. */
  body: ScimGroup;
}

/** Parameters of `scim.patchGroup`. */
export interface ScimPatchGroupParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
  /** The changes. */
  body: ScimPatch;
}

/** Parameters of `scim.deleteGroup`. */
export interface ScimDeleteGroupParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
  /** The SCIM identifier of the group. */
  id: string;
}

/** Parameters of `scim.listSchemas`. */
export interface ScimListSchemasParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.userSchema`. */
export interface ScimUserSchemaParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.groupSchema`. */
export interface ScimGroupSchemaParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.enterpriseUserSchema`. */
export interface ScimEnterpriseUserSchemaParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.listResourceTypes`. */
export interface ScimListResourceTypesParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.userResourceType`. */
export interface ScimUserResourceTypeParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.groupResourceType`. */
export interface ScimGroupResourceTypeParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Parameters of `scim.serviceProviderConfig`. */
export interface ScimServiceProviderConfigParams {
  /** The SCIM directory. The base URL that Atlassian shows for it contains its identifier. */
  directoryId: string;
}

/** Users and groups that an identity provider manages, by SCIM. They need the key of the directory. */
export class ScimOperations {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the users of a directory, or finds one by user name or external identifier.
   *
   * The listing does not include deleted users.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.scim.listUsers({
   *   directoryId,
   *   filter: 'userName eq "kim@example.com"',
   * })) console.log(item);
   * ```
   * @throws {BadRequestError} for a filter that cannot be parsed (HTTP 400, `invalidFilter`).
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get
   */
  listUsers(params: ScimListUsersParams, options?: ListOptions): List<ScimUser, ResourcePage<ScimUser>, number> {
    return this.#caller.list(callerOf(this.listUsers), 'scim.listUsers', params, options);
  }

  /**
   * Returns a user. A deleted user is not found (404).
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.getUser({ directoryId, userId: scimUserId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get
   */
  getUser(params: ScimGetUserParams, options?: CallOptions): ApiPromise<ScimUser> {
    return this.#caller.read(callerOf(this.getUser), 'scim.getUser', params, options);
  }

  /**
   * Creates a user.
   *
   * The domain of the primary address must be verified by the organization. The server links the record to the managed
   * account with that address, or creates an account. If the user exists, the server returns a conflict (409). The user can
   * sign in immediately unless `active` is `false`.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.scim.createUser({
   *   directoryId,
   *   body: { active: true, displayName: 'Kim Example', emails: [{ primary: true, value: 'kim@example.com' }], userName: 'kim' },
   * });
   * ```
   * @throws {ConflictError} for a user name that is taken (HTTP 409, `uniqueness`).
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post
   */
  createUser(params: ScimCreateUserParams, options?: CallOptions): ApiPromise<ScimUser> {
    return this.#caller.write(callerOf(this.createUser), 'scim.createUser', params, options);
  }

  /**
   * Replaces a user. The server clears omitted attributes.
   *
   * Read the user, change it, and send it back as a whole. The server ignores `id`, `meta` and `groups`.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.replaceUser({
   *   directoryId,
   *   userId: scimUserId,
   *   body: { displayName: 'Kim A. Example', emails: [{ primary: true, value: 'kim@example.com' }], userName: 'kim@example.com' },
   * });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put
   */
  replaceUser(params: ScimReplaceUserParams, options?: CallOptions): ApiPromise<ScimUser> {
    return this.#caller.write(callerOf(this.replaceUser), 'scim.replaceUser', params, options);
  }

  /**
   * Updates attributes of a user. Other attributes keep their values.
   *
   * Identity providers set `active` to `false` to remove access.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.scim.patchUser({
   *   directoryId,
   *   userId: scimUserId,
   *   body: { Operations: [{ op: 'replace', path: 'active', value: false }], schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] },
   * });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-patch
   */
  patchUser(params: ScimPatchUserParams, options?: CallOptions): ApiPromise<ScimUser> {
    return this.#caller.write(callerOf(this.patchUser), 'scim.patchUser', params, options);
  }

  /**
   * Deactivates a user. Until it is activated again, its record is not found (404).
   *
   * The account remains, and so does the record in the provisioning database. To create a new user with the same address,
   * delete that record with `scimLinks.deleteUser`.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.deleteUser({ directoryId, userId: scimUserId });
   * ```
   * @throws {NotFoundError} for an unknown user (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete
   */
  deleteUser(params: ScimDeleteUserParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.deleteUser), 'scim.deleteUser', params, options);
  }

  /**
   * Lists the groups that an identity provider manages, or finds one by name.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * for await (const item of admin.scim.listGroups({
   *   directoryId,
   *   filter: 'displayName eq "Travellers"',
   * })) console.log(item);
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get
   */
  listGroups(params: ScimListGroupsParams, options?: ListOptions): List<ScimGroup, ResourcePage<ScimGroup>, number> {
    return this.#caller.list(callerOf(this.listGroups), 'scim.listGroups', params, options);
  }

  /**
   * Returns a group with its members.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.getGroup({ directoryId, id: groupId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get
   */
  getGroup(params: ScimGetGroupParams, options?: CallOptions): ApiPromise<ScimGroup> {
    return this.#caller.read(callerOf(this.getGroup), 'scim.getGroup', params, options);
  }

  /**
   * Creates a group. A name that is in use in the organization is a conflict (409).
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.scim.createGroup({ directoryId, body: { displayName: 'Travellers' } });
   * ```
   * @throws {ConflictError} for a name that is taken (HTTP 409, `uniqueness`).
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post
   */
  createGroup(params: ScimCreateGroupParams, options?: CallOptions): ApiPromise<ScimGroup> {
    return this.#caller.write(callerOf(this.createGroup), 'scim.createGroup', params, options);
  }

  /**
   * Replaces a group, including the list of its members.
   *
   * The name cannot be changed. An error response (400) can hold a dump of internal server state instead of a message.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.replaceGroup({ directoryId, id: groupId, body: { displayName: 'Travellers' } });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put
   */
  replaceGroup(params: ScimReplaceGroupParams, options?: CallOptions): ApiPromise<ScimGroup> {
    return this.#caller.write(callerOf(this.replaceGroup), 'scim.replaceGroup', params, options);
  }

  /**
   * Updates a group, for example to add or remove members.
   *
   * The name cannot be changed.
   *
   * - Repeated after a lost response: no.
   *
   * @example
   * ```ts
   * await admin.scim.patchGroup({
   *   directoryId,
   *   id: groupId,
   *   body: { Operations: [{ op: 'add', path: 'members', value: [{ value: scimUserId }] }], schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] },
   * });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404).
   * @throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-patch
   */
  patchGroup(params: ScimPatchGroupParams, options?: CallOptions): ApiPromise<ScimGroup> {
    return this.#caller.write(callerOf(this.patchGroup), 'scim.patchGroup', params, options);
  }

  /**
   * Deletes a group from the directory, the organization and its sites.
   *
   * Members lose the access and permissions that only this group grants.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.deleteGroup({ directoryId, id: groupId });
   * ```
   * @throws {NotFoundError} for an unknown group (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete
   */
  deleteGroup(params: ScimDeleteGroupParams, options?: CallOptions): ApiPromise<void> {
    return this.#caller.write(callerOf(this.deleteGroup), 'scim.deleteGroup', params, options);
  }

  /**
   * Lists the schemas of users and groups.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.listSchemas({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get
   */
  listSchemas(params: ScimListSchemasParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.listSchemas), 'scim.listSchemas', params, options);
  }

  /**
   * Returns the schema of users.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.userSchema({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-user-get
   */
  userSchema(params: ScimUserSchemaParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.userSchema), 'scim.userSchema', params, options);
  }

  /**
   * Returns the schema of groups.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.groupSchema({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-group-get
   */
  groupSchema(params: ScimGroupSchemaParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.groupSchema), 'scim.groupSchema', params, options);
  }

  /**
   * Returns the schema of the enterprise extension of users.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.enterpriseUserSchema({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-extension-enterprise-2-0-user-get
   */
  enterpriseUserSchema(params: ScimEnterpriseUserSchemaParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.enterpriseUserSchema), 'scim.enterpriseUserSchema', params, options);
  }

  /**
   * Lists the SCIM resource types: users and groups.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.listResourceTypes({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get
   */
  listResourceTypes(params: ScimListResourceTypesParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.listResourceTypes), 'scim.listResourceTypes', params, options);
  }

  /**
   * Returns the SCIM resource type of users: its endpoint and schemas.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.userResourceType({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get
   */
  userResourceType(params: ScimUserResourceTypeParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.userResourceType), 'scim.userResourceType', params, options);
  }

  /**
   * Returns the SCIM resource type of groups: its endpoint and schemas.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.groupResourceType({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get
   */
  groupResourceType(params: ScimGroupResourceTypeParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.groupResourceType), 'scim.groupResourceType', params, options);
  }

  /**
   * Returns the supported SCIM features, such as patches, filters and sorting.
   *
   * - Repeated after a lost response: yes.
   *
   * @example
   * ```ts
   * await admin.scim.serviceProviderConfig({ directoryId });
   * ```
   * @throws {NotFoundError} for an unknown directory (HTTP 404).
   * @see https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get
   */
  serviceProviderConfig(params: ScimServiceProviderConfigParams, options?: CallOptions): ApiPromise<unknown> {
    return this.#caller.read(callerOf(this.serviceProviderConfig), 'scim.serviceProviderConfig', params, options);
  }
}
