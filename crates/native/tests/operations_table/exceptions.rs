//! The operations that differ from most others in undocumented facts.

use atlassian_admin::operation::Paging;

/// Reads that are not a GET, and writes that are one.
pub const AGAINST_THEIR_METHOD: &[(&str, bool)] = &[
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

/// The POST and PATCH writes that may be repeated (`true`), and a GET that may not.
pub const REPEATED_AGAINST_THEIR_METHOD: &[(&str, bool)] = &[
    ("GET /admin/v1/orgs/{orgId}/policies/{policyId}/validate", false),
    ("POST /users/{account_id}/manage/lifecycle/disable", true),
    ("POST /users/{account_id}/manage/lifecycle/enable", true),
    ("POST /users/{account_id}/manage/lifecycle/delete", true),
    ("POST /users/{account_id}/manage/lifecycle/cancel-delete", true),
    (
        "PATCH /admin/user-provisioning/v1/org/{orgId}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink",
        true,
    ),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/suspend", true),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore", true),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships", true),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/assign", true),
    ("POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke", true),
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/roles/assign", true),
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/roles/revoke", true),
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign", true),
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/assign", true),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke", true),
];

/// The success statuses and the path on Atlassian's site of operations without a document.
pub const UNDOCUMENTED: &[(&str, (&[u16], &str))] = &[
    (
        "GET /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links",
        (&[200], "admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get"),
    ),
    (
        "POST /admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email",
        (&[200], "admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post"),
    ),
    (
        "PATCH /admin/user-provisioning/v1/org/{orgId}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink",
        (
            &[204, 200],
            "admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch",
        ),
    ),
    (
        "DELETE /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB",
        (
            &[204, 200],
            "admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete",
        ),
    ),
    #[cfg(feature = "legacy")]
    ("POST /admin/v1/orgs/{orgId}/users/invite", (&[204], "directory/#api-v1-orgs-orgid-users-invite-post")),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/assign",
        (&[204], "directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-assign-post"),
    ),
    #[cfg(feature = "legacy")]
    (
        "POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke",
        (&[204], "directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post"),
    ),
];

/// The listings with pages.
pub const LISTINGS: &[(&str, Paging)] = &[
    ("GET /admin/v1/orgs", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/users", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/domains", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/events", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/events-stream", Paging::Stream),
    ("GET /admin/v1/orgs/{orgId}/policies", Paging::QueryCursor),
    ("GET /admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates", Paging::NestedItems),
    ("POST /admin/v2/orgs/{orgId}/workspaces", Paging::BodyCursorOnly),
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

/// The operations whose retirement is announced: the first moment at which each may be gone, and
/// its replacements.
pub const STOPPING: &[(&str, (&str, &[&str]))] = &[
    (
        "GET /admin/v1/orgs/{orgId}/events/{eventId}",
        ("2026-12-21T00:00:00.000Z", &["events.query", "events.poll"]),
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users",
        ("2027-07-01T00:00:00.000Z", &["users.search"]),
    ),
    (
        "GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups",
        ("2027-07-01T00:00:00.000Z", &["groups.search"]),
    ),
];

/// The first moment after 30 June 2026.
pub const LEGACY_ENDS: &str = "2026-07-01T00:00:00.000Z";

/// The operations that are to be retired after 30 June 2026, and their replacements.
pub const LEGACY: &[(&str, &[&str])] = &[
    ("POST /admin/v1/orgs/{orgId}/users/search", &["users.search"]),
    ("POST /admin/v1/orgs/{orgId}/groups/search", &["groups.search"]),
    ("POST /admin/v1/orgs/{orgId}/users/invite", &["users.invite"]),
    ("DELETE /admin/v1/orgs/{orgId}/directory/users/{accountId}", &["users.remove"]),
    ("POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access", &["users.suspend"]),
    ("POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access", &["users.restore"]),
    ("POST /admin/v1/orgs/{orgId}/directory/groups", &["groups.create"]),
    ("DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}", &["groups.delete"]),
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships", &["groups.addMember"]),
    (
        "DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships/{accountId}",
        &["groups.removeMember"],
    ),
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/assign", &["groups.assignRole"]),
    ("POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke", &["groups.revokeRole"]),
];
