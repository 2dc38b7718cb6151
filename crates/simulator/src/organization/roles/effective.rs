//! The roles that a user has: in person, by groups, and by greater roles.

use std::collections::{BTreeMap, BTreeSet};

use super::state::grants;
use crate::named::named;
use crate::organization::{Grant, Holder, Role, View, groups, members, roles, users};
use crate::refusal::Refusal;

named! {
    /// How a user came by a role.
    Method {
        Direct = "direct",
        /// By a group.
        GroupDirect = "group_direct",
        /// By a greater role.
        Inferred = "inferred",
    }
}

/// Every role that a user has, and how they came by it.
pub(crate) fn of_user(view: View<'_>, user: u64) -> BTreeMap<Grant, BTreeSet<Method>> {
    let direct = grants(view, Holder::User(user)).into_iter().map(|grant| (grant, Method::Direct));
    let groups = members::groups_of(view, user).flat_map(|group| grants(view, Holder::Group(group)));
    let mut roles: BTreeMap<Grant, BTreeSet<Method>> = BTreeMap::new();
    for (grant, method) in direct.chain(groups.map(|grant| (grant, Method::GroupDirect))) {
        roles.entry(grant).or_default().insert(method);
        // Administrators of the organization or a site administer its products.
        if !matches!(grant.role, Role::OrgAdmin | Role::SiteAdmin) {
            continue;
        }
        let site = view.world.resources.get(grant.resource).and_then(|resource| resource.site);
        for (resource, of_site) in view.world.resources.iter().enumerate() {
            if of_site.product.is_some() && (site.is_none() || of_site.site == site) {
                let inferred = Grant { resource, role: Role::Admin };
                roles.entry(inferred).or_default().insert(Method::Inferred);
            }
        }
    }
    roles
}

/// The platform roles among them.
pub(crate) fn platform_roles(view: View<'_>, user: u64) -> BTreeSet<Role> {
    of_user(view, user).into_keys().map(|grant| grant.role).filter(|role| role.is_platform()).collect()
}

/// The products that a user can use: the indices of their resources.
pub(crate) fn products(view: View<'_>, user: u64) -> BTreeSet<usize> {
    let roles = of_user(view, user).into_keys();
    roles.filter(|grant| grant.role.opens_product()).map(|grant| grant.resource).collect()
}

/// Whether the members of a group can use a product by it.
pub(crate) fn opens_product(view: View<'_>, group: u64) -> bool {
    grants(view, Holder::Group(group)).iter().any(|grant| grant.role.opens_product())
}

pub(crate) fn is_org_admin(view: View<'_>, user: u64) -> bool {
    roles::holds(view, Holder::User(user), Grant::ORG_ADMIN)
        || org_admin_groups(view).any(|group| members::contains(view, group, user))
}

fn org_admin_groups(view: View<'_>) -> impl Iterator<Item = u64> {
    groups::indices(view).filter(move |group| roles::holds(view, Holder::Group(*group), Grant::ORG_ADMIN))
}

/// Refuses to let the last administrator go. `goes` says of a user, and of the holder by which they
/// administer (a group, or the user), whether that ends.
pub(crate) fn keep_an_org_admin(view: View<'_>, goes: impl Fn(u64, Holder) -> bool) -> Result<(), Refusal> {
    let users = (0..users::count(view)).map(|user| (user, Holder::User(user)));
    let mut admins = org_admin_groups(view)
        .flat_map(|group| members::of(view, group).map(move |user| (user, Holder::Group(group))))
        .chain(users.filter(|(_, holder)| roles::holds(view, *holder, Grant::ORG_ADMIN)))
        .filter(|(user, _)| roles::is_able(view, *user).is_ok())
        .peekable();
    if admins.peek().is_none() || admins.any(|(user, by)| !goes(user, by)) {
        Ok(())
    } else {
        Err(Refusal::LastOrgAdmin)
    }
}

/// The number of resources on which a holder has a role.
pub(crate) fn resource_count(view: View<'_>, holder: Holder) -> u64 {
    let grants = match holder {
        Holder::User(user) => roles::of_user(view, user).into_keys().collect(),
        Holder::Group(_) => grants(view, holder),
    };
    grants.iter().map(|grant| grant.resource).collect::<BTreeSet<_>>().len() as u64
}
