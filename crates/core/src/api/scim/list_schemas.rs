//! `GET /scim/directory/{directoryId}/Schemas`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::json::Raw;
use crate::model::DirectoryId;

endpoint! {
    /// Lists the schemas of users and groups.
    ListSchemas -> Raw<serde_json::Value>;
    request: Get "/scim/directory/{directoryId}/Schemas";
    name: "scimGetSchemas" = scim.list_schemas;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get";
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
        assert_eq!(wire(&ListSchemas::new("d-1")), "GET /scim/directory/d-1/Schemas");
    }
}
