//! `POST /scim/directory/{directoryId}/Users`

use crate::api::macros::endpoint;
use crate::model::ScimUser;

endpoint! {
    /// Creates a user.
    ///
    /// The domain of the primary address must be verified by the organization. The server links
    /// the record to the managed account with that address, or creates an account. If the user
    /// exists, the server returns a conflict (409). The user can sign in immediately unless
    /// `active` is `false`.
    CreateUser: Post "/scim/directory/{directoryId}/Users";
    id: "scimCreateUser"; name: scim.create_user; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post";
    facts: .success(&[201]);
    returns: ScimUser;
    optional {
        /// Only these attributes, such as `emails.value`. Cannot be combined with
        /// `excludedAttributes`.
        attributes: Vec<String> = "attributes" comma,
        /// All attributes except these. Cannot be combined with `attributes`.
        excluded_attributes: Vec<String> = "excludedAttributes" comma,
    }
    document {
        /// The user.
        user: ScimUser
    }
}
