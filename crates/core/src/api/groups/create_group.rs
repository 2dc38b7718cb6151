//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, OrgId};

endpoint! {
    /// Creates a group.
    ///
    /// The answer is empty: search for the name to learn the new group's identifier, which may take a moment to be found. A name
    /// that is taken is a conflict (409).
    CreateGroup -> ();
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
        /// What it is for.
        description: String = "description" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&CreateGroup::new("o-1", "d-1", "auditors").description("Who may look")),
            (
                "POST /admin/v2/orgs/o-1/directories/d-1/groups".into(),
                Some(r#"{"description":"Who may look","name":"auditors"}"#.into())
            )
        );
    }
}
