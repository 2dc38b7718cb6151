//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, OrgId};

endpoint! {
    /// Creates a group.
    ///
    /// The response is empty: search for the name to get the identifier of the new group. The
    /// search can find the group only after a moment. If the name is in use, the server returns a
    /// conflict (409).
    Create -> ();
    request: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups";
    name: "createGroup" = groups.create;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post";
    auth: OrganizationKey;
    facts: .success(&[201]);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory.
        directory_id: DirectoryId = "directoryId",
    }
    required {
        /// The name.
        name: String = "name" Member,
    }
    optional {
        /// The description.
        description: String = "description" Member,
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
