//! What to do about an error whose cause is known.

use super::{Error, ErrorKind, Source};
use crate::auth::KeyKind;

pub(super) fn hint(error: &Error) -> Option<&'static str> {
    let code = error.code().unwrap_or_default();
    let title = error.api().title.as_deref().unwrap_or_default();
    let insufficient_scope = code.as_bytes().windows(11).any(|part| part == b"nsufficient")
        || code == "ADMIN-401-2"
        || title.eq_ignore_ascii_case("INSUFFICIENT_SCOPE");
    Some(match (error.kind(), code) {
        (ErrorKind::OutcomeUnknown, _) if error.is_foreign() => {
            "look whether the change was made before making it again; a proxy may have answered instead of the API, so check the base URL and any proxy, too"
        }
        (ErrorKind::OutcomeUnknown, _) => "look whether the change was made before making it again",
        _ if error.is_foreign() => {
            "check the base URL, and whether a proxy or a sign-in page answered instead of the API"
        }
        (ErrorKind::Ambiguous, _) => "choose one of them",
        (ErrorKind::Timeout, _) if matches!(error.0.source, Some(Source::NotVisible(_))) => {
            "it may still appear: look again later, or wait longer"
        }
        (ErrorKind::ReadOnly, _) => "make the change with a client that is not read-only",
        (ErrorKind::KeyUnavailable, _) => "check where the key provider gets the key",
        (ErrorKind::Connection, _) if error.transport_error().is_some_and(|error| error.before_send) => {
            "check the base URL, the network and any proxy in between"
        }
        (_, "ADMIN-400-1") => "the cursor is unknown or has expired: start the listing again",
        (_, "ADMIN-400-3") => "times go in as epoch milliseconds, and `from` must not be after `to`",
        _ if is_member_already(error) => "it is so already: nothing is left to do",
        (_, "ADMIN-409-3" | "ADMIN-UAM-409-3") => "the product has no free licence left",
        (_, "forbidden.targetUnverified") => {
            "the organization does not manage this account: its domain is not claimed"
        }
        (ErrorKind::Forbidden, _) if insufficient_scope && error.operation().group == "account" => {
            "user management refuses keys with scopes: make a key without any"
        }
        (ErrorKind::Unauthorized | ErrorKind::Forbidden, _) if insufficient_scope => {
            "the key lacks a scope; scopes cannot be added, so make a new key"
        }
        (ErrorKind::Unauthorized, _) if error.operation().auth == KeyKind::Directory => {
            "use the directory's own key, made where its identity provider is connected at admin.atlassian.com; an organization API key is never accepted here"
        }
        (ErrorKind::Unauthorized, _) => {
            "use an organization API key made at admin.atlassian.com (a user's API token, `ATATT…`, is never accepted), and check that it has not expired"
        }
        (ErrorKind::Forbidden, "") => "the key lacks a scope, or the organization is not its own",
        (ErrorKind::Forbidden, _) => {
            "the key may lack a scope, or this must not be changed here; the server's own words say which"
        }
        // The thing may be missing all the same, so the hint only says what is possible.
        (ErrorKind::NotFound, _) if error.0.may_be_gone => {
            return error.operation().retirement().map(|it| it.hint);
        }
        (ErrorKind::NotFound, "") if is_unrouted(error) => {
            "the path is unknown: check the base URL and the organization's id"
        }
        (ErrorKind::Redirect, _) => "set the base URL to where the API is",
        (ErrorKind::TooLarge, _) => "ask for smaller pages",
        _ => return None,
    })
}

/// Whether a conflict means that the user is a member of the group already.
pub(super) fn is_member_already(error: &Error) -> bool {
    error.code() == Some("ADMIN-UAM-409-2") && error.operation().name == "add_member"
}

/// Whether the gateway, or a router behind it, did not know the path. Otherwise the operation did
/// not find the resource.
pub(super) fn is_unrouted(error: &Error) -> bool {
    let api = error.api();
    // Compares bytes: substring search on `str` would be the larger part of this file's code.
    let says = |words: &[u8]| {
        let detail = api.detail.as_deref().unwrap_or_default();
        detail.as_bytes().windows(words.len()).any(|part| part == words)
    };
    says(b"match any route") || says(b"TCS validation failed")
}
