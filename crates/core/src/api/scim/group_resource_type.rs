//! `GET /scim/directory/{directoryId}/ResourceTypes/Group`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Returns the SCIM resource type of groups: its endpoint and schemas.
    GroupResourceType: Get "/scim/directory/{directoryId}/ResourceTypes/Group";
    id: "scimGetGroupResourceType"; name: scim.group_resource_type; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get";
    returns: Raw<serde_json::Value>;
}
