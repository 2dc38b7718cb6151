//! What the table of operations says, once more and literally: the client and the simulator both go by the table, so that a wrong
//! number in it would pass the tests of either.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin::OPERATIONS;
use atlassian_admin::auth::KeyKind;
use atlassian_admin::endpoint::{Method, Operation, Paging, Stability};

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
    (
        "GET /admin/v2/orgs/{orgId}/directories",
        None,
        &["read:directories:admin"],
        &[200],
        true,
        "directory/#api-v2-orgs-orgid-directories-get",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users",
        None,
        &["read:directories:admin"],
        &[200],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-get",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/count",
        None,
        &[],
        &[200],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-count-get",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search",
        None,
        &[],
        &[200],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-search-post",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats",
        None,
        &["read:directories:admin"],
        &[200],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}",
        None,
        &[],
        &[200],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get",
    ),
    (
        "DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}",
        None,
        &[],
        &[204],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/suspend",
        None,
        &[],
        &[204],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore",
        None,
        &[],
        &[204],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments",
        None,
        &["read:directories:admin"],
        &[200],
        true,
        "users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/users/invite",
        None,
        &[],
        &[200, 206],
        false,
        "users/#api-v2-orgs-orgid-users-invite-post",
    ),
    (
        "GET /admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates",
        Some(("last-active-dates", 200)),
        &[],
        &[200],
        true,
        "users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups",
        None,
        &["read:groups:admin"],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-get",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/count",
        None,
        &[],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-count-get",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search",
        None,
        &[],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/stats",
        None,
        &[],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups",
        None,
        &[],
        &[201],
        false,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-post",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}",
        None,
        &[],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get",
    ),
    (
        "DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}",
        None,
        &[],
        &[204],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships",
        None,
        &[],
        &[204],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post",
    ),
    (
        "DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships/{accountId}",
        None,
        &[],
        &[204],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete",
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments",
        None,
        &["read:groups:admin"],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/assign",
        None,
        &[],
        &[200],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-assign-post",
    ),
    (
        "POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke",
        None,
        &[],
        &[204],
        true,
        "groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post",
    ),
    (
        "POST /admin/v1/orgs/{orgId}/users/{userId}/roles/assign",
        None,
        &[],
        &[204],
        true,
        "users/#api-v1-orgs-orgid-users-userid-roles-assign-post",
    ),
    (
        "POST /admin/v1/orgs/{orgId}/users/{userId}/roles/revoke",
        None,
        &[],
        &[204],
        true,
        "users/#api-v1-orgs-orgid-users-userid-roles-revoke-post",
    ),
    (
        "POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign",
        None,
        &[],
        &[204],
        true,
        "users/#api-v1-orgs-orgid-users-userid-role-assignments-assign-post",
    ),
    (
        "POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke",
        None,
        &[],
        &[204],
        true,
        "users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post",
    ),
];

fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

#[test]
fn the_table_says_what_is_documented() {
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

/// What reads though it is no GET, and what changes something though it is one.
const AGAINST_THEIR_METHOD: &[(&str, bool)] = &[
    ("GET /admin/v1/orgs/{orgId}/policies/{policyId}/validate", false),
    ("POST /admin/v2/orgs/{orgId}/workspaces", true),
    ("POST /admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email", true),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search", true),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/users/search", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/groups/search", true),
];

/// All listings that come in pages.
const LISTINGS: &[(&str, Paging)] = &[
    ("GET /admin/v1/orgs", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/users", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/domains", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/events", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/events-stream", Paging::Endless),
    ("GET /admin/v1/orgs/{orgId}/policies", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates", Paging::Nested),
    ("POST /admin/v2/orgs/{orgId}/workspaces", Paging::LoneBodyCursor),
    ("GET /admin/v2/orgs/{orgId}/directories", Paging::QueryCursor),
    ("GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users", Paging::QueryCursor),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search", Paging::BodyCursor),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments",
        Paging::QueryCursor,
    ),
    ("GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups", Paging::QueryCursor),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search", Paging::BodyCursor),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments",
        Paging::QueryCursor,
    ),
    ("GET /scim/directory/{directoryId}/Users", Paging::StartIndex),
    ("GET /scim/directory/{directoryId}/Groups", Paging::StartIndex),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/users/search", Paging::BodyCursor),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/groups/search", Paging::BodyCursor),
];

/// All that cannot be relied on for long, and what to use instead.
const PASSING: &[(&str, Stability, Option<&str>)] = &[
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign", Stability::Experimental, None),
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke", Stability::Experimental, None),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users",
        Stability::Deprecated("2027-06-30"),
        Some("searchDirectoryUsers"),
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups",
        Stability::Deprecated("2027-06-30"),
        Some("searchDirectoryGroups"),
    ),
];

/// What is announced to stop working after 30 June 2026, and what to use instead.
const RETIRED: &[(&str, &str)] = &[
    ("POST /admin/v1/orgs/{orgId}/users/search", "searchDirectoryUsers"),
    ("POST /admin/v1/orgs/{orgId}/groups/search", "searchDirectoryGroups"),
    ("POST /admin/v1/orgs/{orgId}/users/invite", "inviteUsers"),
    ("DELETE /admin/v1/orgs/{orgId}/directory/users/{accountId}", "removeDirectoryUser"),
    ("POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access", "suspendDirectoryUser"),
    ("POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access", "restoreDirectoryUser"),
    ("POST /admin/v1/orgs/{orgId}/directory/groups", "createGroup"),
    ("DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}", "deleteGroup"),
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships", "addUserToGroup"),
    (
        "DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships/{accountId}",
        "removeUserFromGroup",
    ),
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/assign", "assignGroupRole"),
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke", "revokeGroupRole"),
];

/// What `of` finds at operations, by their methods and paths.
fn exceptions<T>(of: impl Fn(&Operation) -> Option<T>) -> BTreeMap<String, T> {
    OPERATIONS.iter().filter_map(|operation| Some((line(operation), of(operation)?))).collect()
}

/// What it should find.
fn expected<T: Copy>(rows: &[(&str, T)]) -> BTreeMap<String, T> {
    rows.iter().map(|(line, what)| ((*line).to_owned(), *what)).collect()
}

#[test]
fn what_reads_is_a_get_but_for_these() {
    let found = exceptions(|operation| {
        (operation.reads != (operation.method == Method::Get)).then_some(operation.reads)
    });
    assert_eq!(found, expected(AGAINST_THEIR_METHOD));
}

#[test]
fn these_and_no_others_come_in_pages() {
    let found = exceptions(|operation| (operation.paging != Paging::None).then_some(operation.paging));
    assert_eq!(found, expected(LISTINGS));
}

#[test]
fn all_others_are_stable() {
    let found = exceptions(|operation| {
        let is = (operation.stability, operation.replacement);
        (is != (Stability::Stable, None)).then_some(is)
    });
    let mut rows: Vec<_> =
        PASSING.iter().map(|(line, stability, instead)| (*line, (*stability, *instead))).collect();
    if cfg!(feature = "legacy") {
        let until = Stability::Deprecated("2026-06-30");
        rows.extend(RETIRED.iter().map(|(line, instead)| (*line, (until, Some(*instead)))));
    }
    assert_eq!(found, expected(&rows));
}

#[test]
fn provisioning_takes_the_directorys_key_and_nothing_else_does() {
    for operation in OPERATIONS {
        let provisions = operation.path.starts_with("/scim/directory/{directoryId}/");
        let key = if provisions { KeyKind::Directory } else { KeyKind::Organization };
        assert_eq!(operation.auth, key, "{}", operation.id);
    }
}
