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
