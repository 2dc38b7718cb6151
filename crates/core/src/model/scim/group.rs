//! Groups.

use super::{ScimMeta, ScimReference};
use crate::model::ScimId;
use crate::model::macros::input;
use crate::response::ResponseBody;

input! {
    /// A group, as an identity provider tells of it.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get).
    ScimGroup {
        optional {
            /// What it consists of, as URNs.
            schemas: Vec<String> = "schemas",
            /// Its identifier, which Atlassian gives.
            id: ScimId = "id",
            /// Its identifier at the identity provider.
            external_id: String = "externalId",
            /// The name, which cannot be changed: make a new group, fill it, and delete the old one.
            display_name: String = "displayName",
            /// Who is in it: up to 35 000 users.
            members: Vec<ScimReference> = "members",
            /// What the server says of it. It is ignored in requests.
            meta: ScimMeta = "meta",
        }
    }
}

impl ResponseBody for ScimGroup {}

impl ScimGroup {
    /// The URN of groups.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /// A group with what Atlassian asks of a new one: a name.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self::new().schemas([Self::SCHEMA.to_owned()]).display_name(name)
    }
}
