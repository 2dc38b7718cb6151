//! Who holds which role on what.

use std::collections::{BTreeMap, BTreeSet};

use super::overlay::Overlay;
use super::{Change, Refusal, Store, View};
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

/// How a user came by a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    Direct,
    /// By a group.
    GroupDirect,
    /// By a greater role.
    Inferred,
}

impl Method {
    /// As it stands on the wire.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::GroupDirect => "group_direct",
            Self::Inferred => "inferred",
        }
    }
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
            return Ok(());
        }
        if grant.role.opens_product() {
            world.take_licence()?;
        }
        self.set_grant(world, now, holder, grant, true);
        self.log.record(now, subject.change(true, grant, &resource.id));
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
        let truth = self.truth(world, now);
        let subject = truth.subject(holder)?;
        let resource = world.resource(grant.resource).ok_or(Refusal::UnknownResource)?;
        if !resource.takes(grant.role) {
            return Err(Refusal::RoleDoesNotFit);
        }
        if !truth.holds(holder, grant) {
            return Ok(());
        }
        if grant.role == Role::OrgAdmin {
            truth.keep_an_org_admin(|user, by| match holder {
                Holder::User(holder) => user == holder && by.is_none(),
                Holder::Group(holder) => by == Some(holder),
            })?;
        }
        self.set_grant(world, now, holder, grant, false);
        self.log.record(now, subject.change(false, grant, &resource.id));
        Ok(())
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
    object_type: &'static str,
    id: String,
    name: String,
    directory: usize,
}

impl Subject {
    fn change(self, granted: bool, grant: Grant, resource: &str) -> Change {
        let (role, name) = (grant.role.id(), &self.name);
        let (action, message) = match (granted, self.object_type) {
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
        Change { action, object_type: self.object_type, object_id: self.id, label: self.name, message }
    }
}

impl View<'_> {
    fn subject(self, holder: Holder) -> Result<Subject, Refusal> {
        match holder {
            Holder::User(user) => {
                let user = self.user(user).ok_or(Refusal::UnknownUser)?;
                let (id, name, directory) = (user.account_id, user.name, user.directory);
                Ok(Subject { object_type: "users", id, name, directory })
            }
            Holder::Group(group) => {
                let group = self.group(group).ok_or(Refusal::UnknownGroup)?;
                let (id, name, directory) = (group.id, group.name, group.directory);
                Ok(Subject { object_type: "groups", id, name, directory })
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

    /// Every role that a user has, and how they came by it.
    pub(crate) fn roles(self, user: u64) -> BTreeMap<Grant, BTreeSet<Method>> {
        let mut roles: BTreeMap<Grant, BTreeSet<Method>> = BTreeMap::new();
        let mut add = |grant, method| roles.entry(grant).or_default().insert(method);
        let mut grants = BTreeSet::new();
        for grant in self.grants(Holder::User(user)) {
            add(grant, Method::Direct);
            grants.insert(grant);
        }
        for group in self.groups_of(user) {
            for grant in self.grants(Holder::Group(group)) {
                add(grant, Method::GroupDirect);
                grants.insert(grant);
            }
        }
        // Who administers the organization or a site, administers its products.
        for grant in grants {
            let site = self.world.resource(grant.resource).and_then(|resource| resource.site);
            if !matches!(grant.role, Role::OrgAdmin | Role::SiteAdmin) {
                continue;
            }
            for (resource, _) in self.world.resources().iter().enumerate().filter(|(_, resource)| {
                resource.product.is_some() && (site.is_none() || resource.site == site)
            }) {
                add(Grant { resource, role: Role::Admin }, Method::Inferred);
            }
        }
        roles
    }

    /// The platform roles among them.
    pub(crate) fn platform_roles(self, user: u64) -> BTreeSet<Role> {
        self.roles(user).into_keys().map(|grant| grant.role).filter(|role| role.is_platform()).collect()
    }

    /// The products that a user can use: the indices of their resources.
    pub(crate) fn products(self, user: u64) -> BTreeSet<usize> {
        let roles = self.roles(user).into_keys();
        roles.filter(|grant| grant.role.opens_product()).map(|grant| grant.resource).collect()
    }

    /// Whether the members of a group can use a product by it.
    pub(super) fn group_opens_product(self, group: u64) -> bool {
        self.grants(Holder::Group(group)).iter().any(|grant| grant.role.opens_product())
    }

    pub(crate) fn is_org_admin(self, user: u64) -> bool {
        let organization = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };
        self.holds(Holder::User(user), organization)
            || self.org_admin_groups().any(|group| self.is_member(group, user))
    }

    fn org_admin_groups(self) -> impl Iterator<Item = u64> {
        let organization = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };
        self.group_indices().filter(move |group| self.holds(Holder::Group(*group), organization))
    }

    /// Refuses to let the last administrator go. `goes` says of a user, and of the group by which they administer (or none),
    /// whether that ends.
    pub(super) fn keep_an_org_admin(self, goes: impl Fn(u64, Option<u64>) -> bool) -> Result<(), Refusal> {
        let organization = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };
        let direct = (0..self.people())
            .filter(|user| self.holds(Holder::User(*user), organization))
            .map(|user| (user, None));
        let mut admins = self
            .org_admin_groups()
            .flat_map(|group| self.members(group).map(move |user| (user, Some(group))))
            .chain(direct)
            .filter(|(user, _)| self.is_able(*user).is_ok())
            .peekable();
        if admins.peek().is_none() || admins.any(|(user, by)| !goes(user, by)) {
            Ok(())
        } else {
            Err(Refusal::LastOrgAdmin)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{NOW, TEAM, able, store};
    use super::*;

    const ORG_ADMIN: Grant = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };

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
    fn products_follow_the_groups_that_open_them() {
        let (world, mut store) = store(&[]);
        for user in 0..200 {
            let used = world.usage(user).products.iter().filter(|product| product.is_some()).count();
            assert_eq!(store.view(&world, NOW).products(user).len(), used);
        }
        let user = (0..200).find(|user| world.usage(*user).products[0].is_some()).unwrap();
        store.remove_member(&world, NOW, 3, user, By::Admin).unwrap();
        assert!(!store.view(&world, NOW).products(user).contains(&jira(&world, Role::User).resource));
    }

    #[test]
    fn who_administers_the_organization_administers_every_product() {
        let (world, store) = store(&[]);
        let owner = world.owner().unwrap();
        let roles = store.view(&world, NOW).roles(owner);
        assert_eq!(roles[&ORG_ADMIN], [Method::Direct, Method::GroupDirect].into());
        let inferred = roles.iter().filter(|(_, how)| how.contains(&Method::Inferred)).count();
        // Five products of one site, three of two others.
        assert_eq!(inferred, 11);
        assert!(store.view(&world, NOW).platform_roles(owner).contains(&Role::OrgAdmin));
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
    fn the_last_administrator_stays() {
        let (world, mut store) = store(&[]);
        let owner = world.owner().unwrap();
        let by_group: Vec<_> = store.view(&world, NOW).members(0).collect();
        assert!(by_group.contains(&owner));
        for user in by_group {
            assert_eq!(store.remove_member(&world, NOW, 0, user, By::Admin), Ok(()));
        }
        let revoked = store.revoke(&world, NOW, Holder::User(owner), ORG_ADMIN);
        assert_eq!(revoked, Err(Refusal::LastOrgAdmin));
        let heir = (owner + 1..200).find(|user| store.truth(&world, NOW).is_able(*user).is_ok()).unwrap();
        assert_eq!(store.grant(&world, NOW, Holder::Group(TEAM), ORG_ADMIN), Ok(()));
        for user in store.view(&world, NOW).members(TEAM).collect::<Vec<_>>() {
            assert_eq!(store.remove_member(&world, NOW, TEAM, user, By::Admin), Ok(()));
        }
        assert_eq!(store.add_member(&world, NOW, TEAM, heir, By::Admin), Ok(()));
        assert_eq!(store.revoke(&world, NOW, Holder::User(owner), ORG_ADMIN), Ok(()));
        assert!(store.view(&world, NOW).is_org_admin(heir) && !store.view(&world, NOW).is_org_admin(owner));
        assert_eq!(store.remove_member(&world, NOW, TEAM, heir, By::Admin), Err(Refusal::LastOrgAdmin));
        assert_eq!(store.delete_group(&world, NOW, TEAM, true, By::Admin), Err(Refusal::LastOrgAdmin));
        assert_eq!(store.revoke(&world, NOW, Holder::Group(TEAM), ORG_ADMIN), Err(Refusal::LastOrgAdmin));
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
