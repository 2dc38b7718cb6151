//! `GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Returns the schema of groups.
    GroupSchema: Get "/scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group";
    id: "scimGetGroupSchema"; name: scim.group_schema; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-group-get";
    returns: Raw<serde_json::Value>;
}
