//! 100 users of about 1.47 kB each with everything that a search can tell, as version 2 finds them.

use std::fmt::Write;

use crate::template::{Items, Template, name, pick};

/// How many users are on a page.
const USERS: usize = 100;

const PLACES: [(&str, &str); 4] = [
    ("Tübingen, Baden-Württemberg", "Europe/Berlin"),
    ("São José dos Campos", "America/Sao_Paulo"),
    ("San Francisco", "America/Los_Angeles"),
    ("千代田区, 東京都", "Asia/Tokyo"),
];
const ROLES: [&str; 3] = ["atlassian/user-access-admin", "atlassian/site-admin", "atlassian/org-admin"];
const SOURCES: [&str; 2] = ["invited", "synced"];

/// A page whose users each have so many members that the client does not know, 0 to 2.
pub(crate) fn template(unknown: usize) -> Template {
    Template::new(USERS, |items, index| push(items, index, unknown), end)
}

fn push(json: &mut Items, index: usize, unknown: usize) {
    let (name, (location, time_zone)) = (name(index), pick(&PLACES, index));
    let (role, source) = (pick(&ROLES, index), pick(&SOURCES, index));
    let (account, site) = (index * 7_919 % 100_000, index % 17);

    json.text(r#"{"accountId":"712020:9cf0c8ea-41d7-4b02-8f3d-0e5b1"#);
    json.number();
    let _ = write!(
        json,
        r#"","accountType":"atlassian","accountStatus":"active","membershipStatus":"active","status":"active","claimStatus":"managed","managementSource":"{source}","mfaEnabled":true,"name":"{name}","nickname":"{name}","email":"user{account:05}@subsidiary.example.com","emailVerified":true,"picture":"https://avatars.example.com/712020:9cf0c8ea/{account:05}/128","avatar":"https://avatars.example.com/712020:9cf0c8ea/{account:05}/16","jobTitle":"Ingénieure qualité et méthodes","department":"Forschung & Entwicklung","organization":"Example Corp","location":"{location}","timeZone":"{time_zone}","addedToOrg":""#
    );
    json.time(0);
    json.text(r#"","deactivatedOn":""#);
    json.time(-3_600_000);
    let _ = write!(
        json,
        r#"","platformRoles":["{role}"],"counts":{{"resources":{site}}},"productAccess":[{{"id":"ari:cloud:jira-software::site/4f2a7c11-{site:04}-4d7e-9a53-c0ffee15900d","key":"jira-software","lastActiveTimestamp":""#
    );
    json.time(60_000);
    json.text("\"");
    if unknown > 1 {
        json.text(r#","seats":{"level":"standard","price":1.50}"#);
    }
    let _ = write!(
        json,
        r#"}},{{"id":"ari:cloud:confluence::site/4f2a7c11-{site:04}-4d7e-9a53-c0ffee15900d","key":"confluence","lastActiveTimestamp":""#
    );
    json.time(86_400_000);
    let _ = write!(
        json,
        r#""}}],"groups":[{{"id":"5e3b9d2a-{site:04}-4c60-8f1e-7d0a2b4c6e81","name":"jira-users-{site}","description":"Everyone who works on \"example-corp-{site}\""}},{{"id":"0c7f4e19-{site:04}-4a2b-b6d8-91e3f5a7c024","name":"org-admins","description":"Zuständig für Zugänge und Rollen"}}]"#
    );
    if unknown > 0 {
        json.text(r#","correlation":"c0ffee15-900d-4d7e""#);
    }
    json.text(
        r#","links":{"self":"/admin/v2/orgs/8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6/directories/-/users/"#,
    );
    json.number();
    json.text(r#""}}"#);
}

/// The cursor stands there by itself.
fn end(next: Option<&str>) -> String {
    match next {
        Some(next) => format!(r#"],"links":{{"self":"c","next":"{next}"}}}}"#),
        None => r#"],"links":{"self":"c"}}"#.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::model::DirectoryUser;
    use atlassian_admin_core::shape::{Described, Kind};
    use serde_json::Value;

    fn page(unknown: usize) -> Value {
        serde_json::from_slice(&template(unknown).render(3, Some("c4"))).unwrap()
    }

    #[test]
    fn a_page_is_as_the_goals_say() {
        let body = template(0).render(3, Some("c4"));
        assert!((145_000..149_000).contains(&body.len()), "{} bytes", body.len());
        let page = page(0);
        assert_eq!(page["data"].as_array().unwrap().len(), USERS);
        assert_eq!(page["data"][1]["accountId"], "712020:9cf0c8ea-41d7-4b02-8f3d-0e5b10000301");
        assert_eq!(page["data"][1]["productAccess"][1]["lastActiveTimestamp"], "2026-05-18T10:50:10.000Z");
        assert_eq!(page["links"]["next"], "c4");
    }

    #[test]
    fn every_documented_property_is_filled() {
        let user = page(0)["data"][0].clone();
        let read: DirectoryUser = serde_json::from_value(user.clone()).unwrap();
        let Kind::Object(shape) = DirectoryUser::KIND else { panic!("a user is an object") };
        // Without the undocumented one, the page stays what earlier figures were measured with.
        let documented = (shape.members)().iter().filter(|member| member.name != "forDeletion");
        assert_eq!(user.as_object().unwrap().len(), documented.count());
        assert_eq!(serde_json::to_value(read).unwrap(), user);
    }

    #[test]
    fn unknown_members_are_as_many_as_asked_for() {
        let user = |unknown| page(unknown)["data"][0].clone();
        let seats = |unknown| user(unknown)["productAccess"][0]["seats"]["price"].as_f64();
        assert!(user(0).get("correlation").is_none() && seats(0).is_none());
        assert!(user(1).get("correlation").is_some() && seats(1).is_none());
        assert_eq!(seats(2), Some(1.5));
    }
}
