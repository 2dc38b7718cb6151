//! The errors that a fault injects.

use http::StatusCode;

use crate::problem::{Family, Problem, gateway};

/// The error of an operation of the family that has this status.
pub(crate) fn refusal(status: u16, family: Family) -> Problem {
    let access = matches!(family, Family::V2 | Family::Roles);
    match status {
        400 => Problem::BAD_SYNTAX,
        401 => Problem::UNAUTHORIZED,
        403 if access => Problem::UAM_FORBIDDEN,
        403 if family == Family::UserManagement => Problem::FORBIDDEN_USER,
        403 => Problem::MAY_NOT_MANAGE_ORG,
        404 if access => Problem::UAM_NO_RESOURCE,
        404 => Problem::NO_RESOURCE,
        409 if access => Problem::UAM_CONFLICT,
        409 => Problem::CONFLICT,
        500 => Problem::INTERNAL,
        other => {
            let status = StatusCode::from_u16(other).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            gateway(status, status.canonical_reason().unwrap_or("Error"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The error of a status, at a path.
    fn body(status: u16, path: &str) -> Value {
        let family = Family::of(path);
        let problem = refusal(status, family);
        assert_eq!(problem.status, status);
        let (content_type, body) = problem.body(family, "0123456789abcdef0123", path, 0);
        assert_eq!(content_type, "application/json");
        serde_json::from_str(&body).unwrap()
    }

    const V1: &str = "/admin/v1/orgs/o/events";
    const V2: &str = "/admin/v2/orgs/o/directories/d/groups";
    const USERS: &str = "/users/a/manage";
    const SCIM: &str = "/scim/directory/d/Users";

    #[test]
    fn statuses_have_the_form_of_the_family() {
        for (status, path, place, expected) in [
            (400, V1, "/errors/0/code", json!("ADMIN-400-19")),
            (400, V2, "/errors/0/code", json!("ADMIN-UAM-400-1")),
            (401, V1, "", json!({ "code": 401, "message": "Unauthorized" })),
            (401, V2, "/errors/0/code", json!("ADMIN-UAM-401-1")),
            (403, V1, "/errors/0/code", json!("ADMIN-403-3")),
            (403, V2, "/errors/0/code", json!("ADMIN-UAM-403-1")),
            (403, USERS, "/key", json!("forbidden")),
            (403, SCIM, "/error", json!("Not authorized to access : scim/directory/d/Users")),
            (404, V1, "/errors/0/code", json!("ADMIN-404-1")),
            (404, V2, "/errors/0/code", json!("ADMIN-UAM-404-1")),
            (404, USERS, "/key", json!("notFound")),
            (404, SCIM, "/status", json!("404")),
            (409, V1, "/errors/0/code", json!("ADMIN-409-28")),
            (409, V2, "/errors/0/code", json!("ADMIN-UAM-409-2")),
            (409, SCIM, "/status", json!("409")),
            (410, V1, "", json!({ "code": 410, "message": "Gone" })),
            (500, V2, "/errors/0/code", json!("ADMIN-UAM-500-1")),
            (500, USERS, "", json!({ "code": 500, "message": "Internal server error" })),
            (500, SCIM, "/status", json!("500")),
            (503, V1, "", json!({ "code": 503, "message": "Service Unavailable" })),
            (503, SCIM, "/detail", json!("Service Unavailable")),
            (599, V1, "", json!({ "code": 599, "message": "Error" })),
        ] {
            assert_eq!(body(status, path).pointer(place), Some(&expected), "{status} {path}");
        }
    }
}
