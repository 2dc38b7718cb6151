//! Groups.

use atlassian_admin::model::{ScimChange, ScimFilter, ScimGroup, ScimId, ScimPatch, ScimReference, ScimUser};
use futures_util::TryStreamExt;
use serde_json::json;

use super::{Scim, ada, create, scim};
use crate::behaviour;
use crate::world::refusal;

/// A new group, and two new users.
async fn group_and_users(scim: &Scim) -> (ScimId, ScimId, ScimId) {
    let (one, _) = create(scim, ada()).await;
    let (other, _) = create(scim, ScimUser::with_email("Eve", "eve@example.com")).await;
    let group = scim.create_group(ScimGroup::named("Auditors")).send().await.unwrap();
    (group.id.unwrap(), one, other)
}

fn members(group: &ScimGroup) -> Vec<ScimId> {
    group.members.iter().flatten().map(|member| member.value.clone().unwrap()).collect()
}

behaviour!(provisioned_group_is_read_listed_and_found, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let before = scim.list_groups().send().await.unwrap().total_results.unwrap();
    assert!(before > 2, "{before}");
    let (user, _) = create(&scim, ada()).await;
    let group = ScimGroup::named("Auditors").external_id("g-1").members([ScimReference::to(user.clone())]);
    let group = scim.create_group(group).send().await.unwrap();
    assert_eq!((members(&group), group.external_id.as_deref()), (vec![user.clone()], Some("g-1")));
    assert_eq!(scim.get_group(group.id.clone().unwrap()).send().await.unwrap(), group);
    let found = scim.list_groups().filter(ScimFilter::display_name("auditors")).send().await.unwrap();
    assert_eq!(found.resources, Some(vec![group.clone()]));
    let walked = scim.list_groups().count(2).pages().items().try_collect::<Vec<_>>().await.unwrap();
    assert_eq!(walked.len() as u64, before + 1);
    let reader = scim.get_user(user).send().await.unwrap();
    assert_eq!(reader.groups.unwrap()[0].value, group.id);

    let wrong = scim.list_groups().filter(ScimFilter::external_id("g-1")).send().await;
    assert_eq!(refusal(wrong), "BadRequest 400 invalidFilter");
    assert_eq!(refusal(scim.get_group("nothing").send().await), "NotFound 404 ");
    let again = scim.create_group(ScimGroup::named("AUDITORS")).send().await;
    assert_eq!(refusal(again), "Conflict 409 uniqueness");
    assert_eq!(refusal(scim.create_group(ScimGroup::new()).send().await), "BadRequest 400 invalidValue");
});

behaviour!(patch_adds_and_removes_members, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (group, one, other) = group_and_users(&scim).await;
    let added =
        scim.patch_group(group.clone(), ScimChange::add_members([one.clone(), other.clone()])).send().await;
    assert_eq!(members(&added.unwrap()), [one.clone(), other.clone()]);
    let removed = scim.patch_group(group.clone(), ScimChange::remove_member(&one)).send().await.unwrap();
    assert_eq!(members(&removed), vec![other.clone()]);
    let azure: ScimPatch = serde_json::from_value(json!({ "Operations": [
        { "op": "Add", "path": "members", "value": [{ "value": one }] },
        { "op": "Remove", "path": "members", "value": [{ "value": other }] },
    ] }))
    .unwrap();
    assert_eq!(members(&scim.patch_group(group.clone(), azure).send().await.unwrap()), vec![one.clone()]);
    assert_eq!(members(&scim.get_group(group.clone()).send().await.unwrap()), vec![one.clone()]);

    let replaced = ScimGroup::named("Auditors").members([ScimReference::to(other.clone())]);
    assert_eq!(
        members(&scim.replace_group(group.clone(), replaced).send().await.unwrap()),
        vec![other.clone()]
    );
    scim.delete_user(other).send().await.unwrap();
    assert!(members(&scim.get_group(group.clone()).send().await.unwrap()).is_empty());

    let nobody =
        scim.patch_group(group.clone(), ScimChange::add_members(["nobody".into(), one.clone()])).send().await;
    assert_eq!(refusal(nobody), "BadRequest 400 invalidValue");
    assert!(members(&scim.get_group(group).send().await.unwrap()).is_empty(), "nothing of it was done");
    let nothing = scim.patch_group("nothing", ScimChange::add_members([one])).send().await;
    assert_eq!(refusal(nothing), "NotFound 404 ");
});

behaviour!(group_cannot_be_renamed, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (group, ..) = group_and_users(&scim).await;
    let renamed = scim.patch_group(group.clone(), ScimChange::replace("displayName", "Others")).send().await;
    assert_eq!(refusal(renamed), "BadRequest 400 mutability");
    let renamed = scim.replace_group(group.clone(), ScimGroup::named("Others")).send().await;
    assert_eq!(refusal(renamed), "BadRequest 400 mutability");
    let named = ScimGroup::named("Auditors").external_id("g-2");
    let group = scim.replace_group(group, named).send().await.unwrap();
    assert_eq!(
        (group.display_name.as_deref(), group.external_id.as_deref()),
        (Some("Auditors"), Some("g-2"))
    );
});

behaviour!(deleted_group_is_not_found, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (group, one, _) = group_and_users(&scim).await;
    scim.patch_group(group.clone(), ScimChange::add_members([one.clone()])).send().await.unwrap();
    scim.delete_group(group.clone()).send().await.unwrap();
    assert_eq!(refusal(scim.get_group(group.clone()).send().await), "NotFound 404 ");
    assert_eq!(refusal(scim.delete_group(group).send().await), "NotFound 404 ");
    assert_eq!(scim.get_user(one).send().await.unwrap().groups, Some(vec![]));
});
