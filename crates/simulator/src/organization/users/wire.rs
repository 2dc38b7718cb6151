//! A user of a directory, as responses have it.

use atlassian_admin_core::api::users::UserExpansion;
use atlassian_admin_core::model::{
    AccountStatus, AccountType, DirectoryUser, ProductAccess, RoleId, Timestamp, UserCounts, UserGroup,
    UserStatus,
};

use crate::organization::{Holder, PRODUCTS, User, View, groups, members, model, roles};
use crate::quirk::Quirk;

/// A user with its expansions.
pub(crate) fn user_model(view: View<'_>, user: &User, expand: &[UserExpansion]) -> DirectoryUser {
    let has = |expansion| expand.contains(&expansion);
    let quirk = |quirk| view.world.quirks.has(quirk);
    let status = user.status(view.now);
    model!(DirectoryUser {
        account_id: user.account_id.as_str(),
        account_type: AccountType::Atlassian,
        account_status: user.account_status(view.now),
        membership_status: user.membership.clone(),
        for_deletion: quirk(Quirk::UndocumentedProperties).then_some(status == UserStatus::ForDeletion),
        status: status,
        claim_status: user.claim(),
        management_source: user.management_source.clone(),
        mfa_enabled: user.mfa_enabled,
        name: user.name.clone(),
        nickname: user.nickname.clone(),
        email: user.email.clone(),
        email_verified: user.email_verified,
        picture: user.picture.clone(),
        avatar: user.picture.clone(),
        job_title: user.job_title.clone(),
        department: user.department.clone(),
        organization: user.organization.clone(),
        location: user.location.clone(),
        time_zone: user.time_zone.clone(),
        added_to_org: Timestamp::from_millis(user.added_to_org),
        deactivated_on: deactivated_on(view, user).filter(|_| quirk(Quirk::ListedDeactivation)),
        platform_roles: has(UserExpansion::PlatformRoles).then(|| platform_roles(view, user)),
        counts: has(UserExpansion::ResourceCounts).then(|| {
            model!(UserCounts { resources: roles::resource_count(view, Holder::User(user.index)) })
        }),
        product_access: has(UserExpansion::ProductAccess).then(|| product_access(view, user)),
        groups: has(UserExpansion::Groups).then(|| groups(view, user)),
    })
}

/// When the account was deactivated, if it is.
pub(crate) fn deactivated_on(view: View<'_>, user: &User) -> Option<Timestamp> {
    let is_active = user.account_status(view.now) == AccountStatus::Active;
    user.deactivated_on.filter(|_| !is_active).map(Timestamp::from_millis)
}

fn platform_roles(view: View<'_>, user: &User) -> Vec<RoleId> {
    roles::platform_roles(view, user.index).into_iter().map(|role| role.id().into()).collect()
}

/// The products that a user can use, on every site. The times are of the directory's main site.
fn product_access(view: View<'_>, user: &User) -> Vec<ProductAccess> {
    let products = roles::products(view, user.index).into_iter().filter_map(|index| {
        let resource = view.world.resources.get(index)?;
        let product = resource.product?;
        let is_main = view.world.resource_at(user.directory, Some(product)) == Some(index);
        let last_active = user.last_active.get(product).copied().flatten().filter(|_| is_main);
        Some(model!(ProductAccess {
            id: Some(resource.id.as_str().into()),
            key: Some(PRODUCTS.get(product)?.0.to_owned()),
            last_active_timestamp: last_active.map(Timestamp::from_millis),
        }))
    });
    products.collect()
}

fn groups(view: View<'_>, user: &User) -> Vec<UserGroup> {
    let model = |group| {
        let group = groups::get(view, group)?;
        Some(model!(UserGroup { id: group.id, name: group.name, description: group.description }))
    };
    members::groups_of(view, user.index).filter_map(model).collect()
}
