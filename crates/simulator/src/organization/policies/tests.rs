//! What becomes of policies.

use atlassian_admin_core::model::{PolicyInputAttributes, PolicyResourceInput, PolicyStatus, PolicyType};
use serde_json::{Value, json};

use super::{APPLYING, object};
use crate::organization::fixture::{NOW, Org, org};
use crate::organization::policies;
use crate::refusal::Refusal;

/// A valid policy, but for these attributes.
fn input(changes: Value) -> PolicyInputAttributes {
    let rule = json!({ "in": ["203.0.113.0/24"], "since": 2026 });
    let mut attributes = object(json!({
        "type": "ip-allowlist", "name": "Branches", "status": "enabled", "rule": rule, "note": "n",
    }));
    attributes.extend(object(changes));
    serde_json::from_value(attributes.into()).unwrap()
}

/// The resources of a policy, and how far it is applied to them.
fn applied(org: &Org, now: i64, id: &str) -> String {
    let policy = policies::find(org.view_at(now), id).unwrap();
    let resources = policy.resources(now).map(|it| format!("{} {}", it.id, it.application(now)));
    resources.collect::<Vec<_>>().join(", ")
}

#[test]
fn an_update_changes_what_it_names_and_is_applied_again() {
    let (_, mut org) = org(&[]);
    let create = input(json!({ "resources": [{ "id": "a" }, { "id": "b" }] }));
    let id = policies::create(&mut org.tx(), create).unwrap().id;
    let later = NOW + APPLYING;
    assert_eq!(applied(&org, later, &id), "a applied, b applied");
    let update = PolicyInputAttributes::new(PolicyType::IpAllowlist).status(PolicyStatus::Disabled);
    let policy = policies::update(&mut org.tx_at(later), &id, update).unwrap();
    assert_eq!((policy.text("name"), policy.text("status")), ("Branches", "disabled"));
    assert_eq!(policy.attributes["rule"]["since"], 2026);
    assert_eq!(policy.attributes["note"], "n");
    assert_eq!(applied(&org, later, &id), "a applying, b applying");
    let again = later + APPLYING;
    let update = input(json!({ "resources": [{ "id": "b" }, { "id": "c" }] }));
    policies::update(&mut org.tx_at(again), &id, update).unwrap();
    for now in [again, again + APPLYING - 1] {
        assert_eq!(applied(&org, now, &id), "a removing, b applying, c applying");
    }
    assert_eq!(applied(&org, again + APPLYING, &id), "b applied, c applied");
    let latest = again + 1;
    policies::remove_resource(&mut org.tx_at(latest), &id, "b").unwrap();
    let policy = policies::find(org.view_at(latest), &id).unwrap();
    assert_eq!((policy.created_at, policy.updated_at), (NOW, latest));
}

#[test]
fn what_is_refused_changes_nothing() {
    let (_, mut org) = org(&[]);
    let before: Vec<_> = policies::all(org.view()).collect();
    for refused in [
        json!({ "type": "data-security" }),
        json!({ "type": "hipaa" }),
        json!({ "name": null }),
        json!({ "name": " " }),
        json!({ "status": null }),
        json!({ "status": "on" }),
        json!({ "rule": null }),
        json!({ "rule": {} }),
        json!({ "resources": [{ "id": "" }] }),
    ] {
        let created = policies::create(&mut org.tx(), input(refused.clone()));
        assert_eq!(created, Err(Refusal::InvalidPolicy), "{refused}");
    }
    let [allowlist, residency] = [0, 1].map(|place| before[place].id.as_str());
    let another_type = policies::update(&mut org.tx(), residency, input(json!({})));
    assert_eq!(another_type, Err(Refusal::InvalidPolicy));
    let nothing = policies::apply(&mut org.tx(), allowlist, &PolicyResourceInput::new(""), true);
    assert_eq!(nothing, Err(Refusal::InvalidPolicy));
    assert_eq!(policies::all(org.view()).collect::<Vec<_>>(), before);
    assert_eq!(org.log_of_actions(), [""; 0]);
    assert_eq!(policies::delete(&mut org.tx(), allowlist), Ok(()));
    assert_eq!(policies::delete(&mut org.tx(), allowlist), Err(Refusal::UnknownPolicy), "on its way out");
}
