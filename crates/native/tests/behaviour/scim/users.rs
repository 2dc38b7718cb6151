//! Users.

use atlassian_admin::api;
use atlassian_admin::auth::DirectoryKey;
use atlassian_admin::model::{
    AccountStatus, EnterpriseUser, PatchAction, ScimChange, ScimEmail, ScimFilter, ScimName, ScimPatch,
    ScimUser,
};
use atlassian_admin_simulator::Scenario;
use futures_util::TryStreamExt;
use serde_json::json;

use super::{ada, create, scim};
use crate::behaviour;
use crate::world::{World, refusal};

/// The status of the account that a record is linked to.
async fn account_status(world: &World, user: &ScimUser) -> Option<AccountStatus> {
    let account = user.account_id().unwrap().clone();
    world.client().send(&api::account::GetProfile::new(account)).await.unwrap().account.account_status
}

behaviour!(provisioned_user_is_read_listed_and_found, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let before = scim.list_users().count(0).send().await.unwrap();
    assert_eq!((before.resources, before.items_per_page), (Some(vec![]), Some(0)));

    let (id, user) = create(&scim, ada()).await;
    assert_eq!(user.user_name.as_deref(), Some("Ada"));
    assert_eq!(user.active, Some(true));
    assert_eq!(account_status(&world, &user).await, Some(AccountStatus::Active));
    let meta = user.meta.clone().unwrap();
    assert!(meta.location.unwrap().ends_with(&format!("/Users/{id}")));
    assert_eq!(meta.resource_type.as_deref(), Some("User"));
    assert_eq!(scim.get_user(id.clone()).send().await.unwrap(), user);
    assert_eq!(
        scim.list_users().send().await.unwrap().total_results,
        before.total_results.map(|total| total + 1)
    );

    for filter in [ScimFilter::user_name("aDA"), ScimFilter::external_id("x-1")] {
        let found = scim.list_users().filter(filter).send().await.unwrap();
        assert_eq!((found.total_results, found.resources), (Some(1), Some(vec![user.clone()])));
    }
    for filter in [ScimFilter::user_name("Eve"), ScimFilter::external_id("X-1")] {
        assert_eq!(scim.list_users().filter(filter).send().await.unwrap().total_results, Some(0));
    }
});

behaviour!(users_are_listed_page_by_page, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let whole = scim.list_users().count(1_000).send().await.unwrap();
    let total = whole.total_results.unwrap();
    assert!(total > 50 && whole.resources.as_ref().unwrap().len() as u64 == total, "{total}");
    let walked = scim.list_users().count(7).pages().items().try_collect::<Vec<_>>().await.unwrap();
    assert_eq!(walked, whole.resources.unwrap());
    let page = scim.list_users().start_index(total).count(7).send().await.unwrap();
    assert_eq!((page.start_index, page.items_per_page), (Some(total), Some(1)));
});

behaviour!(filters_that_atlassian_does_not_know_are_refused, |simulator| simulator, async |world| {
    let scim = scim(&world);
    for filter in [r#"userName co "a""#, r#"displayName eq "a""#, "userName eq ada", r#"active eq "yes""#] {
        let found = scim.list_users().filter(filter.to_owned()).send().await;
        assert_eq!(refusal(found), "BadRequest 400 invalidFilter", "{filter}");
    }
});

behaviour!(creating_an_existing_user_is_a_conflict, |simulator| simulator, async |world| {
    let scim = scim(&world);
    create(&scim, ada()).await;
    for user in
        [ScimUser::with_email("ADA", "other@example.com"), ScimUser::with_email("other", "ADA@example.com")]
    {
        assert_eq!(refusal(scim.create_user(user).send().await), "Conflict 409 uniqueness");
    }
    for user in [
        ScimUser::with_email("new", "new@elsewhere.example"),
        ScimUser::new().user_name("new"),
        ScimUser::new().emails([ScimEmail::new().value("new@example.com").primary(true)]),
    ] {
        assert_eq!(refusal(scim.create_user(user).send().await), "BadRequest 400 invalidValue");
    }
});

behaviour!(replacing_a_user_keeps_unknown_properties, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let user = serde_json::from_value::<ScimUser>(json!({
        "schemas": [ScimUser::URN, EnterpriseUser::URN, "urn:example:1.0"],
        "userName": "Ada",
        "emails": [{ "value": "ada@example.com", "type": "work", "primary": true, "verifiedBy": "hand" }],
        "title": "Countess",
        "badge": 7,
        EnterpriseUser::URN: { "department": "Engines", "costCenter": "007" },
        "urn:example:1.0": { "floor": [1.5] },
    }));
    let (id, _) = create(&scim, user.unwrap()).await;

    let read = scim.get_user(id.clone()).send().await.unwrap();
    let mut changed = read.clone();
    changed.name = Some(ScimName::new().given_name("Ada").family_name("Example"));
    changed.title = None;
    let written = scim.replace_user(id.clone(), changed.clone()).send().await.unwrap();
    changed.meta.clone_from(&written.meta);
    assert_eq!(written, changed);
    assert_eq!(scim.get_user(id.clone()).send().await.unwrap(), changed);
    assert_eq!(changed.extra.get("badge"), Some("7"));
    assert_eq!(changed.enterprise.as_ref().unwrap().extra.get("costCenter"), Some(r#""007""#));

    let profile = world
        .client()
        .send(&api::account::GetProfile::new(written.account_id().unwrap().clone()))
        .await
        .unwrap();
    let extended = profile.account.extended_profile.unwrap();
    assert_eq!(profile.account.name.as_deref(), Some("Ada Example"));
    assert_eq!((extended.job_title, extended.department.as_deref()), (None, Some("Engines")));

    let nameless = scim.replace_user(id, ScimUser::new()).send().await;
    assert_eq!(refusal(nameless), "BadRequest 400 invalidValue");
    let nobody = scim.replace_user("nobody", ada()).send().await;
    assert_eq!(refusal(nobody), "NotFound 404 ");
});

behaviour!(patch_sets_single_attributes, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (id, before) = create(&scim, ada()).await;
    let patch = ScimPatch::of([
        ScimChange::replace("name.givenName", "Augusta"),
        ScimChange::replace(r#"emails[type eq "work"].value"#, "augusta@example.com"),
        ScimChange::add("title", "Countess"),
        ScimChange::new(PatchAction::Replace).value(json!({ "nickName": "Gussie", "Active": "False" })),
    ]);
    let after = scim.patch_user(id.clone(), patch).send().await.unwrap();
    assert_eq!(after.active, Some(false));
    assert_eq!(after.title.as_deref(), Some("Countess"));
    assert_eq!(after.nick_name.as_deref(), Some("Gussie"));
    assert_eq!(after.name.as_ref().unwrap().given_name.as_deref(), Some("Augusta"));
    assert_eq!(after.emails.as_ref().unwrap()[0].value.as_deref(), Some("augusta@example.com"));
    assert_eq!(after.display_name, before.display_name, "what is not named stays");
    assert_eq!(account_status(&world, &after).await, Some(AccountStatus::Inactive));
    assert_eq!(scim.get_user(id.clone()).send().await.unwrap(), after, "deactivated, but not deleted");

    let lower: ScimPatch = serde_json::from_value(
        json!({ "operations": [{ "op": "Replace", "path": "active", "value": true }] }),
    )
    .unwrap();
    assert_eq!(scim.patch_user(id.clone(), lower).send().await.unwrap().active, Some(true));

    for (change, code) in [
        (ScimChange::replace(r#"emails[type eq "home"].value"#, "x"), "noTarget"),
        (ScimChange::replace("a..b", "x"), "invalidPath"),
        (ScimChange::remove("userName"), "invalidValue"),
        (ScimChange::new(PatchAction::Other("swap".into())), "invalidSyntax"),
    ] {
        let refused = scim.patch_user(id.clone(), change).send().await;
        assert_eq!(refusal(refused), format!("BadRequest 400 {code}"));
    }
    let nobody = scim.patch_user("nobody", ScimChange::set_active(false)).send().await;
    assert_eq!(refusal(nobody), "NotFound 404 ");
});

behaviour!(deleted_user_is_not_found_until_reactivated, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (id, user) = create(&scim, ada()).await;
    scim.delete_user(id.clone()).send().await.unwrap();
    assert_eq!(account_status(&world, &user).await, Some(AccountStatus::Inactive));
    let gone = "NotFound 404 ";
    assert_eq!(refusal(scim.get_user(id.clone()).send().await), gone);
    assert_eq!(refusal(scim.delete_user(id.clone()).send().await), gone);
    assert_eq!(refusal(scim.patch_user(id.clone(), ScimChange::replace("title", "x")).send().await), gone);
    let found = scim.list_users().filter(ScimFilter::user_name("Ada")).send().await.unwrap();
    assert_eq!(found.total_results, Some(0));
    assert_eq!(
        refusal(scim.create_user(ada()).send().await),
        "Conflict 409 uniqueness",
        "the record is still there"
    );

    let back = scim.patch_user(id.clone(), ScimChange::set_active(true)).send().await.unwrap();
    assert_eq!((back.active, account_status(&world, &back).await), (Some(true), Some(AccountStatus::Active)));
    assert_eq!(scim.get_user(id).send().await.unwrap(), back);
});

behaviour!(response_has_only_selected_attributes, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (id, user) = create(&scim, ada()).await;
    let names = |user: &ScimUser| -> Vec<String> {
        serde_json::to_value(user).unwrap().as_object().unwrap().keys().cloned().collect()
    };
    let chosen = scim.get_user(id.clone()).attributes(["userName", "emails.value"]).send().await.unwrap();
    assert_eq!(names(&chosen), ["emails", "id", "schemas", "userName"]);
    assert_eq!(chosen.emails, Some(vec![ScimEmail::new().value("ada@example.com")]));
    let rest = scim.get_user(id.clone()).excluded_attributes(["userName", "meta"]).send().await.unwrap();
    let mut expected = names(&user);
    expected.retain(|name| !["userName", "meta"].contains(&name.as_str()));
    assert_eq!(names(&rest), expected);
    let page = scim.list_users().attributes(["userName"]).count(1).send().await.unwrap();
    assert_eq!(names(&page.resources.unwrap()[0]), ["id", "schemas", "userName"]);

    let both = scim.get_user(id).attributes(["id"]).excluded_attributes(["meta"]).send().await;
    assert_eq!(refusal(both), "BadRequest 400 invalidValue");
});

behaviour!(existing_account_is_linked, |simulator| simulator, async |world| {
    let scim = scim(&world);
    world.arrange(Scenario::new().user("ann@example.com"));
    let (_, user) = create(&scim, ScimUser::with_email("taken over", "ann@example.com")).await;
    assert_eq!(user.account_id(), Some(&world.account("ann@example.com")));
});

behaviour!(organization_key_is_refused, |simulator| simulator, async |world| {
    let client = world.builder_with_key::<DirectoryKey>(world.simulator.api_key()).build().unwrap();
    let scim = client.scim(world.simulator.directory_id());
    let error = scim.list_users().send().await.unwrap_err();
    assert_eq!(error.http_status().map(|status| status.as_u16()), Some(401));
    assert!(error.trace_id().is_some());
    let elsewhere = world.directory_client().scim("another-directory");
    assert_eq!(refusal(elsewhere.list_users().send().await), "NotFound 404 ");
});
