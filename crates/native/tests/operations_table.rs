//! What the table of operations says, once more and literally: the client and the simulator both go by the table, so that a wrong
//! number in it would pass the tests of either.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin::OPERATIONS;
use atlassian_admin::endpoint::Operation;

/// Operation, documented limit (family and requests a minute), scopes, statuses of success, whether it may be sent again, and its
/// place in Atlassian's documents.
type Row =
    (&'static str, Option<(&'static str, u32)>, &'static [&'static str], &'static [u16], bool, &'static str);

const ROWS: &[Row] = &[
    ("GET /admin/v1/orgs", None, &[], &[200], true, "orgs/#api-v1-orgs-get"),
    ("GET /admin/v1/orgs/{orgId}", None, &["read:orgs:admin"], &[200], true, "orgs/#api-v1-orgs-orgid-get"),
    (
        "GET /admin/v1/orgs/{orgId}/users",
        None,
        &["read:accounts:admin"],
        &[200],
        true,
        "users/#api-v1-orgs-orgid-users-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/domains",
        None,
        &["read:domains:admin"],
        &[200],
        true,
        "domains/#api-v1-orgs-orgid-domains-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/domains/{domainId}",
        None,
        &["read:domains:admin"],
        &[200],
        true,
        "domains/#api-v1-orgs-orgid-domains-domainid-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/events",
        Some(("events", 10)),
        &["read:events:admin"],
        &[200],
        true,
        "events/#api-v1-orgs-orgid-events-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/events-stream",
        Some(("events-stream", 50)),
        &["read:events:admin"],
        &[200],
        true,
        "events/#api-v1-orgs-orgid-events-stream-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/events/{eventId}",
        Some(("event-by-id", 10)),
        &["read:events:admin"],
        &[200],
        true,
        "events/#api-v1-orgs-orgid-events-eventid-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/event-actions",
        Some(("event-actions", 10)),
        &["read:events:admin"],
        &[200],
        true,
        "events/#api-v1-orgs-orgid-event-actions-get",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/policies",
        None,
        &[],
        &[200],
        true,
        "policies/#api-v1-orgs-orgid-policies-get",
    ),
    (
        "POST /admin/v1/orgs/{orgId}/policies",
        None,
        &[],
        &[202],
        false,
        "policies/#api-v1-orgs-orgid-policies-post",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/policies/{policyId}",
        None,
        &[],
        &[200],
        true,
        "policies/#api-v1-orgs-orgid-policies-policyid-get",
    ),
    (
        "PUT /admin/v1/orgs/{orgId}/policies/{policyId}",
        None,
        &[],
        &[202],
        true,
        "policies/#api-v1-orgs-orgid-policies-policyid-put",
    ),
    (
        "DELETE /admin/v1/orgs/{orgId}/policies/{policyId}",
        None,
        &[],
        &[202],
        true,
        "policies/#api-v1-orgs-orgid-policies-policyid-delete",
    ),
    (
        "POST /admin/v1/orgs/{orgId}/policies/{policyId}/resources",
        None,
        &[],
        &[202],
        false,
        "policies/#api-v1-orgs-orgid-policies-policyid-resources-post",
    ),
    (
        "PUT /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}",
        None,
        &[],
        &[202],
        true,
        "policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put",
    ),
    (
        "DELETE /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}",
        None,
        &[],
        &[204],
        true,
        "policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/policies/{policyId}/validate",
        None,
        &[],
        &[202],
        false,
        "policies/#api-v1-orgs-orgid-policies-policyid-validate-get",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/workspaces",
        None,
        &["read:workspaces:admin"],
        &[200],
        true,
        "workspaces/#api-v2-orgs-orgid-workspaces-post",
    ),
    (
        "GET /users/{account_id}/manage",
        None,
        &[],
        &[200],
        true,
        "user-management/rest/api-group-manage/#api-users-account-id-manage-get",
    ),
    (
        "GET /users/{account_id}/manage/profile",
        None,
        &[],
        &[200],
        true,
        "user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get",
    ),
    (
        "PATCH /users/{account_id}/manage/profile",
        None,
        &[],
        &[200],
        false,
        "user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch",
    ),
    (
        "PUT /users/{account_id}/manage/email",
        None,
        &[],
        &[204],
        true,
        "user-management/rest/api-group-email/#api-users-account-id-manage-email-put",
    ),
    (
        "GET /users/{account_id}/manage/api-tokens",
        None,
        &[],
        &[200],
        true,
        "user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get",
    ),
    (
        "DELETE /users/{account_id}/manage/api-tokens/{tokenId}",
        None,
        &[],
        &[204],
        true,
        "user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete",
    ),
    (
        "POST /users/{account_id}/manage/lifecycle/disable",
        None,
        &[],
        &[204],
        true,
        "user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post",
    ),
    (
        "POST /users/{account_id}/manage/lifecycle/enable",
        None,
        &[],
        &[204],
        true,
        "user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post",
    ),
    (
        "POST /users/{account_id}/manage/lifecycle/delete",
        None,
        &[],
        &[200],
        true,
        "user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post",
    ),
    (
        "POST /users/{account_id}/manage/lifecycle/cancel-delete",
        None,
        &[],
        &[200],
        true,
        "user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post",
    ),
    (
        "GET /scim/directory/{directoryId}/Users",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get",
    ),
    (
        "GET /scim/directory/{directoryId}/Users/{userId}",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get",
    ),
    (
        "POST /scim/directory/{directoryId}/Users",
        None,
        &[],
        &[201],
        false,
        "user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post",
    ),
    (
        "PUT /scim/directory/{directoryId}/Users/{userId}",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put",
    ),
    (
        "PATCH /scim/directory/{directoryId}/Users/{userId}",
        None,
        &[],
        &[200],
        false,
        "user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-patch",
    ),
    (
        "DELETE /scim/directory/{directoryId}/Users/{userId}",
        None,
        &[],
        &[204],
        true,
        "user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete",
    ),
    (
        "GET /scim/directory/{directoryId}/Groups",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get",
    ),
    (
        "GET /scim/directory/{directoryId}/Groups/{id}",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get",
    ),
    (
        "POST /scim/directory/{directoryId}/Groups",
        None,
        &[],
        &[201],
        false,
        "user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post",
    ),
    (
        "PUT /scim/directory/{directoryId}/Groups/{id}",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put",
    ),
    (
        "PATCH /scim/directory/{directoryId}/Groups/{id}",
        None,
        &[],
        &[200],
        false,
        "user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-patch",
    ),
    (
        "DELETE /scim/directory/{directoryId}/Groups/{id}",
        None,
        &[],
        &[204],
        true,
        "user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete",
    ),
    (
        "GET /scim/directory/{directoryId}/Schemas",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get",
    ),
    (
        "GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:User",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-user-get",
    ),
    (
        "GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-group-get",
    ),
    (
        "GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-extension-enterprise-2-0-user-get",
    ),
    (
        "GET /scim/directory/{directoryId}/ResourceTypes",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get",
    ),
    (
        "GET /scim/directory/{directoryId}/ResourceTypes/User",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get",
    ),
    (
        "GET /scim/directory/{directoryId}/ResourceTypes/Group",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get",
    ),
    (
        "GET /scim/directory/{directoryId}/ServiceProviderConfig",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get",
    ),
    (
        "GET /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get",
    ),
    (
        "POST /admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email",
        None,
        &[],
        &[200],
        true,
        "user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post",
    ),
    (
        "PATCH /admin/user-provisioning/v1/org/{orgId}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink",
        None,
        &[],
        &[204, 200],
        true,
        "user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch",
    ),
    (
        "DELETE /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB",
        None,
        &[],
        &[204, 200],
        true,
        "user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/users/search",
        None,
        &[],
        &[200],
        true,
        "users/#api-v1-orgs-orgid-users-search-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/groups/search",
        None,
        &[],
        &[200],
        true,
        "groups/#api-v1-orgs-orgid-groups-search-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/users/invite",
        None,
        &[],
        &[204],
        false,
        "directory/#api-v1-orgs-orgid-users-invite-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "DELETE /admin/v1/orgs/{orgId}/directory/users/{accountId}",
        None,
        &[],
        &[204],
        true,
        "directory/#api-v1-orgs-orgid-directory-users-accountid-delete",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access",
        None,
        &[],
        &[200],
        true,
        "directory/#api-v1-orgs-orgid-directory-users-accountid-suspend-access-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access",
        None,
        &[],
        &[200],
        true,
        "directory/#api-v1-orgs-orgid-directory-users-accountid-restore-access-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/groups",
        None,
        &[],
        &[200],
        false,
        "directory/#api-v1-orgs-orgid-directory-groups-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}",
        None,
        &[],
        &[200],
        true,
        "directory/#api-v1-orgs-orgid-directory-groups-groupid-delete",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships",
        None,
        &[],
        &[200],
        true,
        "directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships/{accountId}",
        None,
        &[],
        &[200],
        true,
        "directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-accountid-delete",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/assign",
        None,
        &[],
        &[204],
        true,
        "directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-assign-post",
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke",
        None,
        &[],
        &[204],
        true,
        "directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post",
    ),
];

#[test]
fn the_table_says_what_is_documented() {
    let line = |operation: &Operation| format!("{} {}", operation.method.as_str(), operation.path);
    let declared: BTreeMap<_, _> = OPERATIONS.iter().map(|operation| (line(operation), operation)).collect();
    let expected: BTreeSet<_> = ROWS.iter().map(|row| row.0.to_owned()).collect();
    assert_eq!(declared.keys().cloned().collect::<BTreeSet<_>>(), expected);
    for &(line, limit, scopes, success, idempotent, page) in ROWS {
        let operation = declared[line];
        assert_eq!(operation.limit.map(|limit| (limit.family, limit.per_minute)), limit, "{line}");
        assert_eq!(operation.scopes, scopes, "{line}");
        assert_eq!(operation.success, success, "{line}");
        assert_eq!(operation.idempotent, idempotent, "{line}");
        // Most are documented with the organization's API; the others say where.
        let page = if page.contains("/rest/") {
            page.to_owned()
        } else {
            format!("organization/rest/api-group-{page}")
        };
        let docs = format!("https://developer.atlassian.com/cloud/admin/{page}");
        assert_eq!(operation.docs, docs, "{line}");
    }
}
