//! Roles: assigned to users and groups, listed, and revoked.

use atlassian_admin::api;
use atlassian_admin::handles::Directory;
use atlassian_admin::model::{
    AccountId, MembershipStatus, ResourceId, RoleAssignmentMethod, RoleId, UserRoles, UserStatus,
};
use atlassian_admin::{Error, ErrorKind};
use atlassian_admin_simulator::{Quirk, Scenario};
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::{found, groups, summary};

/// All roles of a user.
async fn roles(directory: &Directory, user: &AccountId) -> Vec<UserRoles> {
    directory.users().list_roles(user.clone()).limit(2).pages().items().try_collect().await.unwrap()
}

/// Returns how a user obtained a role on a resource.
async fn methods(
    directory: &Directory,
    user: &AccountId,
    resource: &ResourceId,
    role: &RoleId,
) -> Vec<RoleAssignmentMethod> {
    let rows = roles(directory, user).await;
    let row = rows.into_iter().find(|row| row.resource_id == *resource);
    let assigned = row.and_then(|row| row.role_assignments).unwrap_or_default();
    let assigned = assigned.into_iter().find(|assigned| assigned.role == *role);
    assigned.and_then(|assigned| assigned.role_assignment_methods).unwrap_or_default()
}

/// The resource of Confluence, by the group of its users.
async fn confluence(directory: &Directory) -> ResourceId {
    let all = groups(directory.groups().search()).await;
    let group =
        all.into_iter().find(|group| group.name.as_ref().unwrap().starts_with("confluence-users")).unwrap();
    let rows = directory.groups().list_roles(group.id).send().await.unwrap().data;
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (&rows[0].roles, &rows[0].default_role),
        (&Some(vec![RoleId::User].into()), &Some(RoleId::User))
    );
    assert_eq!(rows[0].resource_owner.as_deref(), Some("confluence"));
    rows[0].resource_id.clone()
}

behaviour!(user_role_is_assigned_and_revoked, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let organization = world.client().organization(world.org());
    let product = confluence(&directory).await;
    let (user, _) = world.ann_and_reviewers();
    let give = organization.roles().assign(user.clone(), RoleId::Guest).resource(product.clone());
    give.send().await.unwrap();
    give.send().await.unwrap();
    assert_eq!(methods(&directory, &user, &product, &RoleId::Guest).await, [RoleAssignmentMethod::Direct]);

    let rows = directory.users().list_roles(user.clone()).role_ids([RoleId::Guest]);
    let rows = rows.resource_owners(["confluence"]).resource_ids([product.clone()]);
    let [row] = rows.send().await.unwrap().data.try_into().unwrap();
    assert_eq!(row.roles, Some(vec![RoleId::Guest].into()), "only what was asked for");
    assert_eq!(row.user_directory_status, Some(MembershipStatus::Active));
    let elsewhere = directory.users().list_roles(user.clone()).directory_ids(["elsewhere"]);
    assert_eq!(elsewhere.send().await.unwrap().data, []);

    let take = organization.roles().revoke(user.clone(), RoleId::Guest).resource(product.clone());
    take.send().await.unwrap();
    assert_eq!(methods(&directory, &user, &product, &RoleId::Guest).await, []);
    assert_eq!(world.last_actions(2).await, ["user_role_revoked", "user_role_granted"]);
});

behaviour!(group_role_applies_to_its_members, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let product = confluence(&directory).await;
    let (user, id) = world.ann_and_reviewers();
    directory.groups().add_member(id.clone(), user.clone()).send().await.unwrap();
    let before = directory.groups().list_roles(id.clone()).send().await.unwrap().data;
    directory.groups().assign_role(id.clone(), product.clone(), RoleId::Contributor).send().await.unwrap();
    let roles = directory.groups().list_roles(id.clone()).role_ids([RoleId::Contributor]);
    let [row] = roles.send().await.unwrap().data.try_into().unwrap();
    assert_eq!((row.resource_id, row.roles), (product.clone(), Some(vec![RoleId::Contributor].into())));
    let by = methods(&directory, &user, &product, &RoleId::Contributor).await;
    assert_eq!(by, [RoleAssignmentMethod::GroupDirect]);
    // A role from a group cannot be revoked for one member.
    let client = world.client();
    let take =
        api::roles::Revoke::new(world.org(), user.clone(), RoleId::Contributor).resource(product.clone());
    client.send(&take).await.unwrap();
    assert_eq!(methods(&directory, &user, &product, &RoleId::Contributor).await, by);
    directory.groups().revoke_role(id.clone(), product.clone(), RoleId::Contributor).send().await.unwrap();
    assert_eq!(methods(&directory, &user, &product, &RoleId::Contributor).await, []);
    assert_eq!(directory.groups().list_roles(id).send().await.unwrap().data, before);
    assert_eq!(world.last_actions(2).await, ["group_role_revoked", "group_role_granted"]);
});

behaviour!(organization_role_is_assigned_and_revoked, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let client = world.client();
    let (user, _) = world.ann_and_reviewers();
    let platform_roles =
        async || directory.users().get(user.clone()).send().await.unwrap().platform_roles.unwrap();
    let before = platform_roles().await;
    client.send(&api::roles::AssignOrg::new(world.org(), user.clone(), RoleId::OrgAdmin)).await.unwrap();
    assert!(platform_roles().await.contains(&RoleId::OrgAdmin));
    client.send(&api::roles::RevokeOrg::new(world.org(), user.clone(), RoleId::OrgAdmin)).await.unwrap();
    assert_eq!(platform_roles().await, before);
    // The other operation does the same for any resource.
    let give = api::roles::Assign::new(world.org(), user.clone(), RoleId::OrgAdmin).resource("ignored");
    client.send(&give).await.unwrap();
    assert!(platform_roles().await.contains(&RoleId::OrgAdmin));
    client.send(&api::roles::Revoke::new(world.org(), user.clone(), RoleId::OrgAdmin)).await.unwrap();
    assert_eq!(platform_roles().await, before);
});

fn refused(result: Result<(), Error>) -> (ErrorKind, Option<u16>, Option<String>) {
    let error = result.unwrap_err();
    let (kind, status, code) = summary(&error);
    (kind, status, code.map(str::to_owned))
}

fn bad(code: &str) -> (ErrorKind, Option<u16>, Option<String>) {
    (ErrorKind::BadRequest, Some(400), Some(code.to_owned()))
}

fn missing(code: &str) -> (ErrorKind, Option<u16>, Option<String>) {
    (ErrorKind::NotFound, Some(404), Some(code.to_owned()))
}

behaviour!(role_writes_are_refused_with_their_codes, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let roles = world.client().organization(world.org()).roles();
    let product = confluence(&directory).await;
    let (user, group) = world.ann_and_reviewers();
    let unfit = RoleId::SiteAdmin;
    let give = |user: &AccountId, role: &RoleId| roles.assign(user.clone(), role.clone());
    let take = |user: &AccountId, role: &RoleId| roles.revoke(user.clone(), role.clone());
    let nobody = AccountId::from("nobody");
    assert_eq!(refused(give(&user, &unfit).resource(product.clone()).send().await), bad("ADMIN-UAM-400-3"));
    assert_eq!(refused(take(&user, &unfit).resource(product.clone()).send().await), bad("ADMIN-UAM-400-3"));
    assert_eq!(refused(give(&user, &RoleId::User).send().await), bad("ADMIN-UAM-400-1"));
    assert_eq!(refused(take(&user, &RoleId::User).send().await), bad("ADMIN-UAM-400-1"));
    assert_eq!(refused(give(&nobody, &RoleId::OrgAdmin).send().await), missing("ADMIN-UAM-404-3"));
    assert_eq!(refused(take(&nobody, &RoleId::OrgAdmin).send().await), missing("ADMIN-UAM-404-3"));
    world.arrange(Scenario::new().user("bob@example.com").deactivated());
    let inactive = world.account("bob@example.com");
    let give_inactive = give(&inactive, &RoleId::User).resource(product.clone()).send().await;
    assert_eq!(refused(give_inactive), bad("ADMIN-UAM-400-2"));

    let org = |user: &AccountId, role: RoleId| {
        (roles.assign_org(user.clone(), role.clone()), roles.revoke_org(user.clone(), role))
    };
    let (assign, revoke) = org(&user, RoleId::SiteAdmin);
    assert_eq!(refused(assign.send().await), bad("ADMIN-UAM-400-1"));
    assert_eq!(refused(revoke.send().await), bad("ADMIN-UAM-400-1"));
    let (assign, revoke) = org(&nobody, RoleId::OrgAdmin);
    assert_eq!(refused(assign.send().await), missing("ADMIN-UAM-404-3"));
    assert_eq!(refused(revoke.send().await), missing("ADMIN-UAM-404-3"));

    let of_group = directory.groups();
    let assign = of_group.assign_role(group.clone(), product.clone(), unfit.clone()).send().await;
    assert_eq!(refused(assign), bad("ADMIN-UAM-400-3"));
    let revoke = of_group.revoke_role("nothing", product, unfit.clone()).send().await;
    assert_eq!(refused(revoke), missing("ADMIN-UAM-404-3"));
    let assign = of_group.assign_role(group, "nothing", RoleId::User).send().await;
    assert_eq!(refused(assign), missing("ADMIN-UAM-404-1"));
});

behaviour!(
    role_is_refused_without_licence_or_resource,
    |simulator| simulator.quirk(Quirk::LicenceLimit).quirk(Quirk::OrgRoleNeedsResource),
    async |world| {
        let directory = world.directory().await;
        let roles = world.client().organization(world.org()).roles();
        let product = confluence(&directory).await;
        let (user, own) = world.ann_and_reviewers();
        let none_left = (ErrorKind::Conflict, Some(409), Some("ADMIN-UAM-409-3".to_owned()));
        let give = roles.assign(user.clone(), RoleId::Guest).resource(product.clone());
        assert_eq!(refused(give.send().await), none_left);
        let give = directory.groups().assign_role(own, product, RoleId::Guest);
        assert_eq!(refused(give.send().await), none_left);
        assert_eq!(refused(roles.assign(user, RoleId::OrgAdmin).send().await), bad("ADMIN-UAM-400-5"));

        let users = directory.users();
        let active = users.search().role_ids([RoleId::User]).status([UserStatus::Active]);
        let account = found(active).await.pop().unwrap().account_id;
        users.suspend(account.clone()).send().await.unwrap();
        assert_eq!(refused(users.restore(account).send().await), none_left);
    }
);
