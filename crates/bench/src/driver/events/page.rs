//! 500 rich events of about 1.5 kB each, with non-ASCII letters, escaped quotes and free-form members.

use std::fmt::Write;

use crate::template::{Items, Template, name, pick};

/// How many events are on a page.
const EVENTS: usize = 500;

const CITIES: [(&str, &str, &str, &str); 4] = [
    ("EU", "Deutschland", "Baden-Württemberg", "Tübingen"),
    ("SA", "Brasil", "São Paulo", "São José dos Campos"),
    ("NA", "United States", "California", "San Francisco"),
    ("AS", "日本", "東京都", "千代田区"),
];
const ACTIONS: [&str; 5] = [
    "user_granted_role",
    "jira_issue_viewed",
    "confluence_audit_record_removed_content_restriction",
    "group_membership_changed",
    "policy_rule_updated",
];

/// A page whose events each have so many members that the client does not know, 0 to 2.
pub(crate) fn template(unknown: usize) -> Template {
    Template::new(EVENTS, |items, index| push(items, index, unknown), end)
}

fn push(json: &mut Items, index: usize, unknown: usize) {
    let (name, action) = (name(index), pick(&ACTIONS, index));
    let (geo, country, region, city) = pick(&CITIES, index);
    let (account, site) = (index * 7_919 % 100_000, index % 17);

    json.text(r#"{"type":"events","id":"e"#);
    json.number();
    json.text(r#"-5c1d-4f0a-9b7e-3a2f64c10d58","attributes":{"time":""#);
    json.time(700);
    json.text(r#"","processedAt":""#);
    json.time(0);
    let _ = write!(
        json,
        r#"","action":"{action}","actor":{{"id":"712020:9cf0c8ea-41d7-4b02-8f3d-0e5b1c2{account:05}","name":"{name}","email":"user{account:05}@subsidiary.example.com","picture":null,"auth":{{"authType":"api-token","tokenId":"b2c4d7e8-0a1f-4c3b-9d6e-77aa0{account:05}","tokenLabel":"nightly synchronisation of the directory"}}}},"#
    );
    let _ = write!(
        json,
        r#""context":[{{"id":"ari:cloud:identity::user/712020:1f0d9a7b-5e2c-47c1-b0a4-6f3e8{account:05}","type":"users","attributes":{{"accountName":"{name}","active":true,"role":"ari:cloud:platform::role/product/member"}},"links":{{"self":"https://api.example.com/admin/v1/orgs/8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6/users/{account:05}"}}}}],"#
    );
    let _ = write!(
        json,
        r#""container":[{{"id":"ari:cloud:jira::site/4f2a7c11-{site:04}-4d7e-9a53-c0ffee15900d","type":"sites","attributes":{{"siteName":"example-corp-{site}","seats":{account}}},"links":{{"alt":"https://example-corp-{site}.example.com/wiki/people/712020:1f0d9a7b-5e2c-47c1-b0a4-6f3e8"}}}}],"location":{{"ip":"198.51.100.{site}","geo":"{geo}","countryName":"{country}","regionName":"{region}","city":"{city}"}}"#
    );
    if unknown > 1 {
        json.text(r#","riskScore":{"level":"low","points":1.50}"#);
    }
    let _ = write!(
        json,
        r#"}},"message":{{"content":"{name} gave the role \"member of the product\" on the site \"example-corp-{site}\" of the organization \"Example Corp\" by an API token, in the request 5f1c7a02-9e4d-4b8e-a1d7-0c6f2e9b3a54","format":"simple"}}"#
    );
    if unknown > 0 {
        json.text(r#","correlation":"c0ffee15-900d-4d7e""#);
    }
    json.text(r#","links":{"self":"https://api.example.com/admin/v1/orgs/8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6/events/e"#);
    json.number();
    json.text(r#""}}"#);
}

/// The cursor stands there twice.
fn end(next: Option<&str>) -> String {
    match next {
        Some(next) => format!(
            r#"],"links":{{"self":"https://api.example.com/events","next":"https://api.example.com/events?cursor={next}"}},"meta":{{"next":"{next}","page_size":500}}}}"#
        ),
        None => {
            r#"],"links":{"self":"https://api.example.com/events"},"meta":{"next":null,"page_size":500}}"#
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_page_is_as_the_goals_say() {
        let body = template(0).render(3, Some("c4"));
        assert!((740_000..770_000).contains(&body.len()), "{} bytes", body.len());
        let page: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(page["data"].as_array().unwrap().len(), EVENTS);
        let (first, second) = (&page["data"][0], &page["data"][1]);
        assert_eq!(first["id"], "e0001500-5c1d-4f0a-9b7e-3a2f64c10d58");
        assert_eq!(first["attributes"]["processedAt"], "2026-05-19T14:10:00.000Z");
        assert_eq!(second["attributes"]["processedAt"], "2026-05-19T14:10:10.000Z");
        assert_eq!(second["attributes"]["time"], "2026-05-19T14:10:09.300Z");
        assert_eq!(page["meta"]["next"], "c4");
    }

    #[test]
    fn unknown_members_are_as_many_as_asked_for() {
        let event = |unknown| {
            let page: Value = serde_json::from_slice(&template(unknown).render(0, None)).unwrap();
            page["data"][0].clone()
        };
        assert!(event(0).get("correlation").is_none());
        assert!(event(1).get("correlation").is_some() && event(1)["attributes"].get("riskScore").is_none());
        assert!(event(2)["attributes"].get("riskScore").is_some());
    }
}
