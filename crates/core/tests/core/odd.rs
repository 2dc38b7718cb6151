//! One odd property costs neither its item nor the page nor the listing, in any operation.
#![allow(deprecated, reason = "operations that stop working one day work until then")]

use crate::support::{ImmediateTime, Script, ok};
use atlassian_admin_core::api;
use std::collections::BTreeSet;

use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin_core::operation::{Endpoint, Paging};
use atlassian_admin_core::paging::Paged;
use atlassian_admin_core::response::ResponseBody;
use atlassian_admin_core::schema::{HasSchema, Schema};
use atlassian_admin_core::{
    Client, ClientBuilder, EndpointVisitor, OPERATIONS, Raw, response_schema, visit_endpoints,
};
use futures_util::StreamExt;
use http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// What a property may be instead of what it should be, as JSON.
const ODD: &[&str] = &[
    "null",
    r#""odd""#,
    r#""\ud800""#,
    r#""True""#,
    r#""1.0""#,
    "7",
    "-1.5",
    "1.0",
    "true",
    "[]",
    "[7]",
    "{}",
    r#"{"odd":[1]}"#,
];

/// Replaces the odd value in what is compared.
const PLACE: &str = "the odd one";

/// A place in values of a schema.
#[derive(Debug, Clone)]
struct Place {
    path: Vec<&'static str>,
    schema: Schema,
    /// Whether the value that has it cannot be without it, and neither can what that is in.
    required: bool,
}

/// The places of a schema, to a depth that every model ends before. A type that occurs again is not
/// entered again: it is decoded by the same code.
#[derive(Debug, Default)]
struct Places {
    found: Vec<Place>,
    /// The names of types, what they are made for, and whether they are required.
    entered: BTreeSet<(&'static str, Option<&'static str>, bool)>,
}

impl Places {
    fn enter(&mut self, schema: Schema, path: &[&'static str], required: bool) {
        assert!(path.len() < 12, "{path:?}");
        let object = match schema {
            Schema::List(schema) => return self.enter(*schema, &[path, &["[]"]].concat(), false),
            Schema::Object(object) => object,
            _ => return,
        };
        let of = match object.of {
            Some(Schema::Object(of)) => Some(of.name),
            _ => None,
        };
        if self.entered.insert((object.name, of, required)) {
            for member in (object.properties)() {
                let path = [path, &[member.name]].concat();
                let required = required && member.required;
                self.found.push(Place { path: path.clone(), schema: member.schema, required });
                self.enter(member.schema, &path, required);
            }
        }
    }
}

/// A value of a schema with all of its properties, and `odd` at a path.
fn value(schema: Schema, path: Option<&[&str]>, odd: Option<&Value>) -> Value {
    if let (Some([]), Some(odd)) = (path, odd) {
        return odd.clone();
    }
    match schema {
        Schema::List(schema) => {
            let inner = path.and_then(|path| path.strip_prefix(&["[]"]));
            Value::Array(vec![value(*schema, None, None), value(*schema, inner, odd)])
        }
        Schema::Object(object) => {
            let members = (object.properties)().iter().filter_map(|member| {
                let inner = path.and_then(|path| path.strip_prefix(&[member.name]));
                let is_missing = inner.is_some_and(<[_]>::is_empty) && odd.is_none();
                (!is_missing).then(|| (member.name.to_owned(), value(member.schema, inner, odd)))
            });
            Value::Object(members.collect())
        }
        Schema::Text => "text".into(),
        Schema::Enum(known) => known.values[0].into(),
        Schema::Integer => 1.into(),
        Schema::Boolean => true.into(),
        Schema::Time => "1779184800000".into(),
        Schema::Json => serde_json::json!({ "any": [1.5] }),
        Schema::Nothing => Value::Null,
        other => panic!("{other:?}"),
    }
}

/// Each value of a schema with one odd property, at a place that counts: as JSON, with the
/// property's place and its JSON.
fn oddities(schema: Schema, counts: fn(&Place) -> bool) -> Vec<(Place, Option<&'static str>, String)> {
    let mut places = Places::default();
    places.enter(schema, &[], true);
    let mut found = Vec::new();
    for place in places.found.into_iter().filter(counts) {
        let missing = value(schema, Some(&place.path), None).to_string();
        found.push((place.clone(), None, missing));
        let marked = value(schema, Some(&place.path), Some(&PLACE.into())).to_string();
        for odd in ODD {
            found.push((place.clone(), Some(*odd), marked.replace(&format!("{PLACE:?}"), odd)));
        }
    }
    found
}

/// Whether a value has one reading as a schema.
fn has_reading(schema: Schema, json: &str) -> bool {
    match schema {
        Schema::Text | Schema::Enum(_) => json.starts_with(['"', '-', '1', '7']),
        Schema::Integer => ["7", "1.0", r#""1.0""#].contains(&json),
        Schema::Boolean => ["true", r#""True""#].contains(&json),
        Schema::List(_) => json.starts_with('['),
        Schema::Object(_) => json.starts_with('{'),
        Schema::Json => true,
        _ => false,
    }
}

/// Whether a place is lost with the element of a list, and so is not written back.
fn is_in_list(place: &Place) -> bool {
    place.path.contains(&"[]") || matches!(place.schema, Schema::List(_))
}

fn is_outside_of_lists(place: &Place) -> bool {
    !is_in_list(place)
}

/// A client whose server answers once.
fn client<K: CredentialKind>(body: &str) -> Client<K> {
    let key = K::new("key").unwrap();
    ClientBuilder::new(Script::new([ok(body)]), ImmediateTime::default(), key).build().unwrap()
}

/// A page of items, as the listing writes it.
fn page<E: Paged>(items: &[&str]) -> String {
    let items = items.join(",");
    match E::OPERATION.paging {
        Paging::StartIndex => format!(r#"{{"totalResults":3,"Resources":[{items}]}}"#),
        Paging::NestedItems => format!(r#"{{"data":{{"product_access":[{items}]}}}}"#),
        _ => format!(r#"{{"data":[{items}],"links":{{}}}}"#),
    }
}

/// Walks over a page with an odd item between two others: typed, raw and without types.
async fn check<E: Paged>(call: E)
where
    E::Item: HasSchema + Serialize + DeserializeOwned,
    E::Auth: CredentialKind,
{
    let id = E::OPERATION.id;
    let plain = value(E::Item::SCHEMA, None, None);
    let other = serde_json::to_string(&plain).unwrap();
    let last = other.replacen("\"text\"", "\"other\"", 1);
    for (place, odd, item) in oddities(E::Item::SCHEMA, |_| true) {
        let said = format!("{id}: {place:?}: {item}");
        let body = page::<E>(&[&other, &item, &last]);

        let typed: Vec<_> = client::<E::Auth>(&body).pages(call.clone()).items().collect().await;
        assert_eq!(typed.len(), 3, "{said}");
        assert!(typed[0].is_ok() && typed[2].is_ok(), "{said}");
        let reads = odd.is_some_and(|odd| has_reading(place.schema, odd));
        match &typed[1] {
            Ok(typed) => {
                assert!(!place.required || reads, "{said}");
                if let (Some(odd), false, false) = (odd, reads, is_in_list(&place))
                    && odd != "null"
                {
                    let written = serde_json::to_string(typed).unwrap();
                    let same = |json: &str| {
                        let json = json.replace(r"\ud800", r"\ufffd");
                        serde_json::from_str::<Value>(&json).unwrap()
                    };
                    assert_eq!(same(&written), same(&item), "{said}");
                }
            }
            Err(error) => {
                assert!(place.required && !reads, "{said}: {error}");
                assert_eq!(error.item_json(), Some(&*item), "{said}");
            }
        }

        let raw: Vec<_> = client::<E::Auth>(&body).pages(call.clone()).raw().items().collect().await;
        let raw: Vec<_> = raw.into_iter().map(|item| item.unwrap().json().to_owned()).collect();
        assert_eq!(raw, [&*other, &*item, &*last], "{said}");

        let untyped = client::<E::Auth>(&body);
        let Ok(Value::Object(arguments)) = serde_json::to_value(&call) else { panic!("{id}") };
        let operation = atlassian_admin_core::operation(id).unwrap();
        let mut pages = untyped.pages_untyped(operation, arguments);
        let items = pages.next().await.unwrap().unwrap();
        assert_eq!(items.iter().map(Raw::json).collect::<Vec<_>>(), [&*other, &*item, &*last], "{said}");
    }
}

/// A test for each listing, in the order of the table of operations, which the last test compares.
macro_rules! listings {
    ($($(#[$meta:meta])* $name:ident: $call:expr;)+) => {
        mod listing_loses_no_item_when_a_property_is_odd {
            use super::*;

            $(
                $(#[$meta])*
                #[tokio::test]
                async fn $name() {
                    check($call).await;
                }
            )+
        }

        #[test]
        fn every_listing_has_a_test() {
            let tested = [$($(#[$meta])* id(&$call)),+];
            let listings = OPERATIONS.iter().filter(|operation| operation.paging != Paging::None);
            assert_eq!(tested[..], listings.map(|operation| operation.id).collect::<Vec<_>>());
        }
    };
}

fn id<E: Endpoint>(_: &E) -> &'static str {
    E::OPERATION.id
}

listings! {
    get_orgs: api::orgs::List::new();
    get_users: api::accounts::List::new("o");
    get_directories_for_org: api::directories::List::new("o");
    get_directory_users: api::users::List::new("o", "d");
    search_directory_users: api::users::Search::new("o", "d");
    get_user_role_assignments: api::users::ListRoles::new("o", "d", "a");
    get_user_last_active_dates: api::users::LastActive::new("o", "a");
    get_groups: api::groups::List::new("o", "d");
    search_directory_groups: api::groups::Search::new("o", "d");
    get_group_role_assignments: api::groups::ListRoles::new("o", "d", "g");
    get_events: api::events::Query::new("o");
    poll_events: api::events::Poll::new("o");
    get_domains: api::domains::List::new("o");
    get_policies: api::policies::List::new("o");
    query_workspaces_v2: api::workspaces::Search::new("o");
    scim_get_users: api::scim::ListUsers::new("d");
    scim_get_groups: api::scim::ListGroups::new("d");
    #[cfg(feature = "legacy")]
    v1_search_users: api::legacy::SearchUsers::new("o");
    #[cfg(feature = "legacy")]
    v1_search_groups: api::legacy::SearchGroups::new("o");
}

/// The envelope of a page: what leads to the next one must be readable, and all else need not.
#[tokio::test]
async fn page_is_read_when_its_envelope_is_odd() {
    for operation in OPERATIONS.iter().filter(|operation| operation.paging != Paging::None) {
        let (items, envelope): (_, &[&str]) = match operation.paging {
            Paging::StartIndex => {
                ("Resources", &["schemas", "totalResults", "startIndex", "itemsPerPage", "odd"])
            }
            Paging::NestedItems => ("data", &["links", "meta", "odd"]),
            _ => ("data", &["links", "meta", "odd"]),
        };
        for name in envelope {
            for odd in ODD {
                let list =
                    if operation.paging == Paging::NestedItems { r#"{"product_access":[1]}"# } else { "[1]" };
                for whole in
                    [format!(r#""{name}":{odd}"#), format!(r#""{name}":{{"self":{odd},"total":{odd}}}"#)]
                {
                    let body = format!(r#"{{{whole},"\ud800":1,"{items}":{list}}}"#);
                    let arguments: Map<_, _> = operation
                        .params
                        .iter()
                        .filter(|param| param.required)
                        .map(|param| (param.name.to_owned(), Value::from("x")))
                        .collect();
                    let page = match operation.auth {
                        KeyKind::Directory => {
                            client::<DirectoryKey>(&body).pages_untyped(operation, arguments).next().await
                        }
                        _ => {
                            client::<OrganizationKey>(&body).pages_untyped(operation, arguments).next().await
                        }
                    };
                    assert_eq!(page.unwrap().unwrap().len(), 1, "{}: {body}", operation.id);
                }
            }
        }
    }
}

#[test]
fn response_is_read_when_an_optional_property_is_odd() {
    struct Check;

    impl EndpointVisitor for Check {
        fn visit<E: Endpoint>(&mut self) {
            let schema = response_schema(&E::OPERATION).unwrap();
            let status = StatusCode::from_u16(E::OPERATION.success[0]).unwrap();
            // Pages are checked above, with their items.
            let counts: fn(&Place) -> bool =
                if E::OPERATION.paging == Paging::None { |_| true } else { is_outside_of_lists };
            for (place, odd, body) in oddities(schema, counts) {
                let read = <E::Response as ResponseBody>::decode(status, body.as_bytes());
                // An object may lack what it requires in its turn.
                let reads = odd.is_some_and(|odd| has_reading(place.schema, odd))
                    && !matches!(place.schema, Schema::Object(_));
                assert!(
                    read.is_ok() || (place.required && !reads),
                    "{}: {place:?}: {body}: {:?}",
                    E::OPERATION.id,
                    read.err()
                );
            }
        }
    }

    visit_endpoints(&mut Check);
}
