//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`

use crate::api::macros::endpoint;

endpoint! {
    /// Creates a group.
    ///
    /// The response is empty: search for the name to get the identifier of the new group. The
    /// search can find the group only after a moment. If the name is in use, the server returns a
    /// conflict (409).
    Create: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups";
    id: "createGroup"; name: groups.create; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post";
    facts: .success(&[201]);
    returns: ();
    required {
        /// The name.
        name: String = "name" body,
    }
    optional {
        /// The description.
        description: String = "description" body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&Create::new("o-1", "d-1", "auditors").description("Who may look")),
            (
                "POST /admin/v2/orgs/o-1/directories/d-1/groups".into(),
                Some(r#"{"description":"Who may look","name":"auditors"}"#.into())
            )
        );
    }
}
