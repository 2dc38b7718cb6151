//! 100 managed accounts of about 0.74 kB each, as version 1 lists them.

use std::fmt::Write;

use crate::template::{Items, Template, name, pick};

/// How many accounts are on a page.
const ACCOUNTS: usize = 100;

const STATUSES: [&str; 4] = ["active", "active", "inactive", "active"];

/// A page whose accounts each have so many members that the client does not know, 0 to 2.
pub(crate) fn template(unknown: usize) -> Template {
    Template::new(ACCOUNTS, |items, index| push(items, index, unknown), end)
}

fn push(json: &mut Items, index: usize, unknown: usize) {
    let (name, status) = (name(index), pick(&STATUSES, index));
    let (account, site) = (index * 7_919 % 100_000, index % 17);

    json.text(r#"{"account_id":"712020:9cf0c8ea-41d7-4b02-8f3d-0e5b1"#);
    json.number();
    let _ = write!(
        json,
        r#"","account_type":"atlassian","account_status":"{status}","name":"{name}","picture":"https://avatar-management.example.com/712020:9cf0c8ea/4f2a7c11-d2b9-4d7e-9a53-c0ffee{account:05}/128","email":"user{account:05}@subsidiary.example.com","access_billable":true,"last_active":""#
    );
    json.time(0);
    let _ = write!(
        json,
        r#"","product_access":[{{"key":"jira-software","name":"Jira Software","url":"https://example-corp-{site}.example.com","last_active":""#
    );
    json.time(0);
    json.text("\"");
    if unknown > 1 {
        json.text(r#","seats":{"level":"standard","price":1.50}"#);
    }
    let _ = write!(
        json,
        r#"}},{{"key":"confluence","name":"Confluence","url":"https://example-corp-{site}.example.com/wiki","last_active":""#
    );
    json.time(86_400_000);
    json.text(r#""}]"#);
    if unknown > 0 {
        json.text(r#","correlation":"c0ffee15-900d-4d7e""#);
    }
    json.text(r#","links":{"self":"https://api.example.com/admin/v1/orgs/8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6/users/"#);
    json.number();
    json.text(r#""}}"#);
}

/// The cursor stands in a URL alone.
fn end(next: Option<&str>) -> String {
    let next = next.map_or(String::new(), |next| {
        format!(r#","next":"https://api.example.com/admin/v1/orgs/8a130dbc/users?cursor={next}""#)
    });
    format!(
        r#"],"links":{{"self":"https://api.example.com/admin/v1/orgs/8a130dbc/users"{next}}},"meta":{{"total":100}}}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn page(unknown: usize) -> Value {
        serde_json::from_slice(&template(unknown).render(3, Some("c4"))).unwrap()
    }

    #[test]
    fn a_page_is_as_the_goals_say() {
        let body = template(0).render(3, Some("c4"));
        assert!((73_000..76_000).contains(&body.len()), "{} bytes", body.len());
        let page = page(0);
        assert_eq!(page["data"].as_array().unwrap().len(), ACCOUNTS);
        assert_eq!(page["data"][1]["account_id"], "712020:9cf0c8ea-41d7-4b02-8f3d-0e5b10000301");
        assert_eq!(page["data"][1]["product_access"][1]["last_active"], "2026-05-18T10:50:10.000Z");
        assert_eq!(page["links"]["next"], "https://api.example.com/admin/v1/orgs/8a130dbc/users?cursor=c4");
    }

    #[test]
    fn unknown_members_are_as_many_as_asked_for() {
        let account = |unknown| page(unknown)["data"][0].clone();
        let seats = |unknown| account(unknown)["product_access"][0]["seats"]["price"].as_f64();
        assert!(account(0).get("correlation").is_none() && seats(0).is_none());
        assert!(account(1).get("correlation").is_some() && seats(1).is_none());
        assert_eq!(seats(2), Some(1.5));
    }
}
