//! What becomes of policies.

use serde_json::{Map, Value, json};

use super::{APPLYING, PolicyInput, ResourceInput};
use crate::organization::fixture::{NOW, Org, org};
use crate::organization::policies;
use crate::quirk::Quirk;
use crate::refusal::Refusal;

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
fn applied(org: &Org, now: i64, id: &str) -> Vec<(String, &'static str)> {
    let policy = policies::find(org.view_at(now), id).unwrap();
    policy.resources.into_iter().map(|resource| (resource.id, resource.application)).collect()
}

fn pairs(expected: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    expected.iter().map(|(id, application)| ((*id).to_owned(), *application)).collect()
}

#[test]
fn there_is_one_policy_of_each_type_at_the_start() {
    let (world, org) = org(&[]);
    let policies: Vec<_> = policies::all(org.view()).collect();
    let kinds: Vec<_> = policies.iter().map(|policy| policy.kind.as_str()).collect();
    assert_eq!(kinds, ["ip-allowlist", "data-residency", "data-security"]);
    for policy in &policies {
        assert_eq!(policies::find(org.view(), &policy.id), Ok(policy.clone()));
        assert_eq!(policy.resources.len(), 2);
        for resource in &policy.resources {
            assert_eq!(resource.application, "applied");
            assert!(world.resource_index(&resource.id).is_some(), "{}", resource.id);
        }
    }
    assert_eq!(policies::find(org.view(), "x"), Err(Refusal::UnknownPolicy));
}

#[test]
fn undocumented_types_exist_with_the_quirk_and_are_read_only() {
    let (_, mut org) = org(&[Quirk::UndocumentedProperties]);
    let kinds: Vec<_> = policies::all(org.view()).map(|policy| policy.kind).collect();
    let undocumented = [
        "admin-notification-settings",
        "generative-ai",
        "hipaa",
        "ugc-data-use-preferences",
        "user-join-settings-default",
    ];
    assert_eq!(kinds[..3], ["ip-allowlist", "data-residency", "data-security"]);
    assert_eq!(kinds[3..], undocumented);
    let hipaa = policies::all(org.view()).find(|policy| policy.kind == "hipaa").unwrap();
    assert_eq!(policies::delete(&mut org.tx(), &hipaa.id), Err(Refusal::ReadOnlyPolicy));
    for kind in undocumented {
        let input = PolicyInput { kind: kind.to_owned(), ..input(&[]) };
        assert_eq!(policies::create(&mut org.tx(), input), Err(Refusal::InvalidPolicy), "{kind}");
    }
}

#[test]
fn policies_know_when_they_were_created_and_changed_last() {
    let (_, mut org) = org(&[]);
    let id = policies::create(&mut org.tx(), input(&["a"])).unwrap().id;
    let times = |org: &Org| {
        let policy = policies::find(org.view_at(NOW + 9), &id).unwrap();
        (policy.created_at - NOW, policy.updated_at - NOW)
    };
    assert_eq!(times(&org), (0, 0));
    policies::update(&mut org.tx_at(NOW + 1), &id, input(&["a"])).unwrap();
    assert_eq!(times(&org), (0, 1));
    policies::add_resource(&mut org.tx_at(NOW + 2), &id, resource("b")).unwrap();
    assert_eq!(times(&org), (0, 2));
    policies::update_resource(&mut org.tx_at(NOW + 3), &id, resource("c")).unwrap_err();
    assert_eq!(times(&org), (0, 2), "a refused change changes nothing");
    policies::update_resource(&mut org.tx_at(NOW + 3), &id, resource("b")).unwrap();
    assert_eq!(times(&org), (0, 3));
    policies::remove_resource(&mut org.tx_at(NOW + 4), &id, "b").unwrap();
    assert_eq!(times(&org), (0, 4));
}

#[test]
fn a_policy_is_applied_some_seconds_after_it_was_accepted() {
    let (_, mut org) = org(&[]);
    let policy = policies::create(&mut org.tx(), input(&["a", "b"])).unwrap();
    assert_eq!((policy.name.as_str(), policy.status.as_str()), ("Branches", "enabled"));
    assert_eq!(policy.rule, Some(json!({ "in": ["203.0.113.0/24"], "since": 2026 })));
    assert_eq!((policy.number, &policy.members["note"]), (3, &json!("n")));
    let id = policy.id.clone();
    assert_eq!(policies::find(org.view(), &id), Ok(policy));
    assert_eq!(applied(&org, NOW + APPLYING - 1, &id), pairs(&[("a", "applying"), ("b", "applying")]));
    assert_eq!(applied(&org, NOW + APPLYING, &id), pairs(&[("a", "applied"), ("b", "applied")]));
    assert_eq!(policies::all(org.view()).count(), 4);
    assert_eq!(org.log_of_actions(), ["policy_created"]);
    let other = policies::create(&mut org.tx(), input(&[])).unwrap();
    assert_ne!(other.id, id);
}

#[test]
fn an_update_changes_what_it_names_and_is_applied_again() {
    let (_, mut org) = org(&[]);
    let id = policies::create(&mut org.tx(), input(&["a", "b"])).unwrap().id;
    let later = NOW + APPLYING;
    let status = Some("disabled".to_owned());
    let update = PolicyInput { kind: "ip-allowlist".to_owned(), status, ..PolicyInput::default() };
    let policy = policies::update(&mut org.tx_at(later), &id, update).unwrap();
    assert_eq!((policy.name.as_str(), policy.status.as_str()), ("Branches", "disabled"));
    assert_eq!((&policy.rule.unwrap()["since"], &policy.members["note"]), (&json!(2026), &json!("n")));
    assert_eq!(applied(&org, later, &id), pairs(&[("a", "applying"), ("b", "applying")]));
    let again = later + APPLYING;
    policies::update(&mut org.tx_at(again), &id, input(&["b", "c"])).unwrap();
    assert_eq!(applied(&org, again, &id), pairs(&[("a", "removing"), ("b", "applying"), ("c", "applying")]));
    assert_eq!(applied(&org, again + APPLYING, &id), pairs(&[("b", "applied"), ("c", "applied")]));
    assert_eq!(org.log_of_actions(), ["policy_created", "policy_updated", "policy_updated"]);
}

#[test]
fn resources_come_change_and_go() {
    let (_, mut org) = org(&[]);
    let id = policies::create(&mut org.tx(), input(&["a"])).unwrap().id;
    let later = NOW + APPLYING;
    policies::add_resource(&mut org.tx_at(later), &id, resource("b")).unwrap();
    assert_eq!(applied(&org, later, &id), pairs(&[("a", "applied"), ("b", "applying")]));
    let members: Map<String, Value> =
        [("meta".to_owned(), json!({ "scheduledDate": "2026-03-01", "unknown": 1 }))].into_iter().collect();
    let update = ResourceInput { id: "a".to_owned(), members: members.clone() };
    let policy = policies::update_resource(&mut org.tx_at(later), &id, update).unwrap();
    assert_eq!((&policy.resources[0].members, policy.resources[0].application), (&members, "applying"));
    let last = later + APPLYING;
    assert_eq!(policies::remove_resource(&mut org.tx_at(last), &id, "a"), Ok(()));
    assert_eq!(applied(&org, last, &id), pairs(&[("a", "removing"), ("b", "applied")]));
    assert_eq!(
        policies::remove_resource(&mut org.tx_at(last), &id, "a"),
        Err(Refusal::UnknownPolicyResource)
    );
    assert_eq!(
        policies::update_resource(&mut org.tx_at(last), &id, resource("x")),
        Err(Refusal::UnknownPolicyResource)
    );
    assert_eq!(applied(&org, last + APPLYING, &id), pairs(&[("b", "applied")]));
    assert_eq!(
        org.log_of_actions(),
        ["policy_created", "policy_resource_added", "policy_resource_updated", "policy_resource_removed"]
    );
}

#[test]
fn a_deleted_policy_is_taken_from_its_resources_first() {
    let (_, mut org) = org(&[]);
    let id = policies::create(&mut org.tx(), input(&["a"])).unwrap().id;
    assert_eq!(policies::delete(&mut org.tx(), &id), Ok(()));
    assert_eq!(applied(&org, NOW + APPLYING - 1, &id), pairs(&[("a", "removing")]));
    assert_eq!(policies::find(org.view_at(NOW + APPLYING), &id), Err(Refusal::UnknownPolicy));
    assert_eq!(policies::delete(&mut org.tx(), &id), Err(Refusal::UnknownPolicy), "it is on its way out");
    assert_eq!(policies::add_resource(&mut org.tx(), &id, resource("b")), Err(Refusal::UnknownPolicy));
    assert_eq!(org.log_of_actions(), ["policy_created", "policy_deleted"]);
}

#[test]
fn what_is_refused_changes_nothing() {
    let (_, mut org) = org(&[]);
    let before: Vec<_> = policies::all(org.view()).collect();
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
            policies::create(&mut org.tx(), refused.clone()),
            Err(Refusal::InvalidPolicy),
            "{refused:?}"
        );
    }
    let [allowlist, residency, security] = [0, 1, 2].map(|place| before[place].id.clone());
    assert_eq!(
        policies::update(&mut org.tx(), &residency, input(&[])),
        Err(Refusal::InvalidPolicy),
        "another type"
    );
    assert_eq!(policies::add_resource(&mut org.tx(), &allowlist, resource("")), Err(Refusal::InvalidPolicy));
    assert_eq!(policies::update(&mut org.tx(), &security, input(&[])), Err(Refusal::ReadOnlyPolicy));
    assert_eq!(policies::delete(&mut org.tx(), &security), Err(Refusal::ReadOnlyPolicy));
    assert_eq!(policies::update(&mut org.tx(), "x", input(&[])), Err(Refusal::UnknownPolicy));
    assert_eq!(policies::all(org.view()).collect::<Vec<_>>(), before);
    assert_eq!(org.log_of_actions(), [""; 0]);
}
