//! What holds for most operations, and the ones for which it does not.

use atlassian_admin::endpoint::{Paging, Stability};

/// What reads though it is no GET, and what changes something though it is one.
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

/// All listings that come in pages.
pub const LISTINGS: &[(&str, Paging)] = &[
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
pub const PASSING: &[(&str, Stability, Option<&str>)] = &[
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
pub const RETIRED: &[(&str, &str)] = &[
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
