//! `GET /scim/directory/{directoryId}/ResourceTypes/User`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::json::Raw;
use crate::model::DirectoryId;

endpoint! {
    /// Returns the SCIM resource type of users: its endpoint and schemas.
    UserResourceType -> Raw<serde_json::Value>;
    request: Get "/scim/directory/{directoryId}/ResourceTypes/User";
    name: "scimGetUserResourceType" = scim.user_resource_type;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get";
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
        assert_eq!(wire(&UserResourceType::new("d-1")), "GET /scim/directory/d-1/ResourceTypes/User");
    }
}
