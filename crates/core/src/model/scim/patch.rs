//! Changes of single attributes.

use serde_json::{Value, json};

use crate::model::ScimId;
use crate::model::macros::{input, string_enum};

input! {
    /// Changes of a record, made in order (RFC 7644, section 3.5.2).
    ScimPatch {
        optional {
            /// What it is, as URNs.
            schemas: Vec<String> = "schemas",
            /// The changes. Atlassian's document writes the name in lower case, its examples as it is here.
            operations: Vec<ScimChange> = "Operations",
        }
    }
}

impl ScimPatch {
    /// The URN of such changes.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// These changes.
    #[must_use]
    pub fn of(changes: impl Into<Vec<ScimChange>>) -> Self {
        Self::new().schemas([Self::SCHEMA.to_owned()]).operations(changes)
    }
}

impl From<ScimChange> for ScimPatch {
    fn from(change: ScimChange) -> Self {
        Self::of([change])
    }
}

string_enum! {
    /// What is done to an attribute.
    PatchAction {
        /// A value is added, or set where there can be only one.
        Add = "add",
        /// The value becomes another one.
        Replace = "replace",
        /// The value goes.
        Remove = "remove",
    }
}

input! {
    /// A change of one attribute, or of several at once.
    ScimChange {
        required {
            /// What is done.
            action: PatchAction = "op",
        }
        optional {
            /// Where: `active`, `name.givenName`, `emails[type eq "work"].value`. Without it the value is an object of attributes.
            path: String = "path",
            /// What comes there.
            value: Value = "value",
        }
    }
}

impl ScimChange {
    /// Sets an attribute.
    #[must_use]
    pub fn replace(path: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::new(PatchAction::Replace).path(path).value(value)
    }

    /// Adds to an attribute that can have several values, or sets another.
    #[must_use]
    pub fn add(path: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::new(PatchAction::Add).path(path).value(value)
    }

    /// Clears an attribute.
    #[must_use]
    pub fn remove(path: impl Into<String>) -> Self {
        Self::new(PatchAction::Remove).path(path)
    }

    /// Lets a user sign in, or no longer.
    #[must_use]
    pub fn set_active(active: bool) -> Self {
        Self::replace("active", active)
    }

    /// Takes users into a group.
    #[must_use]
    pub fn add_members(users: impl IntoIterator<Item = ScimId>) -> Self {
        let members: Vec<_> = users.into_iter().map(|user| json!({ "value": user })).collect();
        Self::add("members", members)
    }

    /// Takes a user out of a group.
    #[must_use]
    pub fn remove_member(user: &ScimId) -> Self {
        Self::remove(format!("members[value eq {}]", Value::from(user.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_written_as_identity_providers_do() {
        let patch = ScimPatch::of([
            ScimChange::set_active(false),
            ScimChange::add_members(["s-1".into(), "s-2".into()]),
            ScimChange::remove_member(&"s\"3".into()),
            ScimChange::new(PatchAction::Replace).value(json!({ "title": "Engineer" })),
        ]);
        assert_eq!(
            serde_json::to_value(&patch).unwrap(),
            json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                "Operations": [
                    { "op": "replace", "path": "active", "value": false },
                    { "op": "add", "path": "members", "value": [{ "value": "s-1" }, { "value": "s-2" }] },
                    { "op": "remove", "path": r#"members[value eq "s\"3"]"# },
                    { "op": "replace", "value": { "title": "Engineer" } },
                ],
            })
        );
    }
}
