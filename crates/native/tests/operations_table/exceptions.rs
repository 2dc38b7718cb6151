//! What holds for most operations, and the ones for which it does not.

use atlassian_admin::endpoint::Paging;

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

/// All that is documented as experimental.
pub const EXPERIMENTAL: &[(&str, ())] = &[
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign", ()),
    ("POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke", ()),
];

/// All that is announced to stop: the first moment at which it may be gone, and what to use
/// instead.
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

/// When what is announced to stop after 30 June 2026 may be gone.
pub const LEGACY_ENDS: &str = "2026-07-01T00:00:00.000Z";

/// What is announced to stop after 30 June 2026, and what to use instead.
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
