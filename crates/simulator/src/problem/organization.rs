//! What the organization API refuses, by Atlassian's published codes.

use http::StatusCode;

use super::{Problem, coded};

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $status:ident $code:literal, $title:literal, $detail:literal;)*) => {
        impl Problem {
            $($(#[$meta])* pub(crate) const $name: Self = coded(StatusCode::$status, $code, $title, $detail);)*
        }

        /// The status and the code of every one of them.
        #[cfg(test)]
        const CODES: &[(StatusCode, &str)] = &[$((StatusCode::$status, $code)),*];
    };
}

codes! {
    BAD_CURSOR = BAD_REQUEST "ADMIN-400-1", "Invalid page cursor", "The cursor is invalid or has expired";
    BAD_DOMAIN_ID = BAD_REQUEST "ADMIN-400-2", "Invalid domain identifier", "The domain identifier is not valid";
    BAD_TIME = BAD_REQUEST "ADMIN-400-3", "Invalid time date",
        "from and to must be epoch milliseconds, and from must not be after to";
    BAD_RESOURCE = BAD_REQUEST "ADMIN-400-4", "Invalid resource", "The resource is not valid";
    BAD_SYNTAX = BAD_REQUEST "ADMIN-400-19", "Invalid request syntax", "A query parameter is not valid";
    BAD_BODY = BAD_REQUEST "ADMIN-400-24", "Invalid request body", "The body of the request is not valid";
    NO_SCOPE = UNAUTHORIZED "ADMIN-401-2", "INSUFFICIENT_SCOPE", "The key does not have the required scope";
    MAY_NOT_MANAGE_ORG = FORBIDDEN "ADMIN-403-3", "Not allowed to manage the organization",
        "The key may not manage the organization";
    MAY_NOT_MANAGE_GROUP = FORBIDDEN "ADMIN-403-5", "Not allowed to manage the group", "The group cannot be changed by the key";
    DEFAULT_GROUP = FORBIDDEN "ADMIN-403-6", "Not allowed to delete group with default-role attribute",
        "The group is a default group";
    ADMIN_GROUP = FORBIDDEN "ADMIN-403-7", "Not allowed to delete group which grants admin access to a product or org",
        "The group grants the access of an administrator";
    NO_RESOURCE = NOT_FOUND "ADMIN-404-1", "Unknown resource", "The resource was not found";
    NO_ORG = NOT_FOUND "ADMIN-404-2", "Unknown organization", "The organization was not found";
    NO_DOMAIN = NOT_FOUND "ADMIN-404-3", "Unknown domain", "The domain was not found in the organization";
    NO_EVENT = NOT_FOUND "ADMIN-404-4", "Unknown event", "The event was not found in the organization";
    NO_POLICY = NOT_FOUND "ADMIN-404-5", "Unknown policy", "The policy was not found in the organization";
    NO_POLICY_RESOURCE = NOT_FOUND "ADMIN-404-6", "Unknown policy resource", "The policy does not have this resource";
    NO_USER = NOT_FOUND "ADMIN-404-8", "Unknown user", "The user was not found in the organization";
    NO_GROUP = NOT_FOUND "ADMIN-404-10", "Unknown group", "The group was not found in the organization";
    NO_METHOD = METHOD_NOT_ALLOWED "ADMIN-405-1", "Method not allowed", "The resource does not support this HTTP method";
    LICENCE_LIMIT = CONFLICT "ADMIN-409-3", "License limit exceeded", "The product has no free seat";
    GROUP_NOT_EMPTY = CONFLICT "ADMIN-409-5", "Group not empty", "The group still has members";
    CONFLICT = CONFLICT "ADMIN-409-28", "Conflict", "The change conflicts with the state of the resource";
    /// An operation that has been retired; Atlassian has not published a code for it.
    RETIRED = GONE "ADMIN-410-1", "Gone", "The operation has been retired";
    LIMITED_ENVELOPE = TOO_MANY_REQUESTS "ADMIN-429-1", "Rate limit exceeded", "The rate limit of this resource has been exceeded";
    /// No request can cause it: a fault does, or the simulator could not write its own response.
    INTERNAL = INTERNAL_SERVER_ERROR "ADMIN-500-1", "Internal server error", "Try again later";

    UAM_BAD_REQUEST = BAD_REQUEST "ADMIN-UAM-400-1", "Bad Request", "The request is not valid";
    UAM_INACTIVE_USER = BAD_REQUEST "ADMIN-UAM-400-2", "Inactive user", "The account of the user is not active";
    UAM_BAD_ROLE = BAD_REQUEST "ADMIN-UAM-400-3", "Invalid Role for Resource", "The resource does not have this role";
    /// Seen, but not documented: a role that needs a resource came without one.
    UAM_NO_RESOURCE_GIVEN = BAD_REQUEST "ADMIN-UAM-400-5", "Cloud Resource is empty", "The role needs a resource";
    UAM_PAYMENT = PAYMENT_REQUIRED "ADMIN-UAM-402-1", "Payment Required", "The organization has no paid subscription";
    UAM_FORBIDDEN = FORBIDDEN "ADMIN-UAM-403-1", "Forbidden", "The key may not do this";
    UAM_NO_RESOURCE = NOT_FOUND "ADMIN-UAM-404-1", "Unknown Resource", "The resource was not found";
    UAM_NO_GROUP = NOT_FOUND "ADMIN-UAM-404-3", "Group Not Found", "The group was not found in the directory";
    UAM_CONFLICT = CONFLICT "ADMIN-UAM-409-2", "Resource Conflicts", "The change conflicts with the state of the resource";
    UAM_LICENCE_LIMIT = CONFLICT "ADMIN-UAM-409-3", "Product License Limit Exceeded", "The product has no free seat";
}

#[test]
fn codes_contain_their_status() {
    for (status, code) in CODES {
        assert!(code.contains(&format!("-{}-", status.as_u16())), "{code} of {status}");
    }
}
