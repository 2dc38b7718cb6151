//! `GET /scim/directory/{directoryId}/ResourceTypes/User`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Returns the SCIM resource type of users: its endpoint and schemas.
    UserResourceType: Get "/scim/directory/{directoryId}/ResourceTypes/User";
    id: "scimGetUserResourceType"; name: scim.user_resource_type; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get";
    returns: Raw<serde_json::Value>;
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
