//! Managed accounts: profile, tokens, life cycle.

use atlassian_admin::api;
use std::time::Duration;

use atlassian_admin::Client;
use atlassian_admin::model::{
    AccountId, AccountPermissions, AccountStatus, ExtendedProfile, Privilege, RestrictionReason,
};

use crate::behaviour;
use crate::world::{World, refusal};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns active accounts with matching permissions.
async fn accounts(world: &World, fits: impl Fn(&AccountPermissions) -> bool) -> Vec<AccountId> {
    let client = world.client();
    let mut found = Vec::new();
    for account in client.send(&api::accounts::List::new(world.org())).await.unwrap().data {
        if account.account_status == Some(AccountStatus::Active)
            && fits(&client.account(account.account_id.clone()).permissions().send().await.unwrap())
        {
            found.push(account.account_id);
        }
    }
    found
}

/// Returns an account that only the organization manages.
async fn own(world: &World) -> AccountId {
    let is_own = |may: &AccountPermissions| {
        may.email_set.as_ref().unwrap().allowed && may.lifecycle_enablement.as_ref().unwrap().allowed
    };
    accounts(world, is_own).await.swap_remove(0)
}

/// Returns an account that an identity provider manages.
async fn synced(world: &World) -> AccountId {
    accounts(world, |may| !may.email_set.as_ref().unwrap().allowed).await.swap_remove(0)
}

async fn status(client: &Client, account: &AccountId) -> Option<AccountStatus> {
    client.account(account.clone()).get_profile().send().await.unwrap().account.account_status
}

behaviour!(profile_is_updated_property_by_property, |simulator| simulator, async |world| {
    let client = world.client();
    let account = client.account(own(&world).await);
    let before = account.get_profile().send().await.unwrap();
    let changed = account
        .update_profile()
        .nickname("ada")
        .extended_profile(ExtendedProfile::new().job_title("Countess"))
        .send()
        .await
        .unwrap();
    let mut expected = before.clone();
    expected.account.nickname = Some("ada".into());
    expected.account.extended_profile.as_mut().unwrap().job_title = Some("Countess".into());
    assert_ne!(changed, before);
    assert_eq!(changed, expected, "what is not given stays");
    assert_eq!(account.get_profile().send().await.unwrap(), expected);
    account.update_profile().nickname("ada").send().await.unwrap();
    assert_eq!(world.simulator.changes().len(), 1, "nothing new is not logged");
    assert_eq!(world.last_actions(1).await, ["user_profile_updated"]);

    let long = account.update_profile().name("x".repeat(101)).nickname("").send().await;
    assert_eq!(refusal(long), "BadRequest 400 fieldConstraintsViolated");
    assert_eq!(account.get_profile().send().await.unwrap(), expected);
});

behaviour!(profile_refuses_fields_managed_by_an_identity_provider, |simulator| simulator, async |world| {
    let client = world.client();
    let account = client.account(synced(&world).await);
    let may = account
        .permissions()
        .privileges([Privilege::EmailSet, Privilege::ProfileWrite, Privilege::ApiTokenRead])
        .send()
        .await
        .unwrap();
    assert!(may.lifecycle_delete.is_none() && may.profile.is_none(), "only what was asked for");
    assert!(may.api_token_read.unwrap().allowed);
    let email = may.email_set.unwrap();
    assert_eq!((email.allowed, email.reason.unwrap().key), (false, Some(RestrictionReason::Scim)));
    assert!(!may.profile_write.unwrap().name.unwrap().allowed);

    assert_eq!(
        refusal(account.update_profile().name("Other").send().await),
        "Forbidden 403 forbidden.fieldMutation"
    );
    for refused in [
        account.set_email("ada@example.com").send().await,
        account.disable().send().await,
        account.enable().send().await,
    ] {
        assert_eq!(refusal(refused), "Forbidden 403 forbidden.action");
    }
});

behaviour!(address_is_set_on_verified_domain, |simulator| simulator, async |world| {
    let client = world.client();
    let account = client.account(own(&world).await);
    for _ in 0..2 {
        account.set_email("countess@example.com").send().await.unwrap();
        assert_eq!(world.simulator.changes().len(), 1, "nothing new is not logged");
    }
    assert_eq!(world.last_actions(1).await, ["user_email_changed"]);
    let profile = account.get_profile().send().await.unwrap().account;
    assert_eq!(profile.email.as_deref(), Some("countess@example.com"));
    for (email, expected) in [
        ("countess@elsewhere.example", "Forbidden 403 forbidden.unclaimedDomain"),
        ("nobody", "BadRequest 400 fieldConstraintsViolated"),
    ] {
        assert_eq!(refusal(account.set_email(email).send().await), expected, "{email}");
    }
    let other =
        client.account(accounts(&world, |may| may.email_set.as_ref().unwrap().allowed).await.swap_remove(3));
    let taken = other.set_email("countess@example.com").send().await;
    assert_eq!(refusal(taken), "BadRequest 400 fieldConstraintsViolated");
});

behaviour!(deactivated_account_is_reactivated, |simulator| simulator, async |world| {
    let (client, id) = (world.client(), own(&world).await);
    let account = client.account(id.clone());
    for _ in 0..2 {
        account.disable().message("On leave").send().await.unwrap();
        assert_eq!(status(&client, &id).await, Some(AccountStatus::Inactive));
    }
    for _ in 0..2 {
        account.enable().send().await.unwrap();
        assert_eq!(status(&client, &id).await, Some(AccountStatus::Active));
    }
});

behaviour!(deletion_can_be_cancelled_for_fourteen_days, |simulator| simulator, async |world| {
    let (client, id) = (world.client(), own(&world).await);
    let account = client.account(id.clone());
    assert_eq!(refusal(account.cancel_delete().send().await), "NotFound 404 notFound");

    let said = account.delete().send().await.unwrap();
    assert_eq!(said.message, Some(format!("AccountId {id} has been deleted.")));
    assert_eq!(status(&client, &id).await, Some(AccountStatus::Inactive));
    for refused in [account.enable().send().await, account.disable().send().await] {
        assert_eq!(refusal(refused), "Conflict 409 conflict.lifecycleErrors");
    }
    assert_eq!(refusal(account.delete().send().await), "Conflict 409 conflict.lifecycleErrors");

    world.time.advance(14 * DAY - Duration::from_secs(1));
    account.cancel_delete().send().await.unwrap();
    assert_eq!(status(&client, &id).await, Some(AccountStatus::Active));

    account.delete().send().await.unwrap();
    world.time.advance(14 * DAY);
    for refused in
        [account.cancel_delete().send().await.map(drop), account.get_profile().send().await.map(drop)]
    {
        assert_eq!(refusal(refused), "NotFound 404 accountNotFound");
    }
});

behaviour!(tokens_are_listed_and_deleted, |simulator| simulator, async |world| {
    let client = world.client();
    let mut with_tokens = None;
    for id in accounts(&world, |_| true).await {
        let account = client.account(id);
        let tokens = account.list_tokens().send().await.unwrap();
        if tokens.len() == 2 {
            with_tokens = Some((account, tokens));
            break;
        }
    }
    let (account, tokens) = with_tokens.expect("somebody has two tokens");
    assert!(tokens.iter().all(|token| token.label.is_some() && token.created_at.is_some()));
    account.delete_token(tokens[0].id.clone()).send().await.unwrap();
    assert_eq!(account.list_tokens().send().await.unwrap(), tokens[1..]);
    let again = account.delete_token(tokens[0].id.clone()).send().await;
    assert_eq!(refusal(again), "NotFound 404 notFound");
});

behaviour!(unknown_account_is_not_found, |simulator| simulator, async |world| {
    let account = world.client().account("557058:nobody");
    let unknown = "NotFound 404 accountNotFound";
    assert_eq!(refusal(account.permissions().send().await), unknown);
    assert_eq!(refusal(account.get_profile().send().await), unknown);
    assert_eq!(refusal(account.list_tokens().send().await), unknown);
    assert_eq!(refusal(account.delete_token("t").send().await), unknown);
    assert_eq!(refusal(account.set_email("ada@example.com").send().await), unknown);
});

behaviour!(account_is_forbidden_when_no_domain_is_claimed, |simulator| simulator, async |world| {
    let id = own(&world).await;
    let quirk = atlassian_admin_simulator::Quirk::NoClaimedDomains;
    let unmanaged = World::new(world.backend, |simulator| simulator.quirk(quirk));
    let account = unmanaged.client().account(id);
    let forbidden = "Forbidden 403 forbidden";
    assert_eq!(refusal(account.permissions().send().await), forbidden);
    assert_eq!(refusal(account.disable().send().await), forbidden);
});
