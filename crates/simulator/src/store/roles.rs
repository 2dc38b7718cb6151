//! Who holds which role on what.

use std::collections::BTreeSet;

use super::overlay::Overlay;
use super::{Change, Object, Refusal, Store, View};
use crate::data::{MembershipStatus, Role, User, World};
use crate::quirk::Quirk;
use atlassian_admin_core::model::AccountStatus;

/// How long it takes until a changed role is seen, with the quirk `read-lag`. In milliseconds.
const LAG: i64 = 30_000;

/// Who can hold a role, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holder {
    User(u64),
    Group(u64),
}

/// A role on a resource, which is given by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Grant {
    pub(crate) resource: usize,
    pub(crate) role: Role,
}

/// The grants that are no longer as at the start.
#[derive(Debug, Default)]
pub(super) struct Grants(Overlay<(Holder, Grant)>);

impl World {
    /// Refuses where no licence is left.
    pub(super) fn take_licence(&self) -> Result<(), Refusal> {
        if self.quirks.has(Quirk::LicenceLimit) { Err(Refusal::LicenceLimit) } else { Ok(()) }
    }

    fn grants(&self, holder: Holder) -> Option<Grant> {
        let (resource, role) = match holder {
            Holder::User(user) => self.roles_of_user(user)?,
            Holder::Group(group) => self.roles_of_group(group)?,
        };
        Some(Grant { resource, role })
    }
}

impl Store {
    /// Grants a role. Who holds it already keeps it, and nothing is changed.
    pub(crate) fn grant(
        &mut self,
        world: &World,
        now: i64,
        holder: Holder,
        grant: Grant,
    ) -> Result<(), Refusal> {
        if let Some(change) = self.granting(world, now, holder, grant)? {
            self.set_grant(world, now, holder, grant, true);
            self.log.record(now, change);
        }
        Ok(())
    }

    /// Takes back a role that was granted to the holder in person. Who does not hold it is left alone.
    pub(crate) fn revoke(
        &mut self,
        world: &World,
        now: i64,
        holder: Holder,
        grant: Grant,
    ) -> Result<(), Refusal> {
        if let Some(change) = self.revoking(world, now, holder, grant)? {
            self.set_grant(world, now, holder, grant, false);
            self.log.record(now, change);
        }
        Ok(())
    }

    /// What granting a role would change, if anything, unless it is refused.
    pub(crate) fn granting(
        &self,
        world: &World,
        now: i64,
        holder: Holder,
        grant: Grant,
    ) -> Result<Option<Change>, Refusal> {
        let truth = self.truth(world, now);
        let subject = truth.subject(holder)?;
        let resource = world.resource(grant.resource).ok_or(Refusal::UnknownResource)?;
        if !resource.takes(grant.role) {
            return Err(Refusal::RoleDoesNotFit);
        }
        if let Holder::User(user) = holder {
            truth.is_able(user)?;
        }
        if world.directory_of_resource(grant.resource).is_some_and(|directory| directory != subject.directory)
        {
            return Err(Refusal::NotInDirectory);
        }
        if truth.holds(holder, grant) {
            return Ok(None);
        }
        if grant.role.opens_product() {
            world.take_licence()?;
        }
        Ok(Some(subject.change(true, grant, &resource.id)))
    }

    /// What taking back a role would change, if anything, unless it is refused.
    pub(crate) fn revoking(
        &self,
        world: &World,
        now: i64,
        holder: Holder,
        grant: Grant,
    ) -> Result<Option<Change>, Refusal> {
        let truth = self.truth(world, now);
        let subject = truth.subject(holder)?;
        let resource = world.resource(grant.resource).ok_or(Refusal::UnknownResource)?;
        if !resource.takes(grant.role) {
            return Err(Refusal::RoleDoesNotFit);
        }
        if !truth.holds(holder, grant) {
            return Ok(None);
        }
        if grant.role == Role::OrgAdmin {
            truth.keep_an_org_admin(|user, by| match holder {
                Holder::User(holder) => user == holder && by.is_none(),
                Holder::Group(holder) => by == Some(holder),
            })?;
        }
        Ok(Some(subject.change(false, grant, &resource.id)))
    }

    /// Takes back all that a user holds in person, as from one who leaves the directory.
    pub(super) fn lose_grants(&mut self, world: &World, now: i64, user: &User) {
        let holder = Holder::User(user.index);
        for grant in self.truth(world, now).grants(holder) {
            self.set_grant(world, now, holder, grant, false);
        }
    }

    fn set_grant(&mut self, world: &World, now: i64, holder: Holder, grant: Grant, value: bool) {
        let seen_from = if world.quirks.has(Quirk::ReadLag) { now.saturating_add(LAG) } else { now };
        self.grants.0.set((holder, grant), value, now, seen_from, || world.grants(holder) == Some(grant));
    }
}

/// The holder of a role, as the log names it.
struct Subject {
    object: Object,
    directory: usize,
}

impl Subject {
    fn change(self, granted: bool, grant: Grant, resource: &str) -> Change {
        let (role, name) = (grant.role.id(), &self.object.name);
        let (action, message) = match (granted, self.object.kind) {
            (true, "users") => ("user_role_granted", format!("granted {name} the role {role} on {resource}")),
            (true, _) => {
                ("group_role_granted", format!("granted the group {name} the role {role} on {resource}"))
            }
            (false, "users") => {
                ("user_role_revoked", format!("revoked the role {role} on {resource} of {name}"))
            }
            (false, _) => {
                ("group_role_revoked", format!("revoked the role {role} on {resource} of the group {name}"))
            }
        };
        let also = vec![Object::role(grant.role), Object::resource(resource)];
        Change { action, object: self.object, also, message }
    }
}

impl View<'_> {
    fn subject(self, holder: Holder) -> Result<Subject, Refusal> {
        match holder {
            Holder::User(user) => {
                let user = self.user(user).ok_or(Refusal::UnknownUser)?;
                Ok(Subject { object: Object::user(&user), directory: user.directory })
            }
            Holder::Group(group) => {
                let group = self.group(group).ok_or(Refusal::UnknownGroup)?;
                Ok(Subject { object: Object::group(&group), directory: group.directory })
            }
        }
    }

    /// Refuses where a user cannot be given anything.
    pub(super) fn is_able(self, user: u64) -> Result<(), Refusal> {
        let user = self.user(user).ok_or(Refusal::UnknownUser)?;
        match user.account_status(self.now) {
            AccountStatus::Closed => Err(Refusal::DeletedAccount),
            _ if user.membership == MembershipStatus::NoMembership => Err(Refusal::NotInDirectory),
            AccountStatus::Active => Ok(()),
            _ => Err(Refusal::InactiveUser),
        }
    }

    pub(crate) fn find_resource(self, id: &str) -> Result<usize, Refusal> {
        self.world.resource_index(id).ok_or(Refusal::UnknownResource)
    }

    pub(crate) fn find_role(self, id: &str) -> Result<Role, Refusal> {
        Role::parse(id).ok_or(Refusal::UnknownRole)
    }

    /// Whether a role was granted to the holder in person.
    pub(crate) fn holds(self, holder: Holder, grant: Grant) -> bool {
        self.store.grants.0.get((holder, grant), self.seen, || self.world.grants(holder) == Some(grant))
    }

    /// What was granted to the holder in person.
    pub(crate) fn grants(self, holder: Holder) -> BTreeSet<Grant> {
        let least = Grant { resource: 0, role: Role::User };
        let most = Grant { resource: usize::MAX, role: Role::AiAccess };
        let mut grants: BTreeSet<_> = self.world.grants(holder).into_iter().collect();
        for ((_, grant), is) in self.store.grants.0.range((holder, least)..=(holder, most), self.seen) {
            if is {
                grants.insert(grant);
            } else {
                grants.remove(&grant);
            }
        }
        grants
    }
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::effective_roles::Method;
    use super::super::tests::{NOW, TEAM, able, store};
    use super::*;

    fn jira(world: &World, role: Role) -> Grant {
        Grant { resource: world.product_resource(0, 0).unwrap(), role }
    }

    #[test]
    fn a_role_is_granted_and_revoked() {
        let (world, mut store) = store(&[]);
        let user = able(&world);
        let grant = jira(&world, Role::Guest);
        let how = |store: &Store| store.view(&world, NOW).roles(user).get(&grant).cloned();
        assert_eq!(how(&store), None);
        assert_eq!(store.grant(&world, NOW, Holder::User(user), grant), Ok(()));
        assert_eq!(store.grant(&world, NOW, Holder::User(user), grant), Ok(()), "taken as done");
        assert_eq!(how(&store), Some([Method::Direct].into()));
        assert_eq!(store.grant(&world, NOW, Holder::Group(TEAM), grant), Ok(()));
        store.add_member(&world, NOW, TEAM, user, By::Admin).unwrap();
        assert_eq!(how(&store), Some([Method::Direct, Method::GroupDirect].into()));
        assert_eq!(store.revoke(&world, NOW, Holder::User(user), grant), Ok(()));
        assert_eq!(store.revoke(&world, NOW, Holder::User(user), grant), Ok(()), "taken as done");
        assert_eq!(how(&store), Some([Method::GroupDirect].into()));
        assert_eq!(store.revoke(&world, NOW, Holder::Group(TEAM), grant), Ok(()));
        assert_eq!(how(&store), None);
        assert_eq!(
            store.log_of_actions(),
            [
                "user_role_granted",
                "group_role_granted",
                "user_added_to_group",
                "user_role_revoked",
                "group_role_revoked"
            ]
        );
    }

    #[test]
    fn a_role_must_fit_and_its_holder_must_be_able() {
        let (world, mut store) = store(&[]);
        let find = |status: AccountStatus| (0..200).find(|user| world.usage(*user).status == status).unwrap();
        let outside = (0..200)
            .find(|user| {
                world.usage(*user).status == AccountStatus::Active
                    && world.membership(*user) == MembershipStatus::NoMembership
            })
            .unwrap();
        let mut grant = |holder, grant| store.grant(&world, NOW, holder, grant);
        let user = Holder::User(able(&world));
        assert_eq!(grant(user, jira(&world, Role::OrgAdmin)), Err(Refusal::RoleDoesNotFit));
        assert_eq!(grant(user, Grant { resource: 99, role: Role::User }), Err(Refusal::UnknownResource));
        let jira_user = jira(&world, Role::User);
        assert_eq!(grant(Holder::User(find(AccountStatus::Closed)), jira_user), Err(Refusal::DeletedAccount));
        assert_eq!(grant(Holder::User(find(AccountStatus::Inactive)), jira_user), Err(Refusal::InactiveUser));
        assert_eq!(grant(Holder::User(outside), jira_user), Err(Refusal::NotInDirectory));
        assert_eq!(grant(Holder::User(200), jira_user), Err(Refusal::UnknownUser));
        assert_eq!(grant(Holder::Group(99), jira_user), Err(Refusal::UnknownGroup));
        let (world, mut store) = super::super::tests::store_of_two_directories();
        let elsewhere = Grant { resource: world.product_resource(1, 0).unwrap(), role: Role::User };
        assert_eq!(store.grant(&world, NOW, Holder::Group(0), elsewhere), Err(Refusal::NotInDirectory));
    }

    #[test]
    fn without_a_licence_only_administration_is_granted() {
        let (world, mut store) = store(&[Quirk::LicenceLimit]);
        let user = Holder::User(able(&world));
        assert_eq!(store.grant(&world, NOW, user, jira(&world, Role::Guest)), Err(Refusal::LicenceLimit));
        assert_eq!(store.grant(&world, NOW, user, jira(&world, Role::Admin)), Ok(()));
    }

    #[test]
    fn with_a_lag_roles_are_seen_after_half_a_minute() {
        let (world, mut store) = store(&[Quirk::ReadLag]);
        let (user, grant) = (able(&world), jira(&world, Role::Guest));
        store.grant(&world, NOW, Holder::User(user), grant).unwrap();
        let seen = |at| store.view(&world, at).roles(user).contains_key(&grant);
        assert!(!seen(NOW + 29_999));
        assert!(seen(NOW + 30_000));
    }
}
