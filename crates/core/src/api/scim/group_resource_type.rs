//! `GET /scim/directory/{directoryId}/ResourceTypes/Group`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::json::Raw;
use crate::model::DirectoryId;

endpoint! {
    /// Returns the SCIM resource type of groups: its endpoint and schemas.
    GroupResourceType -> Raw<serde_json::Value>;
    request: Get "/scim/directory/{directoryId}/ResourceTypes/Group";
    name: "scimGetGroupResourceType" = scim.group_resource_type;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get";
    auth: DirectoryKey;
    facts: ;
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&GroupResourceType::new("d-1")), "GET /scim/directory/d-1/ResourceTypes/Group");
    }
}
