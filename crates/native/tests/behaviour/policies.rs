//! The life cycle of policies.

use std::time::Duration;

use atlassian_admin::ErrorKind;
use atlassian_admin::model::{
    ApplicationStatus, Policy, PolicyInput, PolicyInputAttributes, PolicyResourceInput, PolicyResourceLinks,
    PolicyResourceMeta, PolicyRule, PolicyStatus, PolicyType,
};
use atlassian_admin_simulator::Quirk;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::summary;

/// How long the simulator takes to apply a change.
const APPLYING: Duration = Duration::from_secs(5);

/// A policy that the simulator accepts.
fn branches() -> PolicyInput {
    let attributes = PolicyInputAttributes::new(PolicyType::IpAllowlist)
        .name("Branches")
        .status(PolicyStatus::Enabled)
        .rule(PolicyRule::new().values(["203.0.113.0/24"]))
        .resources([PolicyResourceInput::new("r-1")]);
    PolicyInput::new(attributes)
}

/// Returns the resources of a policy, and how far it is applied to them.
fn applied(policy: &Policy) -> Vec<(String, ApplicationStatus)> {
    let resources = policy.attributes.as_ref().unwrap().resources.as_ref().unwrap();
    let each =
        resources.iter().map(|resource| (resource.id.to_string(), resource.application_status.clone()));
    each.map(|(id, status)| (id, status.unwrap())).collect()
}

fn pairs(expected: &[(&str, ApplicationStatus)]) -> Vec<(String, ApplicationStatus)> {
    expected.iter().map(|(id, status)| ((*id).to_owned(), status.clone())).collect()
}

behaviour!(policies_are_listed_by_their_types, |simulator| simulator, async |world| {
    let client = world.client();
    let policies = client.organization(world.org()).policies();
    let all: Vec<_> = policies.list().pages().items().try_collect().await.unwrap();
    let kinds: Vec<_> = all.iter().map(|policy| policy.attributes.clone().unwrap().kind.unwrap()).collect();
    assert_eq!(kinds, [PolicyType::IpAllowlist, PolicyType::DataResidency, PolicyType::DataSecurity]);
    let some = policies.list().kind(PolicyType::DataResidency).send().await.unwrap();
    assert_eq!(some.data, all[1..2]);
    assert_eq!(some.meta.next, None);
    assert_eq!(policies.get(all[1].id.clone()).send().await.unwrap(), all[1]);
    let error = policies.list().cursor("made up").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-1")));
});

behaviour!(
    undocumented_policies_are_typed_and_read_only,
    |simulator| simulator.quirk(Quirk::UndocumentedProperties),
    async |world| {
        let client = world.client();
        let policies = client.organization(world.org()).policies();
        let list = policies.list().kind(PolicyType::AdminNotificationSettings).send().await.unwrap();
        assert_eq!((list.meta.count, list.meta.first, list.meta.last), (Some(1), Some(1), Some(1)));
        let policy = list.data[0].clone();
        let attributes = policy.attributes.clone().unwrap();
        assert!(attributes.extra.is_empty(), "{:?}", attributes.extra);
        assert_eq!(
            (attributes.id, attributes.owner_id.as_deref()),
            (Some(policy.id.clone()), Some("atlassian"))
        );
        assert_eq!(attributes.created_at, attributes.updated_at);
        let rule = attributes.rule.unwrap();
        assert_eq!((rule.values, rule.extra.is_empty()), (None, true));
        assert_eq!(rule.notification.unwrap()[0].channel.as_deref(), Some("email"));
        let resource = &attributes.resources.unwrap()[0];
        assert_eq!(resource.application_status, Some(ApplicationStatus::Enabled));
        assert_eq!((resource.kind.as_deref(), resource.extra.is_empty()), (Some("workspace"), true));

        let unchanged = PolicyInput::try_from(policy.clone()).unwrap();
        let error = policies.update(policy.id, unchanged).send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-4")));
    }
);

behaviour!(
    policy_update_keeps_undocumented_properties,
    |simulator| simulator.quirk(Quirk::UndocumentedProperties),
    async |world| {
        let client = world.client();
        let policies = client.organization(world.org()).policies();
        let created = policies.create(branches()).send().await.unwrap();
        world.time.advance(APPLYING);
        let mut input = PolicyInput::try_from(created.clone()).unwrap();
        input.attributes.name = Some("All branches".to_owned());
        let updated = policies.update(created.id.clone(), input).send().await.unwrap();
        let (before, after) = (created.attributes.unwrap(), updated.attributes.unwrap());
        assert_eq!(after.name.as_deref(), Some("All branches"));
        assert_eq!(
            (after.created_at.as_ref(), after.owner_id),
            (before.created_at.as_ref(), before.owner_id)
        );
        let passed =
            after.updated_at.unwrap().millis().unwrap() - after.created_at.unwrap().millis().unwrap();
        assert_eq!(passed, 5_000);
    }
);

behaviour!(policy_pages_lose_none_that_remain, |simulator| simulator, async |world| {
    let client = world.client();
    let policies = client.organization(world.org()).policies();
    let mut made = Vec::new();
    for _ in 0..41 {
        made.push(policies.create(branches()).send().await.unwrap().id);
    }
    let mut pages = policies.list().kind(PolicyType::IpAllowlist).pages();
    let first = pages.next().await.unwrap().unwrap();
    assert_eq!(first.items.len(), 20);
    policies.delete(made[0].clone()).send().await.unwrap();
    world.time.advance(APPLYING);
    let mut rest = Vec::new();
    while let Some(page) = pages.next().await {
        rest.extend(page.unwrap().items.into_iter().map(|policy| policy.id));
    }
    // The first page begins with the policy of the simulator's start.
    assert_eq!(rest, made[19..]);
});

behaviour!(policy_keeps_unknown_properties_from_creation_to_deletion, |simulator| simulator, async |world| {
    let client = world.client();
    let policies = client.organization(world.org()).policies();
    let mut input = branches();
    input.attributes = serde_json::from_value(serde_json::json!({
        "type": "ip-allowlist", "name": "Branches", "status": "enabled", "note": { "by": [1] },
        "rule": { "in": ["203.0.113.0/24"], "scopeType": "all" },
        "resources": [{ "id": "r-1", "meta": { "novel": true } }],
    }))
    .unwrap();
    let created = policies.create(input).send().await.unwrap();
    let id = created.id.clone();
    assert_eq!(applied(&created), pairs(&[("r-1", ApplicationStatus::Applying)]));
    world.time.advance(APPLYING);
    let read = policies.get(id.clone()).send().await.unwrap();
    assert_eq!(applied(&read), pairs(&[("r-1", ApplicationStatus::Applied)]));

    let mut update = PolicyInput::try_from(read).unwrap();
    update.attributes.status = Some(PolicyStatus::Disabled);
    policies.update(id.clone(), update).send().await.unwrap();
    world.time.advance(APPLYING);
    let read = policies.get(id.clone()).send().await.unwrap();
    assert_eq!(
        serde_json::to_value(&read).unwrap(),
        serde_json::json!({ "id": id.as_str(), "type": "policy", "attributes": {
            "type": "ip-allowlist", "name": "Branches", "status": "disabled", "note": { "by": [1] },
            "rule": { "in": ["203.0.113.0/24"], "scopeType": "all" },
            "resources": [{ "id": "r-1", "meta": { "novel": true }, "applicationStatus": "applied" }],
        } })
    );
    policies.validate(id.clone()).send().await.unwrap();

    policies.delete(id.clone()).send().await.unwrap();
    let leaving = policies.get(id.clone()).send().await.unwrap();
    assert_eq!(applied(&leaving), pairs(&[("r-1", ApplicationStatus::Removing)]));
    world.time.advance(APPLYING);
    let error = policies.get(id).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-5")));

    assert_eq!(world.last_actions(3).await, ["policy_deleted", "policy_updated", "policy_created"]);
});

behaviour!(policy_resources_are_added_updated_and_removed, |simulator| simulator, async |world| {
    let client = world.client();
    let policies = client.organization(world.org()).policies();
    let id = policies.create(branches()).send().await.unwrap().id;
    world.time.advance(APPLYING);
    let links = PolicyResourceLinks::new().ticket("HELP-1");
    let added = policies.add_resource(id.clone(), "r-2").links(links.clone()).send().await.unwrap();
    let expected = [("r-1", ApplicationStatus::Applied), ("r-2", ApplicationStatus::Applying)];
    assert_eq!(applied(&added), pairs(&expected));
    assert_eq!(added.attributes.unwrap().resources.unwrap()[1].links, Some(links));
    let meta = PolicyResourceMeta::new().scheduled_date("2026-12-01");
    let changed = policies.update_resource(id.clone(), "r-2").meta(meta.clone()).send().await.unwrap();
    assert_eq!(changed.attributes.unwrap().resources.unwrap()[1].meta, Some(meta));
    policies.delete_resource(id.clone(), "r-1").send().await.unwrap();
    world.time.advance(APPLYING);
    let left = policies.get(id).send().await.unwrap();
    assert_eq!(applied(&left), pairs(&[("r-2", ApplicationStatus::Applied)]));
});

behaviour!(each_refusal_about_a_policy_has_its_code, |simulator| simulator, async |world| {
    let client = world.client();
    let policies = client.organization(world.org()).policies();
    let all = policies.list().send().await.unwrap().data;
    let (allowlist, read_only) = (all[0].id.clone(), all[2].id.clone());

    let bad = (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-4"));
    let mut nameless = branches();
    nameless.attributes.name = None;
    assert_eq!(summary(&policies.create(nameless).send().await.unwrap_err()), bad);
    let error = policies.update(read_only.clone(), branches()).send().await.unwrap_err();
    assert_eq!(summary(&error), bad, "of a type that can only be read");
    assert_eq!(summary(&policies.delete(read_only).send().await.unwrap_err()), bad);

    let none = (ErrorKind::NotFound, Some(404), Some("ADMIN-404-5"));
    assert_eq!(summary(&policies.get("none").send().await.unwrap_err()), none);
    assert_eq!(summary(&policies.update("none", branches()).send().await.unwrap_err()), none);
    assert_eq!(summary(&policies.delete("none").send().await.unwrap_err()), none);
    assert_eq!(summary(&policies.add_resource("none", "r-1").send().await.unwrap_err()), none);

    let no_resource = (ErrorKind::NotFound, Some(404), Some("ADMIN-404-6"));
    let error = policies.update_resource(allowlist.clone(), "none").send().await.unwrap_err();
    assert_eq!(summary(&error), no_resource);
    assert_eq!(summary(&policies.delete_resource(allowlist, "none").send().await.unwrap_err()), no_resource);

    let error = policies.validate("none").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-500-2")));
});
