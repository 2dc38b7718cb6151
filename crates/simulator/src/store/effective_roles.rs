//! Which roles somebody has after all: in person, by groups, and by greater roles.

use std::collections::{BTreeMap, BTreeSet};

use super::{Grant, Holder, Refusal, View};
use crate::data::{Role, World};

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

/// The role of an administrator of the organization.
const ORG_ADMIN: Grant = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };

impl View<'_> {
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
        self.holds(Holder::User(user), ORG_ADMIN)
            || self.org_admin_groups().any(|group| self.is_member(group, user))
    }

    fn org_admin_groups(self) -> impl Iterator<Item = u64> {
        self.group_indices().filter(move |group| self.holds(Holder::Group(*group), ORG_ADMIN))
    }

    /// Refuses to let the last administrator go. `goes` says of a user, and of the group by which they administer (or none),
    /// whether that ends.
    pub(super) fn keep_an_org_admin(self, goes: impl Fn(u64, Option<u64>) -> bool) -> Result<(), Refusal> {
        let direct = (0..self.people())
            .filter(|user| self.holds(Holder::User(*user), ORG_ADMIN))
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
    use super::super::tests::{NOW, TEAM, store};
    use super::*;

    #[test]
    fn products_follow_the_groups_that_open_them() {
        let (world, mut store) = store(&[]);
        for user in 0..200 {
            let used = world.usage(user).products.iter().filter(|product| product.is_some()).count();
            assert_eq!(store.view(&world, NOW).products(user).len(), used);
        }
        let user = (0..200).find(|user| world.usage(*user).products[0].is_some()).unwrap();
        store.remove_member(&world, NOW, 3, user, By::Admin).unwrap();
        assert!(!store.view(&world, NOW).products(user).contains(&world.product_resource(0, 0).unwrap()));
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
}
