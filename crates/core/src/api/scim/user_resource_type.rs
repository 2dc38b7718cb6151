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
