//! `GET /scim/directory/{directoryId}/ResourceTypes/User`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::json::Raw;
use crate::model::DirectoryId;

endpoint! {
    /// Describes where the records of users are, and of which schemas.
    ScimGetUserResourceType -> Raw<serde_json::Value>;
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
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&ScimGetUserResourceType::new("d-1")), "GET /scim/directory/d-1/ResourceTypes/User");
    }
}
