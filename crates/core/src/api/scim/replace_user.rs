//! `PUT /scim/directory/{directoryId}/Users/{userId}`

use crate::api::macros::endpoint;
use crate::model::{ScimId, ScimUser};

endpoint! {
    /// Replaces a user. The server clears omitted attributes.
    ///
    /// Read the user, change it, and send it back as a whole. The server ignores `id`, `meta` and
    /// `groups`.
    ReplaceUser: Put "/scim/directory/{directoryId}/Users/{userId}";
    id: "scimReplaceUser"; name: scim.replace_user; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put";
    facts: .idempotent();
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
    document {
        /// The new user.
        user: ScimUser
    }
}
