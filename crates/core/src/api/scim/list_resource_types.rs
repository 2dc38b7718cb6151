//! `GET /scim/directory/{directoryId}/ResourceTypes`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Lists the SCIM resource types: users and groups.
    ListResourceTypes: Get "/scim/directory/{directoryId}/ResourceTypes";
    id: "scimGetResourceTypes"; name: scim.list_resource_types; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get";
    returns: Raw<serde_json::Value>;
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
