//! The families of operations: each writes its errors in a form of its own.

/// How the errors of an operation are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// The first version of the organization API: the envelope, but 401 and 429 are the gateway's.
    V1,
    /// Its operations on roles: the same with the codes of user access management.
    Roles,
    /// The second version: the envelope always, with the codes of user access management.
    V2,
    /// Workspaces: the error without the envelope.
    Workspaces,
    /// The first version's searches: only 400 is without the envelope.
    LegacySearch,
    /// User management: a key and at times a context.
    UserManagement,
    /// User provisioning: SCIM's own errors, but the gateway refuses a key.
    Scim,
}

impl Family {
    /// The family of the operation at a request's path; it holds for unknown paths, too.
    pub(crate) fn of(path: &str) -> Self {
        let segments: Vec<_> = path.trim_start_matches('/').split('/').collect();
        match segments.as_slice() {
            ["scim", ..] => Self::Scim,
            ["users", ..] => Self::UserManagement,
            ["admin", "v2", "orgs", _, "workspaces"] => Self::Workspaces,
            ["admin", "v2", ..] => Self::V2,
            ["admin", "v1", "orgs", _, "users" | "groups", "search"] => Self::LegacySearch,
            ["admin", "v1", "orgs", _, "users", _, "roles" | "role-assignments", _] => Self::Roles,
            _ => Self::V1,
        }
    }

    /// The code that it uses for what the first version of the organization API calls `code`.
    pub(super) fn code(self, code: &'static str) -> &'static str {
        match (self, code) {
            (Self::V2 | Self::Roles, "ADMIN-400-19" | "ADMIN-400-24") => "ADMIN-UAM-400-1",
            (Self::V2 | Self::Roles, "ADMIN-404-2") => "ADMIN-UAM-404-2",
            (Self::V2 | Self::Roles, "ADMIN-405-1") => "ADMIN-UAM-405-1",
            (Self::V2 | Self::Roles, "ADMIN-500-1") => "ADMIN-UAM-500-1",
            (Self::Workspaces, "ADMIN-400-19" | "ADMIN-400-24" | "ADMIN-400-1") => "ADMIN-400-4",
            _ => code,
        }
    }
}
