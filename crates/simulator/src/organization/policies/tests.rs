//! What becomes of policies.

use serde_json::{Map, json};

use super::{APPLYING, PolicyInput, ResourceInput};
use crate::organization::fixture::{NOW, Org, org};
use crate::organization::policies;
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
    policy.resources(now).map(|resource| (resource.id.clone(), resource.application(now))).collect()
}

fn pairs(expected: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    expected.iter().map(|(id, application)| ((*id).to_owned(), *application)).collect()
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
    let before = [("a", "removing"), ("b", "applying"), ("c", "applying")];
    assert_eq!(applied(&org, again + APPLYING - 1, &id), pairs(&before));
    assert_eq!(applied(&org, again + APPLYING, &id), pairs(&[("b", "applied"), ("c", "applied")]));
    assert_eq!(org.log_of_actions(), ["policy_created", "policy_updated", "policy_updated"]);
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
        PolicyInput { kind: "hipaa".to_owned(), ..input(&[]) },
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
    assert_eq!(policies::delete(&mut org.tx(), &allowlist), Ok(()));
    assert_eq!(policies::delete(&mut org.tx(), &allowlist), Err(Refusal::UnknownPolicy), "on its way out");
}
