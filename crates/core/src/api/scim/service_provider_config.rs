//! `GET /scim/directory/{directoryId}/ServiceProviderConfig`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::json::Raw;
use crate::model::DirectoryId;

endpoint! {
    /// Returns the supported SCIM features, such as patches, filters and sorting.
    ServiceProviderConfig -> Raw<serde_json::Value>;
    request: Get "/scim/directory/{directoryId}/ServiceProviderConfig";
    name: "scimGetConfig" = scim.service_provider_config;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get";
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
        assert_eq!(wire(&ServiceProviderConfig::new("d-1")), "GET /scim/directory/d-1/ServiceProviderConfig");
    }
}
