//! `GET /scim/directory/{directoryId}/Schemas`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Lists the schemas of users and groups.
    ListSchemas: Get "/scim/directory/{directoryId}/Schemas";
    id: "scimGetSchemas"; name: scim.list_schemas; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get";
    returns: Raw<serde_json::Value>;
}
