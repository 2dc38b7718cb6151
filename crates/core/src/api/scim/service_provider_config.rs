//! `GET /scim/directory/{directoryId}/ServiceProviderConfig`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Returns the supported SCIM features, such as patches, filters and sorting.
    ServiceProviderConfig: Get "/scim/directory/{directoryId}/ServiceProviderConfig";
    id: "scimGetConfig"; name: scim.service_provider_config; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get";
    returns: Raw<serde_json::Value>;
}
