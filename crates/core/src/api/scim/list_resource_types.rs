//! `GET /scim/directory/{directoryId}/ResourceTypes`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::json::Raw;
use crate::model::DirectoryId;

endpoint! {
    /// Lists the SCIM resource types: users and groups.
    ListResourceTypes -> Raw<serde_json::Value>;
    request: Get "/scim/directory/{directoryId}/ResourceTypes";
    name: "scimGetResourceTypes" = scim.list_resource_types;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get";
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
        assert_eq!(wire(&ListResourceTypes::new("d-1")), "GET /scim/directory/d-1/ResourceTypes");
    }
}
