//! Groups.

use super::{ScimMeta, ScimReference};
use crate::model::ScimId;
use crate::model::macros::input;
use crate::response::ResponseBody;

input! {
    /// A group that an identity provider manages.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get).
    ScimGroup {
        optional {
            /// The URNs of its schemas.
            schemas: Vec<String> = "schemas",
            /// Its identifier, assigned by Atlassian. Optional: a new group has none yet.
            id: ScimId = "id",
            /// Its identifier at the identity provider.
            external_id: String = "externalId",
            /// The name. It cannot be changed: create a new group, add the members, and delete the
            /// old group.
            display_name: String = "displayName",
            /// The members: up to 35,000 users.
            members: Vec<ScimReference> = "members",
            /// Metadata of the server. Ignored in requests.
            meta: ScimMeta = "meta",
        }
    }
}

impl ResponseBody for ScimGroup {}

impl ScimGroup {
    /// The URN of the schema of groups.
    pub const URN: &'static str = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /// Creates a group with this name.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self::new().schemas([Self::URN]).display_name(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_sets_required_properties_of_new_group() {
        let group = ScimGroup::named("auditors").members([ScimReference::to("s-1")]);
        let written = r#"{"displayName":"auditors","members":[{"value":"s-1"}],"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]}"#;
        assert_eq!(serde_json::to_value(group).unwrap().to_string(), written);
    }
}
