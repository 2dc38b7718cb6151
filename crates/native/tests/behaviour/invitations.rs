//! Invitations: complete, partial and refused ones.

use atlassian_admin::ErrorKind;
use atlassian_admin::api::users::PermissionRule;
use atlassian_admin::model::{AccountStatus, Failure, ManagementSource, ResourceId, RoleId, UserStatus};
use atlassian_admin_simulator::Quirk;

use crate::behaviour;
use crate::support::{found, groups_of, summary};
use crate::world::World;

/// Returns a product, as its users' roles name it.
async fn product(world: &World) -> ResourceId {
    let users = world.directory().await.users();
    for user in found(users.search().role_ids([RoleId::User])).await {
        let roles = users.list_roles(user.account_id).role_ids([RoleId::User]);
        if let Some(row) = roles.send().await.unwrap().data.into_iter().next() {
            return row.resource_id;
        }
    }
    panic!("nobody uses anything");
}

behaviour!(invited_user_has_the_promised_groups_and_roles, |simulator| simulator, async |world| {
    let organization = world.client().organization(world.org());
    let directory = world.directory().await;
    let product = product(&world).await;
    let (_, group) = world.ann_and_reviewers();
    // An address counts once, whatever its case.
    let emails = ["ada@example.com", "bo@example.com", "ADA@Example.com", "bo@example.com"];
    let invite = organization
        .users()
        .invite(emails.map(str::to_owned))
        .permission_rules([PermissionRule::new(product.clone(), RoleId::User)])
        .additional_groups([group.clone()])
        .send_notification(true)
        .notification_text("Welcome");
    let invited = invite.send().await.unwrap();
    assert!(!invited.partial);
    assert_eq!(invited.failures().count(), 0);
    assert_eq!(invited.data.len(), 2);
    for (invitation, email) in invited.data.iter().zip(emails) {
        assert_eq!(invitation.email.as_deref(), Some(email));
        let account = invitation.id.clone().unwrap();
        let user = directory.users().get(account.clone()).send().await.unwrap();
        assert_eq!((user.email.as_deref(), user.status), (Some(email), Some(UserStatus::Active)));
        assert_eq!(user.management_source, Some(ManagementSource::Invited));
        assert_eq!(groups_of(directory.groups().search(), &account).await, ["reviewers"]);
        let roles = directory.users().list_roles(account).send().await.unwrap().data;
        assert_eq!(roles.len(), 1);
        assert_eq!((&roles[0].resource_id, &roles[0].roles), (&product, &Some(vec![RoleId::User].into())));
    }
    let before = found(directory.users().search()).await.len();
    let again = invite.send().await.unwrap();
    assert_eq!(again.data[0].id, invited.data[0].id, "who is there stays the same");
    assert_eq!(found(directory.users().search()).await.len(), before);
    let actions = world.last_actions(8).await;
    assert!(
        actions.contains(&"user_invited".to_owned()) && actions.contains(&"user_role_granted".to_owned())
    );
});

behaviour!(
    partial_invitation_reports_status_and_reason,
    |simulator| simulator.quirk(Quirk::LicenceLimit),
    async |world| {
        let directory = world.directory().await;
        let product = product(&world).await;
        let (_, group) = world.ann_and_reviewers();
        let invited = world
            .client()
            .organization(world.org())
            .users()
            .invite(["ada@example.com"])
            .permission_rules([PermissionRule::new(product.clone(), RoleId::User)])
            .additional_groups([group.clone()])
            .send()
            .await
            .unwrap();
        assert_eq!(world.statuses().last(), Some(&206));
        assert!(invited.partial);
        let failures: Vec<_> = invited.failures().collect();
        let [(invitation, Failure::Role(role))] = failures.as_slice() else { panic!("{failures:?}") };
        assert_eq!(invitation.email.as_deref(), Some("ada@example.com"));
        assert_eq!(role.resource, Some(product));
        assert_eq!(role.status_reason.as_deref(), Some("The product has no free seat"));
        assert_eq!(
            groups_of(directory.groups().search(), invitation.id.as_ref().unwrap()).await,
            ["reviewers"]
        );
    }
);

behaviour!(invitation_reports_why_an_account_cannot_be_invited, |simulator| simulator, async |world| {
    let organization = world.client().organization(world.org());
    let search = || organization.all_directories().users().search();
    let (_, group) = world.ann_and_reviewers();
    for (status, reason) in [
        (AccountStatus::Inactive, "The account is deactivated"),
        (AccountStatus::Closed, "The account is deleted"),
    ] {
        let user = found(search().account_status([status])).await.swap_remove(0);
        let invite = organization.users().invite([user.email.unwrap()]).additional_groups([group.clone()]);
        let invited = invite.send().await.unwrap();
        let reasons: Vec<_> = invited.failures().map(|(_, failure)| failure.reason()).collect();
        assert_eq!(reasons, [Some(reason)]);
        assert_eq!(invited.data[0].id, Some(user.account_id.clone()));
    }
});

behaviour!(impossible_invitation_is_refused_as_a_whole, |simulator| simulator, async |world| {
    let users = world.client().organization(world.org()).users();
    let count = found(world.directory().await.users().search()).await.len();
    let ada = || ["ada@example.com"];
    let bad = (ErrorKind::BadRequest, Some(400), Some("ADMIN-UAM-400-1"));
    let many: Vec<_> = (0..26).map(|index| format!("ada{index}@example.com")).collect();
    for emails in [many, Vec::new()] {
        let error = users.invite(emails).send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::InvalidArgument, None, None));
    }
    for wrong in ["", "a", "a@b", "a b@example.com", "@example.com", "a@b@example.com", "a@.com"] {
        let emails = ["ada@example.com", wrong].map(str::to_owned);
        assert_eq!(summary(&users.invite(emails).send().await.unwrap_err()), bad, "{wrong}");
    }
    let rule = |resource: &str, role| [PermissionRule::new(resource, role)];
    let error = users.invite(ada()).permission_rules(rule("nothing", RoleId::User)).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-1")));
    let resource = product(&world).await;
    let role = RoleId::Other("atlassian/emperor".into());
    let error = users.invite(ada()).permission_rules(rule(resource.as_str(), role)).send().await.unwrap_err();
    assert_eq!(summary(&error), bad);
    let error = users.invite(ada()).additional_groups(["nothing"]).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-3")));
    assert_eq!(found(world.directory().await.users().search()).await.len(), count, "nobody has come");
});

behaviour!(
    invitation_is_refused_without_a_licence,
    |simulator| simulator.quirk(Quirk::NoPaidSubscription),
    async |world| {
        let users = world.client().organization(world.org()).users();
        let error = users.invite(["ada@example.com"]).send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::PaymentRequired, Some(402), Some("ADMIN-UAM-402-1")));
    }
);
