//! Patches of SCIM records.

use serde_json::{Value, json};

use crate::model::ScimId;
use crate::model::macros::{input, string_enum};

input! {
    /// Changes of a record, applied in order (RFC 7644, section 3.5.2).
    ScimPatch {
        optional {
            /// The URNs of its schemas.
            schemas: Vec<String> = "schemas",
            /// The changes. Atlassian's schema has the name in lower case, its examples have it as
            /// here.
            operations: Vec<ScimChange> = "Operations",
        }
    }
}

impl ScimPatch {
    /// The URN of the schema of patches.
    pub const URN: &'static str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// Creates a patch with these changes.
    #[must_use]
    pub fn of(changes: impl IntoIterator<Item = ScimChange>) -> Self {
        Self::new().schemas([Self::URN]).operations(changes)
    }
}

impl From<ScimChange> for ScimPatch {
    fn from(change: ScimChange) -> Self {
        Self::of([change])
    }
}

string_enum! {
    /// The action on an attribute.
    PatchAction {
        /// Adds a value, or sets it if the attribute has a single value.
        Add = "add",
        /// Replaces the value.
        Replace = "replace",
        /// Removes the value.
        Remove = "remove",
    }
}

input! {
    /// A change of one attribute, or of several at once.
    ScimChange {
        required {
            /// The action.
            action: PatchAction = "op",
        }
        optional {
            /// The path: `active`, `name.givenName`, `emails[type eq "work"].value`. Without a
            /// path, the value is an object of attributes.
            path: String = "path",
            /// The value.
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

    /// Adds to a multi-valued attribute, or sets a single-valued one.
    #[must_use]
    pub fn add(path: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::new(PatchAction::Add).path(path).value(value)
    }

    /// Clears an attribute.
    #[must_use]
    pub fn remove(path: impl Into<String>) -> Self {
        Self::new(PatchAction::Remove).path(path)
    }

    /// Activates or deactivates a user.
    #[must_use]
    pub fn set_active(active: bool) -> Self {
        Self::replace("active", active)
    }

    /// Adds users to a group.
    #[must_use]
    pub fn add_members(users: impl IntoIterator<Item: Into<ScimId>>) -> Self {
        let members: Vec<_> = users.into_iter().map(|user| json!({ "value": user.into() })).collect();
        Self::add("members", members)
    }

    /// Removes a user from a group.
    #[must_use]
    pub fn remove_member(user: impl Into<ScimId>) -> Self {
        Self::remove(format!("members[value eq {}]", Value::from(user.into().as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patch_json_matches_identity_providers() {
        let patch = ScimPatch::of([
            ScimChange::set_active(false),
            ScimChange::add_members(["s-1", "s-2"]),
            ScimChange::remove_member("s\"3"),
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
