//! `PUT /scim/directory/{directoryId}/Groups/{id}`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimGroup, ScimId};

endpoint! {
    /// Replaces a group: its members become these and no others.
    ///
    /// The name must stay as it is. A refusal (400) may hold a dump of the server's inner state instead of words.
    ScimReplaceGroup -> ScimGroup;
    request: Put "/scim/directory/{directoryId}/Groups/{id}";
    name: "scimReplaceGroup" = scim.replace_group;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put";
    auth: DirectoryKey;
    facts: .idempotent();
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
        /// The group's record.
        group_id: ScimId = "id",
    }
    document {
        /// What the group becomes.
        group: ScimGroup
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        let body = r#"{"displayName":"auditors","schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]}"#;
        assert_eq!(
            request(&ScimReplaceGroup::new("d-1", "g-1", ScimGroup::named("auditors"))),
            ("PUT /scim/directory/d-1/Groups/g-1".into(), Some(body.into()))
        );
    }
}
