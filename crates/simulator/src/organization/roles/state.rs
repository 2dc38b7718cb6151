//! The roles that users and groups hold on resources.

use std::collections::BTreeSet;

use atlassian_admin_core::model::{AccountStatus, ResourceId, RoleId};

use crate::organization::{
    Change, MembershipStatus, Object, Overlay, Role, Transaction, User, View, World, groups, roles, users,
};
use crate::quirk::Quirk;
use crate::refusal::Refusal;

/// How long it takes until a changed role is seen, with the quirk `read-lag`. In milliseconds.
const LAG: i64 = 30_000;

/// A holder of roles, by index.
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

impl Grant {
    /// The role of an administrator of the organization.
    pub(crate) const ORG_ADMIN: Self = Self { resource: World::ORGANIZATION, role: Role::OrgAdmin };
}

/// The grants that are no longer as at the start.
#[derive(Debug, Default)]
pub(crate) struct Grants(Overlay<(Holder, Grant)>);

/// Refuses where no licence is left.
pub(crate) fn take_licence(world: &World) -> Result<(), Refusal> {
    if world.quirks.has(Quirk::LicenceLimit) { Err(Refusal::LicenceLimit) } else { Ok(()) }
}

/// Grants a role to the holder in person, or takes it back. Where that is so already, nothing is
/// changed.
pub(crate) fn set(tx: &mut Transaction<'_>, holder: Holder, grant: Grant, held: bool) -> Result<(), Refusal> {
    if let Some(change) = setting(tx.truth(), holder, grant, held)? {
        write(tx, holder, grant, held);
        tx.record(change);
    }
    Ok(())
}

/// What granting a role or taking it back would change, if anything, unless it is refused.
pub(crate) fn setting(
    view: View<'_>,
    holder: Holder,
    grant: Grant,
    held: bool,
) -> Result<Option<Change>, Refusal> {
    let (object, directory, name, actions) = match holder {
        Holder::User(user) => {
            let user = users::get(view, user).ok_or(Refusal::UnknownUser)?;
            (Object::user(&user), user.directory, user.name, ["user_role_granted", "user_role_revoked"])
        }
        Holder::Group(group) => {
            let group = groups::get(view, group).ok_or(Refusal::UnknownGroup)?;
            let name = format!("the group {}", group.name);
            (Object::group(&group), group.directory, name, ["group_role_granted", "group_role_revoked"])
        }
    };
    let resource = view.world.resources.get(grant.resource).ok_or(Refusal::UnknownResource)?;
    if !resource.takes(grant.role) {
        return Err(Refusal::RoleDoesNotFit);
    }
    if held {
        if let Holder::User(user) = holder {
            is_able(view, user)?;
        }
        let directory_of_resource = view.world.directory_of_resource(grant.resource);
        if directory_of_resource.is_some_and(|other| other != directory) {
            return Err(Refusal::NotInDirectory);
        }
    }
    if holds(view, holder, grant) == held {
        return Ok(None);
    }
    if held && grant.role.opens_product() {
        take_licence(view.world)?;
    }
    if !held && grant.role == Role::OrgAdmin {
        roles::keep_an_org_admin(view, |_, through| through == holder)?;
    }
    let (role, resource, [granted, revoked]) = (grant.role.id(), &resource.id, actions);
    let (action, message) = if held {
        (granted, format!("granted {name} the role {role} on {resource}"))
    } else {
        (revoked, format!("revoked the role {role} on {resource} of {name}"))
    };
    let also = vec![Object::role(grant.role), Object::resource(resource)];
    Ok(Some(Change { action, object, also, message }))
}

/// Takes back all roles that a user holds in person, as when the user leaves the directory.
pub(crate) fn lose_all(tx: &mut Transaction<'_>, user: &User) {
    let holder = Holder::User(user.index);
    for grant in grants(tx.truth(), holder) {
        write(tx, holder, grant, false);
    }
}

fn write(tx: &mut Transaction<'_>, holder: Holder, grant: Grant, value: bool) {
    let seen_from = if tx.world.quirks.has(Quirk::ReadLag) { tx.now.saturating_add(LAG) } else { tx.now };
    let at_start = || tx.world.role_at_start(holder) == Some(grant);
    tx.store.grants.0.set((holder, grant), value, tx.now, seen_from, at_start);
}

/// Refuses where a user cannot be given anything.
pub(crate) fn is_able(view: View<'_>, user: u64) -> Result<(), Refusal> {
    let user = users::get(view, user).ok_or(Refusal::UnknownUser)?;
    match user.account_status(view.now) {
        AccountStatus::Closed => Err(Refusal::DeletedAccount),
        _ if user.membership == MembershipStatus::NoMembership => Err(Refusal::NotInDirectory),
        AccountStatus::Active => Ok(()),
        _ => Err(Refusal::InactiveUser),
    }
}

/// The grant of the role that a request names, on the resource that it names.
pub(crate) fn find(world: &World, resource: &ResourceId, role: &RoleId) -> Result<Grant, Refusal> {
    let resource = world.resource_index(resource.as_str()).ok_or(Refusal::UnknownResource)?;
    Ok(Grant { resource, role: find_role(role.as_str())? })
}

pub(crate) fn find_role(id: &str) -> Result<Role, Refusal> {
    Role::ALL.iter().copied().find(|role| role.id() == id).ok_or(Refusal::UnknownRole)
}

/// Whether a role was granted to the holder in person.
pub(crate) fn holds(view: View<'_>, holder: Holder, grant: Grant) -> bool {
    view.store.grants.0.get((holder, grant), view.seen, || view.world.role_at_start(holder) == Some(grant))
}

/// What was granted to the holder in person.
pub(crate) fn grants(view: View<'_>, holder: Holder) -> BTreeSet<Grant> {
    let least = Grant { resource: 0, role: Role::User };
    let most = Grant { resource: usize::MAX, role: Role::AiAccess };
    let mut grants: BTreeSet<_> = view.world.role_at_start(holder).into_iter().collect();
    for ((_, grant), is) in view.store.grants.0.range((holder, least)..=(holder, most), view.seen) {
        if is {
            grants.insert(grant);
        } else {
            grants.remove(&grant);
        }
    }
    grants
}
