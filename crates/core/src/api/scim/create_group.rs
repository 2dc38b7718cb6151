//! `POST /scim/directory/{directoryId}/Groups`

use crate::api::macros::endpoint;
use crate::model::ScimGroup;

endpoint! {
    /// Creates a group. A name that is in use in the organization is a conflict (409).
    CreateGroup: Post "/scim/directory/{directoryId}/Groups";
    id: "scimCreateGroup"; name: scim.create_group; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post";
    facts: .success(&[201]);
    returns: ScimGroup;
    document {
        /// The group.
        group: ScimGroup
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScimReference;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let group = ScimGroup::named("auditors").members([ScimReference::to("s-1")]);
        let body = r#"{"displayName":"auditors","members":[{"value":"s-1"}],"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]}"#;
        assert_eq!(
            request(&CreateGroup::new("d-1", group)),
            ("POST /scim/directory/d-1/Groups".into(), Some(body.into()))
        );
    }
}
