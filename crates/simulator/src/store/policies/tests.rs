//! What becomes of policies.

use serde_json::{Map, Value, json};

use super::{APPLYING, PolicyInput, ResourceInput};
use crate::quirk::Quirk;
use crate::store::tests::{NOW, store};
use crate::store::{Refusal, Store};

fn resource(id: &str) -> ResourceInput {
    ResourceInput { id: id.to_owned(), members: Map::new() }
}

fn input(resources: &[&str]) -> PolicyInput {
    PolicyInput {
        kind: "ip-allowlist".to_owned(),
        name: Some("Branches".to_owned()),
        status: Some("enabled".to_owned()),
        rule: Some(json!({ "in": ["203.0.113.0/24"], "since": 2026 })),
        members: [("note".to_owned(), json!("n"))].into_iter().collect(),
        resources: Some(resources.iter().map(|id| resource(id)).collect()),
    }
}

/// The resources of a policy and how far it is applied to them.
fn applied(store: &Store, now: i64, id: &str) -> Vec<(String, &'static str)> {
    let policy = store.policy(now, id).unwrap();
    policy.resources.into_iter().map(|resource| (resource.id, resource.application)).collect()
}

fn pairs(expected: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    expected.iter().map(|(id, application)| ((*id).to_owned(), *application)).collect()
}

#[test]
fn there_is_one_policy_of_each_type_at_the_start() {
    let (world, store) = store(&[]);
    let policies: Vec<_> = store.policies(NOW).collect();
    let kinds: Vec<_> = policies.iter().map(|policy| policy.kind.as_str()).collect();
    assert_eq!(kinds, ["ip-allowlist", "data-residency", "data-security"]);
    for policy in &policies {
        assert_eq!(store.policy(NOW, &policy.id), Ok(policy.clone()));
        assert_eq!(policy.resources.len(), 2);
        for resource in &policy.resources {
            assert_eq!(resource.application, "applied");
            assert!(world.resource_index(&resource.id).is_some(), "{}", resource.id);
        }
    }
    assert_eq!(store.policy(NOW, "x"), Err(Refusal::UnknownPolicy));
}

#[test]
fn undocumented_types_exist_with_the_quirk_and_are_read_only() {
    let (world, mut store) = store(&[Quirk::UndocumentedProperties]);
    let kinds: Vec<_> = store.policies(NOW).map(|policy| policy.kind).collect();
    let undocumented = [
        "admin-notification-settings",
        "generative-ai",
        "hipaa",
        "ugc-data-use-preferences",
        "user-join-settings-default",
    ];
    assert_eq!(kinds[..3], ["ip-allowlist", "data-residency", "data-security"]);
    assert_eq!(kinds[3..], undocumented);
    let hipaa = store.policies(NOW).find(|policy| policy.kind == "hipaa").unwrap();
    assert_eq!(store.delete_policy(NOW, &hipaa.id), Err(Refusal::ReadOnlyPolicy));
    for kind in undocumented {
        let input = PolicyInput { kind: kind.to_owned(), ..input(&[]) };
        assert_eq!(store.create_policy(&world, NOW, input), Err(Refusal::InvalidPolicy), "{kind}");
    }
}

#[test]
fn policies_know_when_they_were_created_and_changed_last() {
    let (world, mut store) = store(&[]);
    let id = store.create_policy(&world, NOW, input(&["a"])).unwrap().id;
    let times = |store: &Store| {
        let policy = store.policy(NOW + 9, &id).unwrap();
        (policy.created_at - NOW, policy.updated_at - NOW)
    };
    assert_eq!(times(&store), (0, 0));
    store.update_policy(NOW + 1, &id, input(&["a"])).unwrap();
    assert_eq!(times(&store), (0, 1));
    store.add_policy_resource(NOW + 2, &id, resource("b")).unwrap();
    assert_eq!(times(&store), (0, 2));
    store.update_policy_resource(NOW + 3, &id, resource("c")).unwrap_err();
    assert_eq!(times(&store), (0, 2), "a refused change changes nothing");
    store.update_policy_resource(NOW + 3, &id, resource("b")).unwrap();
    assert_eq!(times(&store), (0, 3));
    store.remove_policy_resource(NOW + 4, &id, "b").unwrap();
    assert_eq!(times(&store), (0, 4));
}

#[test]
fn a_policy_is_applied_some_seconds_after_it_was_accepted() {
    let (world, mut store) = store(&[]);
    let policy = store.create_policy(&world, NOW, input(&["a", "b"])).unwrap();
    assert_eq!((policy.name.as_str(), policy.status.as_str()), ("Branches", "enabled"));
    assert_eq!(policy.rule, Some(json!({ "in": ["203.0.113.0/24"], "since": 2026 })));
    assert_eq!((policy.number, &policy.members["note"]), (3, &json!("n")));
    let id = policy.id.clone();
    assert_eq!(store.policy(NOW, &id), Ok(policy));
    assert_eq!(applied(&store, NOW + APPLYING - 1, &id), pairs(&[("a", "applying"), ("b", "applying")]));
    assert_eq!(applied(&store, NOW + APPLYING, &id), pairs(&[("a", "applied"), ("b", "applied")]));
    assert_eq!(store.policies(NOW).count(), 4);
    assert_eq!(store.log_of_actions(), ["policy_created"]);
    let other = store.create_policy(&world, NOW, input(&[])).unwrap();
    assert_ne!(other.id, id);
}

#[test]
fn an_update_changes_what_it_names_and_is_applied_again() {
    let (world, mut store) = store(&[]);
    let id = store.create_policy(&world, NOW, input(&["a", "b"])).unwrap().id;
    let later = NOW + APPLYING;
    let status = Some("disabled".to_owned());
    let update = PolicyInput { kind: "ip-allowlist".to_owned(), status, ..PolicyInput::default() };
    let policy = store.update_policy(later, &id, update).unwrap();
    assert_eq!((policy.name.as_str(), policy.status.as_str()), ("Branches", "disabled"));
    assert_eq!((&policy.rule.unwrap()["since"], &policy.members["note"]), (&json!(2026), &json!("n")));
    assert_eq!(applied(&store, later, &id), pairs(&[("a", "applying"), ("b", "applying")]));
    let again = later + APPLYING;
    store.update_policy(again, &id, input(&["b", "c"])).unwrap();
    assert_eq!(
        applied(&store, again, &id),
        pairs(&[("a", "removing"), ("b", "applying"), ("c", "applying")])
    );
    assert_eq!(applied(&store, again + APPLYING, &id), pairs(&[("b", "applied"), ("c", "applied")]));
    assert_eq!(store.log_of_actions(), ["policy_created", "policy_updated", "policy_updated"]);
}

#[test]
fn resources_come_change_and_go() {
    let (world, mut store) = store(&[]);
    let id = store.create_policy(&world, NOW, input(&["a"])).unwrap().id;
    let later = NOW + APPLYING;
    store.add_policy_resource(later, &id, resource("b")).unwrap();
    assert_eq!(applied(&store, later, &id), pairs(&[("a", "applied"), ("b", "applying")]));
    let members: Map<String, Value> =
        [("meta".to_owned(), json!({ "scheduledDate": "2026-03-01", "unknown": 1 }))].into_iter().collect();
    let update = ResourceInput { id: "a".to_owned(), members: members.clone() };
    let policy = store.update_policy_resource(later, &id, update).unwrap();
    assert_eq!((&policy.resources[0].members, policy.resources[0].application), (&members, "applying"));
    let last = later + APPLYING;
    assert_eq!(store.remove_policy_resource(last, &id, "a"), Ok(()));
    assert_eq!(applied(&store, last, &id), pairs(&[("a", "removing"), ("b", "applied")]));
    assert_eq!(store.remove_policy_resource(last, &id, "a"), Err(Refusal::UnknownPolicyResource));
    assert_eq!(store.update_policy_resource(last, &id, resource("x")), Err(Refusal::UnknownPolicyResource));
    assert_eq!(applied(&store, last + APPLYING, &id), pairs(&[("b", "applied")]));
    assert_eq!(
        store.log_of_actions(),
        ["policy_created", "policy_resource_added", "policy_resource_updated", "policy_resource_removed"]
    );
}

#[test]
fn a_deleted_policy_is_taken_from_its_resources_first() {
    let (world, mut store) = store(&[]);
    let id = store.create_policy(&world, NOW, input(&["a"])).unwrap().id;
    assert_eq!(store.delete_policy(NOW, &id), Ok(()));
    assert_eq!(applied(&store, NOW + APPLYING - 1, &id), pairs(&[("a", "removing")]));
    assert_eq!(store.policy(NOW + APPLYING, &id), Err(Refusal::UnknownPolicy));
    assert_eq!(store.delete_policy(NOW, &id), Err(Refusal::UnknownPolicy), "it is on its way out");
    assert_eq!(store.add_policy_resource(NOW, &id, resource("b")), Err(Refusal::UnknownPolicy));
    assert_eq!(store.log_of_actions(), ["policy_created", "policy_deleted"]);
}

#[test]
fn what_is_refused_changes_nothing() {
    let (world, mut store) = store(&[]);
    let before: Vec<_> = store.policies(NOW).collect();
    let text = |text: &str| Some(text.to_owned());
    for refused in [
        PolicyInput { kind: "data-security".to_owned(), ..input(&[]) },
        PolicyInput { name: None, ..input(&[]) },
        PolicyInput { name: text(" "), ..input(&[]) },
        PolicyInput { status: None, ..input(&[]) },
        PolicyInput { status: text("on"), ..input(&[]) },
        PolicyInput { rule: None, ..input(&[]) },
        PolicyInput { rule: Some(json!([])), ..input(&[]) },
        PolicyInput { rule: Some(json!({})), ..input(&[]) },
        input(&[""]),
    ] {
        assert_eq!(
            store.create_policy(&world, NOW, refused.clone()),
            Err(Refusal::InvalidPolicy),
            "{refused:?}"
        );
    }
    let [allowlist, residency, security] = [0, 1, 2].map(|place| before[place].id.clone());
    assert_eq!(store.update_policy(NOW, &residency, input(&[])), Err(Refusal::InvalidPolicy), "another type");
    assert_eq!(store.add_policy_resource(NOW, &allowlist, resource("")), Err(Refusal::InvalidPolicy));
    assert_eq!(store.update_policy(NOW, &security, input(&[])), Err(Refusal::ReadOnlyPolicy));
    assert_eq!(store.delete_policy(NOW, &security), Err(Refusal::ReadOnlyPolicy));
    assert_eq!(store.update_policy(NOW, "x", input(&[])), Err(Refusal::UnknownPolicy));
    assert_eq!(store.policies(NOW).collect::<Vec<_>>(), before);
    assert_eq!(store.log_of_actions(), [""; 0]);
}
