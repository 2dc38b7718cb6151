//! `GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:User`

use crate::api::macros::endpoint;
use crate::json::Raw;

endpoint! {
    /// Returns the schema of users.
    UserSchema: Get "/scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:User";
    id: "scimGetUserSchema"; name: scim.user_schema; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-user-get";
    returns: Raw<serde_json::Value>;
}
