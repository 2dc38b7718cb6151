//! Tests of reading policies and writing them back.

use super::*;
use serde_json::json;

#[test]
fn policy_input_keeps_all_other_properties() {
    let read = json!({
        "id": "p-1", "type": "policy", "novel": 1, "links": { "self": "s" },
        "attributes": {
            "type": "generative-ai", "name": "Office", "status": "enabled", "ownerId": "o", "metadata": { "a": [1] },
            "id": "p-1", "createdAt": "2026-01-02T03:04:05.678901Z", "updatedAt": "2026-02-03", "queryData": [2],
            "rule": { "in": ["192.0.2.0/24"], "scopeType": "all", "off": ["x"] },
            "resources": [{
                "id": "r-1", "applicationStatus": "applied", "novel": true,
                "type": "site", "createdAt": "c", "updatedAt": "u", "metadata": [null],
                "meta": { "migrationEndDataTime": "t", "novel": 2 }, "links": { "ticket": "t", "novel": 3 },
            }, { "id": "r-2", "applicationStatus": "removing" }],
        },
    });
    let typeless = serde_json::from_str::<Policy>(r#"{"id":"p","attributes":{"name":"n"}}"#).unwrap();
    assert_eq!(PolicyInput::try_from(typeless), Err(MissingPolicyType));
    let policy: Policy = serde_json::from_str(&read.to_string()).unwrap();
    let mut input = PolicyInput::try_from(policy).unwrap();
    input.attributes.status = Some(PolicyStatus::Disabled);
    assert_eq!(
        serde_json::to_value(&input).unwrap(),
        json!({
            "id": "p-1", "type": "policy", "novel": 1,
            "attributes": {
                "type": "generative-ai", "name": "Office", "status": "disabled", "ownerId": "o", "metadata": { "a": [1] },
                "id": "p-1", "createdAt": "2026-01-02T03:04:05.678901Z", "updatedAt": "2026-02-03", "queryData": [2],
                "rule": { "in": ["192.0.2.0/24"], "scopeType": "all", "off": ["x"] },
                "resources": [{
                    "id": "r-1", "novel": true,
                    "type": "site", "createdAt": "c", "updatedAt": "u", "metadata": [null],
                    "meta": { "migrationEndDataTime": "t", "novel": 2 }, "links": { "ticket": "t", "novel": 3 },
                }],
            },
        })
    );
}

#[test]
fn undocumented_properties_are_typed() {
    let policy: Policy = serde_json::from_value(json!({
        "id": "p-1", "type": "policy",
        "attributes": {
            "id": "p-1", "type": "admin-notification-settings", "name": "Notifications", "status": "enabled",
            "ownerId": "o-1", "createdAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-03T00:00:00.000Z",
            "metadata": { "source": "default" }, "queryData": {},
            "rule": {
                "scopeType": "org", "off": ["r-2"], "consented": true, "adminApprovalSummary": "WEEKLY",
                "notification": [{ "channel": "email", "trigger": "user-joined" }, {}],
            },
            "resources": [{
                "id": "r-1", "type": "site", "applicationStatus": "enabled", "createdAt": "2026-01-02T03:04:05.678Z",
                "updatedAt": "2026-01-03T00:00:00.000Z", "metadata": { "a": 1 },
            }],
        },
    }))
    .unwrap();
    let attributes = policy.attributes.unwrap();
    assert!(attributes.extra.is_empty(), "{:?}", attributes.extra);
    assert_eq!(attributes.kind, Some(PolicyType::AdminNotificationSettings));
    assert_eq!(attributes.id, Some("p-1".into()));
    assert_eq!(attributes.owner_id.as_deref(), Some("o-1"));
    assert_eq!(attributes.created_at.unwrap().millis(), Some(1_767_323_045_678));
    assert_eq!(attributes.updated_at.unwrap().as_str(), "2026-01-03T00:00:00.000Z");
    assert_eq!(attributes.metadata.unwrap().json(), r#"{"source":"default"}"#);
    assert_eq!(attributes.query_data.unwrap().json(), "{}");
    let rule = attributes.rule.unwrap();
    let notification = PolicyNotification::new().channel("email").trigger("user-joined");
    assert_eq!(
        rule,
        PolicyRule::new()
            .scope_type("org")
            .off(["r-2"])
            .consented(true)
            .admin_approval_summary("WEEKLY")
            .notification([notification, PolicyNotification::new()])
    );
    assert_eq!(rule.values, None, "`in` may be absent");
    let resource = attributes.resources.unwrap().remove(0);
    assert!(resource.extra.is_empty(), "{:?}", resource.extra);
    assert_eq!(resource.application_status, Some(ApplicationStatus::Enabled));
    assert_eq!(resource.kind.as_deref(), Some("site"));
    assert_eq!(resource.created_at.unwrap().millis(), Some(1_767_323_045_678));
    assert_eq!(resource.updated_at.unwrap().as_str(), "2026-01-03T00:00:00.000Z");
    assert_eq!(resource.metadata.unwrap().json(), r#"{"a":1}"#);
}

#[test]
fn policy_type_keeps_unknown_values() {
    for (wire, kind) in [
        ("admin-notification-settings", PolicyType::AdminNotificationSettings),
        ("generative-ai", PolicyType::GenerativeAi),
        ("hipaa", PolicyType::Hipaa),
        ("ugc-data-use-preferences", PolicyType::UgcDataUsePreferences),
        ("user-join-settings-default", PolicyType::UserJoinSettingsDefault),
        ("of-tomorrow", PolicyType::Other("of-tomorrow".into())),
    ] {
        let read: Policy =
            serde_json::from_value(json!({ "id": "p", "attributes": { "type": wire, "rule": null } }))
                .unwrap();
        assert_eq!(read.attributes.unwrap().kind, Some(kind));
    }
}
