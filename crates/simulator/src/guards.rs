//! Guards: whether a request may reach its handler, by its key, by the date and by its place.

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::endpoint::Operation;
use http::HeaderValue;

use crate::problem::{Family, Problem};
use crate::quirk::Quirk;
use crate::routes::Found;
use crate::simulator::Shared;

/// The operations that invite users.
const INVITATIONS: [&str; 2] = ["inviteUsers", "v1InviteUser"];

/// The checks before an operation.
#[derive(Clone, Copy)]
pub(crate) struct Guards<'a> {
    shared: &'a Shared,
    operation: &'a Operation,
}

impl<'a> Guards<'a> {
    pub(crate) fn new(shared: &'a Shared, operation: &'a Operation) -> Self {
        Self { shared, operation }
    }

    /// Whether the key is of the kind that the operation takes, and is allowed to call it.
    pub(crate) fn by_key(&self, authorization: Option<&HeaderValue>) -> Result<(), Problem> {
        let family = Family::of(self.operation.path);
        let known = match self.operation.auth {
            KeyKind::Directory => &self.shared.directory_key,
            _ => &self.shared.api_key,
        };
        if self.has(Quirk::ExpiredKey) || authorization.and_then(bearer) != Some(known) {
            return Err(Problem::UNAUTHORIZED);
        }
        let wants_none = family == Family::UserManagement && self.has(Quirk::UserManagementUnscoped);
        let lacks_one = self.has(Quirk::MissingScope) && !self.operation.scopes.is_empty();
        if wants_none || lacks_one { Err(Problem::no_scope(family)) } else { Ok(()) }
    }

    /// Whether the operation still works.
    pub(crate) fn by_date(&self, now: i64) -> Result<(), Problem> {
        let gone_from = self.operation.retirement().and_then(|retirement| retirement.gone_from());
        let retired =
            self.has(Quirk::RetiredOperations) && gone_from.is_some_and(|gone_from| gone_from <= now);
        if retired { Err(Problem::RETIRED) } else { Ok(()) }
    }

    /// Whether there is such an organization or directory, and whether it can do such a thing.
    pub(crate) fn by_place(&self, found: &Found) -> Result<(), Problem> {
        let world = &self.shared.world;
        if found.variable("orgId").is_some_and(|organization| organization != world.org_id.as_str()) {
            let unroutable = self.has(Quirk::UnroutableOrg);
            return Err(if unroutable { Problem::NO_ORG_ROUTE } else { Problem::NO_ORG });
        }
        if let (KeyKind::Directory, Some(directory)) = (self.operation.auth, found.variable("directoryId")) {
            // The key is of one directory, so it knows of no other.
            if world.directories().first().is_none_or(|own| own.id != directory) {
                return Err(Problem::scim_not_found(format!("Resource DIRECTORY {directory} not found.")));
            }
        }
        if self.has(Quirk::NoPaidSubscription) && INVITATIONS.contains(&self.operation.id) {
            return Err(Problem::UAM_PAYMENT);
        }
        Ok(())
    }

    fn has(&self, quirk: Quirk) -> bool {
        self.shared.world.quirks.has(quirk)
    }
}

/// The key of an `Authorization` header.
fn bearer(authorization: &HeaderValue) -> Option<&str> {
    let (scheme, key) = authorization.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Simulator;
    use atlassian_admin_core::endpoint::{Method, Retirement};
    use atlassian_admin_core::model::Timestamp;
    use atlassian_admin_testing::VirtualTime;
    use std::sync::Arc;

    const ORGANIZATION: Operation =
        Operation::new(Method::Get, "a", "a", "a", "/admin/v1/orgs/{orgId}/users");
    const DIRECTORY: Operation =
        Operation::new(Method::Get, "b", "b", "b", "/scim/directory/{directoryId}/Users")
            .auth(KeyKind::Directory);
    const USER: Operation = Operation::new(Method::Get, "c", "c", "c", "/users/{account_id}/manage");
    const INVITATION: Operation =
        Operation::new(Method::Post, "inviteUsers", "d", "d", "/admin/v2/orgs/{orgId}/users/invite");

    fn simulator(quirks: &[Quirk]) -> Simulator {
        Simulator::builder(Arc::new(VirtualTime::new(drop))).quirks(quirks.iter().copied()).build()
    }

    /// Whether the operation takes the key.
    fn takes(simulator: &Simulator, operation: &Operation, authorization: &str) -> Result<(), Problem> {
        let value = HeaderValue::from_str(authorization).unwrap();
        Guards::new(simulator.shared(), operation).by_key(Some(&value))
    }

    fn by_place(
        simulator: &Simulator,
        operation: &Operation,
        variables: &[(&'static str, &str)],
    ) -> Result<(), Problem> {
        let variables = variables.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let found = Found { route: &crate::routes::ROUTES[0], variables };
        Guards::new(simulator.shared(), operation).by_place(&found)
    }

    #[test]
    fn each_operation_takes_one_kind_of_key() {
        let simulator = simulator(&[]);
        let organization = format!("Bearer {}", simulator.api_key());
        let directory = format!("bearer  {}", simulator.directory_key());
        for (operation, right, wrong) in [
            (ORGANIZATION, &organization, &directory),
            (USER, &organization, &directory),
            (DIRECTORY, &directory, &organization),
        ] {
            assert_eq!(takes(&simulator, &operation, right), Ok(()), "{}", operation.path);
            assert_eq!(
                takes(&simulator, &operation, wrong),
                Err(Problem::UNAUTHORIZED),
                "{}",
                operation.path
            );
            let basic = right.replacen("earer", "asic", 1);
            assert_eq!(takes(&simulator, &operation, &basic), Err(Problem::UNAUTHORIZED));
            let guards = Guards::new(simulator.shared(), &operation);
            assert_eq!(guards.by_key(None), Err(Problem::UNAUTHORIZED));
        }
    }

    #[test]
    fn user_management_can_want_a_key_without_scopes() {
        let simulator = simulator(&[Quirk::UserManagementUnscoped]);
        let key = format!("Bearer {}", simulator.api_key());
        assert_eq!(takes(&simulator, &USER, &key), Err(Problem::insufficient_scope()));
        assert_eq!(takes(&simulator, &ORGANIZATION, &key), Ok(()));
    }

    #[test]
    fn a_missing_scope_is_refused_where_one_is_needed() {
        let simulator = simulator(&[Quirk::MissingScope]);
        let key = format!("Bearer {}", simulator.api_key());
        assert_eq!(takes(&simulator, &ORGANIZATION, &key), Ok(()));
        let scoped = ORGANIZATION.scopes(&["read:accounts:admin"]);
        assert_eq!(takes(&simulator, &scoped, &key), Err(Problem::NO_SCOPE));
    }

    #[test]
    fn operations_are_refused_from_the_first_day_without_them() {
        let after = ORGANIZATION.deprecated(Retirement::after("2026-06-30", &[]));
        let on = ORGANIZATION.deprecated(Retirement::on("2026-07-01", &[]));
        let end = Timestamp::from("2026-07-01T00:00:00.000Z").millis().unwrap();
        for (quirks, operation, now, expected) in [
            (&[Quirk::RetiredOperations][..], after, end - 1, Ok(())),
            (&[Quirk::RetiredOperations], after, end, Err(Problem::RETIRED)),
            (&[Quirk::RetiredOperations], on, end - 1, Ok(())),
            (&[Quirk::RetiredOperations], on, end, Err(Problem::RETIRED)),
            (&[Quirk::RetiredOperations], ORGANIZATION, end, Ok(())),
            (&[], after, end, Ok(())),
        ] {
            let simulator = simulator(quirks);
            assert_eq!(Guards::new(simulator.shared(), &operation).by_date(now), expected);
        }
    }

    #[test]
    fn provisioning_knows_the_directory_of_its_key() {
        let simulator = Simulator::builder(Arc::new(VirtualTime::new(drop))).directories(2).build();
        let own = simulator.directory_id().to_owned();
        let other = simulator.shared().world.directories()[1].id.clone();
        assert_eq!(by_place(&simulator, &DIRECTORY, &[("directoryId", &own)]), Ok(()));
        for unknown in [other.as_str(), "-", "x"] {
            let detail = format!("Resource DIRECTORY {unknown} not found.");
            let expected = Err(Problem::scim_not_found(detail));
            assert_eq!(by_place(&simulator, &DIRECTORY, &[("directoryId", unknown)]), expected);
            assert_eq!(
                by_place(&simulator, &ORGANIZATION, &[("directoryId", unknown)]),
                Ok(()),
                "the handler checks directories of the organization"
            );
        }
    }

    #[test]
    fn organizations_are_known_or_not() {
        let own = simulator(&[]).org_id().to_string();
        assert_eq!(by_place(&simulator(&[]), &ORGANIZATION, &[("orgId", &own)]), Ok(()));
        assert_eq!(by_place(&simulator(&[]), &ORGANIZATION, &[("orgId", "x")]), Err(Problem::NO_ORG));
        let unroutable = simulator(&[Quirk::UnroutableOrg]);
        assert_eq!(by_place(&unroutable, &ORGANIZATION, &[("orgId", "x")]), Err(Problem::NO_ORG_ROUTE));
    }

    #[test]
    fn invitations_are_refused_without_a_paid_subscription() {
        let free = simulator(&[Quirk::NoPaidSubscription]);
        let own = free.org_id().to_string();
        assert_eq!(by_place(&free, &INVITATION, &[("orgId", &own)]), Err(Problem::UAM_PAYMENT));
        assert_eq!(by_place(&free, &ORGANIZATION, &[("orgId", &own)]), Ok(()));
        assert_eq!(by_place(&simulator(&[]), &INVITATION, &[("orgId", &own)]), Ok(()));
    }
}
