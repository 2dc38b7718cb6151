//! Guards: whether a request may reach its handler, by its key, by the date and by its place.

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::Operation;
use http::HeaderValue;

use crate::problem::{Family, Problem};
use crate::quirk::Quirk;
use crate::routes::Found;
use crate::simulator::Shared;

/// The operations that invite users.
const INVITATIONS: [&str; 2] = ["inviteUsers", "v1InviteUser"];

/// Whether the key is of the kind that the operation takes, and is allowed to call it.
pub(crate) fn by_key(
    shared: &Shared,
    operation: &Operation,
    authorization: Option<&HeaderValue>,
) -> Result<(), Problem> {
    let (family, quirks) = (Family::of(operation.path), &shared.world.quirks);
    let known = match operation.auth {
        KeyKind::Directory => &shared.directory_key,
        _ => &shared.api_key,
    };
    if quirks.has(Quirk::ExpiredKey) || authorization.and_then(bearer) != Some(known) {
        return Err(Problem::UNAUTHORIZED);
    }
    let wants_none = family == Family::UserManagement && quirks.has(Quirk::UserManagementUnscoped);
    let lacks_one = quirks.has(Quirk::MissingScope) && !operation.scopes.is_empty();
    if wants_none || lacks_one { Err(Problem::no_scope(family)) } else { Ok(()) }
}

/// Whether the operation still works.
pub(crate) fn by_date(shared: &Shared, operation: &Operation, now: i64) -> Result<(), Problem> {
    let gone_from = operation.retirement().and_then(|retirement| retirement.gone_from());
    let retires = shared.world.quirks.has(Quirk::RetiredOperations);
    let retired = retires && gone_from.is_some_and(|gone_from| gone_from <= now);
    if retired { Err(Problem::RETIRED) } else { Ok(()) }
}

/// Whether there is such an organization or directory, and whether it can do such a thing.
pub(crate) fn by_place(shared: &Shared, found: &Found) -> Result<(), Problem> {
    let (world, operation) = (&shared.world, &found.route.operation);
    if found.variable("orgId").is_some_and(|organization| organization != world.org_id.as_str()) {
        let unroutable = world.quirks.has(Quirk::UnroutableOrg);
        return Err(if unroutable { Problem::NO_ORG_ROUTE } else { Problem::NO_ORG });
    }
    if let (KeyKind::Directory, Some(directory)) = (operation.auth, found.variable("directoryId")) {
        // The key is of one directory, so it knows of no other.
        if world.directories.first().is_none_or(|own| own.id != directory) {
            return Err(Problem::scim(None, format!("Resource DIRECTORY {directory} not found.")));
        }
    }
    if world.quirks.has(Quirk::NoPaidSubscription) && INVITATIONS.contains(&operation.id) {
        return Err(Problem::UAM_PAYMENT);
    }
    Ok(())
}

/// The key of an `Authorization` header.
fn bearer(authorization: &HeaderValue) -> Option<&str> {
    let (scheme, key) = authorization.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}
