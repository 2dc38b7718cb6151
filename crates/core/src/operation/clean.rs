//! Cleans the ids and names among the arguments of a call; see [`crate::input`] for the rules.
//!
//! It goes by the names of the properties, which every host has: the wasm module does not know the
//! types of nested values.

use serde_json::{Map, Value};

use super::ArgumentError;
use crate::input::{self, InputError};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// An id, or a value of a fixed list.
    Id,
    /// A name by which the server finds something, or displays it.
    Name,
    /// Anything else. It is sent as it is.
    Text,
}

impl Role {
    /// Returns the role of the texts in a property; `outer` is that of the property around it.
    fn of(name: &str, outer: Self) -> Self {
        match name {
            // `members[].value` is an id, `emails[].value` an address, `groupNames.eq` are names.
            "value" | "eq" => outer,
            "id" | "account_id" | "actor" | "action" | "ip" | "product" | "role" | "resource"
            | "additionalGroups" | "resourceOwners" | "members" | "groups" => Self::Id,
            "name" | "displayName" | "userName" | "nickname" | "nickName" | "givenName" | "middleName"
            | "familyName" | "city" | "countryName" | "email" | "emails" | "emailDomains"
            | "emailUsernames" | "groupNames" | "namesOrNicknames" => Self::Name,
            // The identity provider's own text.
            "externalId" => Self::Text,
            name if name.ends_with("Id") || name.ends_with("Ids") => Self::Id,
            _ => Self::Text,
        }
    }

    fn clean(self, text: &str) -> Result<&str, InputError> {
        match self {
            Self::Id => input::id(text),
            Self::Name => input::name(text),
            Self::Text => Ok(text),
        }
    }
}

/// Cleans the arguments in place.
///
/// # Errors
/// [`ArgumentError`] with the place of a value that cannot be cleaned.
pub(super) fn clean(arguments: &mut Map<String, Value>) -> Result<(), ArgumentError> {
    properties(arguments, Role::Text)
}

fn properties(object: &mut Map<String, Value>, outer: Role) -> Result<(), ArgumentError> {
    let outer = target(object).unwrap_or(outer);
    object.iter_mut().try_for_each(|(name, inner)| {
        if holds_no_comma(name) && has_comma(inner) {
            return Err(ArgumentError::new(name, "contains a comma: pass a list of single values"));
        }
        value(inner, Role::of(name, outer)).map_err(|mut error| {
            let separator =
                if error.argument.is_empty() || error.argument.starts_with('[') { "" } else { "." };
            error.argument.insert_str(0, separator);
            error.argument.insert_str(0, name);
            error
        })
    })
}

/// Whether a property is a list of ids or domains, none of which contains a comma.
pub(super) fn holds_no_comma(name: &str) -> bool {
    name.ends_with("Ids") || ["resourceOwners", "emailDomains"].contains(&name)
}

fn has_comma(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains(','),
        Value::Array(items) => items.iter().any(has_comma),
        _ => false,
    }
}

/// What the `value` of a SCIM patch is: the role of the attribute that `path` begins with.
fn target(object: &Map<String, Value>) -> Option<Role> {
    let path = object.get("path")?.as_str()?;
    Some(Role::of(path.split(['.', '[', ':', ' ']).next()?, Role::Text))
}

fn value(value: &mut Value, role: Role) -> Result<(), ArgumentError> {
    match value {
        // An empty text may clear a property; an empty filter is refused with the other arguments.
        Value::String(text) if !text.is_empty() => {
            let clean = role.clean(text).map_err(|problem| ArgumentError::new("", problem.to_string()))?;
            if clean.len() != text.len() {
                *text = clean.to_owned();
            }
            Ok(())
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| self::value(item, role)),
        Value::Object(object) => properties(object, role),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::OPERATIONS;
    use crate::input::{DIRT, QUOTES};
    use crate::operation::RequestParts;
    use crate::schema::Schema;

    fn cleaned(arguments: Value) -> Result<Value, String> {
        let Value::Object(mut arguments) = arguments else { panic!("arguments are an object") };
        clean(&mut arguments).map(|()| Value::Object(arguments)).map_err(|error| error.to_string())
    }

    #[test]
    fn clean_leaves_text_that_is_not_an_id_or_a_name() {
        let texts = json!({
            "description": " a\r\n", "searchTerm": "\"exact\" ", "q": " a", "cursor": "c\r", "filter": "id eq \"a\"",
            "message": "\"Welcome\"\n", "accountIds": [], "limit": 1, "name": null, "email": "",
        });
        assert_eq!(cleaned(texts.clone()), Ok(texts));
    }

    #[test]
    fn clean_reaches_values_of_a_patch_by_their_path() {
        let patch = |operation| json!({ "body": { "Operations": [operation] } });
        for (given, clean) in [
            (
                json!({ "op": "add", "path": "members", "value": [{ "value": "1\r", "display": " x" }] }),
                json!({ "op": "add", "path": "members", "value": [{ "value": "1", "display": " x" }] }),
            ),
            (json!({ "path": "members", "value": " 1" }), json!({ "path": "members", "value": "1" })),
            (json!({ "path": "members", "value": ["1\n"] }), json!({ "path": "members", "value": ["1"] })),
            (
                json!({ "value": { "members": [{ "value": "\u{feff}1" }] } }),
                json!({ "value": { "members": [{ "value": "1" }] } }),
            ),
            (
                json!({ "path": "emails[type eq \"work\"].value", "value": "a@example.com\r" }),
                json!({ "path": "emails[type eq \"work\"].value", "value": "a@example.com" }),
            ),
            (json!({ "path": "title", "value": " free " }), json!({ "path": "title", "value": " free " })),
        ] {
            assert_eq!(cleaned(patch(given)), Ok(patch(clean)));
        }
        assert_eq!(
            cleaned(patch(json!({ "path": "members", "value": [{ "value": "\"1\"" }] }))),
            Err("body.Operations.value.value: is in quotes: remove them".to_owned())
        );
    }

    #[test]
    fn clean_reaches_nested_values() {
        assert_eq!(
            cleaned(json!({
                "groupIds": ["g-1\r", " g-2"],
                "permissionRules": [{ "resource": "ari:cloud:jira::site/1\n", "role": "\u{feff}atlassian/user" }],
                "groupNames": { "eq": ["devs\r\n"] },
                "body": {
                    "displayName": "site admins\r", "title": " free ", "members": [{ "value": "1\r", "display": " x " }],
                    "emails": [{ "value": "a@example.com\r" }], "name": { "givenName": "Ann " },
                },
            })),
            Ok(json!({
                "groupIds": ["g-1", "g-2"],
                "permissionRules": [{ "resource": "ari:cloud:jira::site/1", "role": "atlassian/user" }],
                "groupNames": { "eq": ["devs"] },
                "body": {
                    "displayName": "site admins", "title": " free ", "members": [{ "value": "1", "display": " x " }],
                    "emails": [{ "value": "a@example.com" }], "name": { "givenName": "Ann" },
                },
            }))
        );
    }

    #[test]
    fn clean_names_the_place_of_a_refused_value() {
        for (arguments, problem) in [
            (json!({ "groupId": "\"g-1\"" }), "groupId: is in quotes: remove them"),
            (json!({ "accountIds": ["a", "'b'"] }), "accountIds: is in quotes: remove them"),
            (json!({ "accountIds": "a,b" }), "accountIds: contains a comma: pass a list of single values"),
            (
                json!({ "resourceOwners": ["a", "b,c"] }),
                "resourceOwners: contains a comma: pass a list of single values",
            ),
            (json!({ "groupId": "\r\n" }), "groupId: is empty"),
            (
                json!({ "name": "devs\nops" }),
                "name: contains a line break or another invisible character: remove it",
            ),
            (
                json!({ "body": { "members": [{ "value": "\"1\"" }] } }),
                "body.members.value: is in quotes: remove them",
            ),
        ] {
            assert_eq!(cleaned(arguments), Err(problem.to_owned()));
        }
    }

    /// The names of all properties that hold texts in a role.
    fn properties_in(role: Role) -> BTreeSet<&'static str> {
        fn collect(
            schema: Schema,
            name: &'static str,
            here: Role,
            depth: u32,
            found: &mut Vec<(&'static str, Role)>,
        ) {
            match schema {
                Schema::List(item) => collect(*item, name, here, depth, found),
                Schema::Object(object) if depth < 6 => {
                    for member in (object.properties)() {
                        collect(member.schema, member.name, Role::of(member.name, here), depth + 1, found);
                    }
                }
                Schema::Text => found.push((name, here)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        for param in OPERATIONS.iter().flat_map(|operation| operation.params) {
            collect(param.schema, param.name, Role::of(param.name, Role::Text), 0, &mut found);
        }
        found.into_iter().filter(|(_, it)| *it == role).map(|(name, _)| name).collect()
    }

    /// A property that is new decides here what it is.
    #[test]
    fn every_property_has_a_reviewed_role() {
        let all = |role| properties_in(role).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(
            all(Role::Name),
            "city countryName displayName email emailDomains emails eq familyName givenName groupNames middleName name nickName nickname userName value"
        );
        assert_eq!(
            all(Role::Text),
            "$ref adminApprovalSummary attributes channel contains created cursor department description display \
             excludedAttributes externalId field filter formatted honorificPrefix honorificSuffix in job_title lastModified \
             locale location message migrationEndDataTime migrationStartDateTime notificationText off organization path \
             preferredLanguage q resourceType scheduledDate schemas scopeType searchTerm ticket timezone title trigger \
             type value zoneinfo"
        );
    }

    #[test]
    fn every_path_argument_is_an_id() {
        for param in OPERATIONS.iter().flat_map(|operation| operation.params) {
            if param.location.is_path() {
                assert_eq!(Role::of(param.name, Role::Text), Role::Id, "{}", param.name);
            }
        }
    }

    proptest! {
        /// Of any operation, with any dirt around any path argument.
        #[test]
        fn path_has_clean_id_or_is_refused(
            index in 0..OPERATIONS.len(),
            id in "[a-zA-Z0-9][a-zA-Z0-9:._-]{0,12}",
            before in proptest::collection::vec(proptest::sample::select(&DIRT[..]), 0..3),
            after in proptest::collection::vec(proptest::sample::select(&DIRT[..]), 0..3),
            quotes in proptest::option::of((0..QUOTES.len(), any::<bool>(), any::<bool>())),
        ) {
            let operation = &OPERATIONS[index];
            let path = |id: &str| {
                let arguments = operation.params.iter().filter(|param| param.location.is_path() || param.required);
                let arguments: Map<_, _> = arguments
                    .map(|param| {
                        let value = if param.location.is_path() { id.into() } else { json!([{ "x": 1 }]) };
                        (param.name.to_owned(), value)
                    })
                    .collect();
                RequestParts::from_arguments(operation, arguments).map(|parts| parts.path)
            };
            let clean = path(&id);
            let (open, close) = quotes.map_or(("", ""), |(place, opens, closes)| {
                let (open, close) = QUOTES[place];
                (if opens { open } else { "" }, if closes { close } else { "" })
            });
            let dirty = path(&[&before.concat(), open, &id, close, &after.concat()].concat());
            if open.is_empty() && close.is_empty() {
                prop_assert_eq!(dirty, clean);
            } else if operation.params.iter().any(|param| param.location.is_path()) {
                let refused = dirty.unwrap_err();
                prop_assert_eq!(refused.problem, "is in quotes: remove them");
            }
        }
    }
}
