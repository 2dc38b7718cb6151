//! `GET /scim/directory/{directoryId}/Users/{userId}`

use crate::api::macros::endpoint;
use crate::model::{ScimId, ScimUser};

endpoint! {
    /// Returns a user. A deleted user is not found (404).
    GetUser: Get "/scim/directory/{directoryId}/Users/{userId}";
    id: "scimGetUser"; name: scim.get_user; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get";
    returns: ScimUser;
    path {
        /// The SCIM identifier of the user.
        user_id: ScimId = "userId",
    }
    optional {
        /// Only these attributes, such as `emails.value`. Cannot be combined with
        /// `excludedAttributes`.
        attributes: Vec<String> = "attributes" comma,
        /// All attributes except these. Cannot be combined with `attributes`.
        excluded_attributes: Vec<String> = "excludedAttributes" comma,
    }
}
