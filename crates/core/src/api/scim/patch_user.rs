//! `PATCH /scim/directory/{directoryId}/Users/{userId}`

use crate::api::macros::endpoint;
use crate::model::{ScimId, ScimPatch, ScimUser};

endpoint! {
    /// Updates attributes of a user. Other attributes keep their values.
    ///
    /// Identity providers set `active` to `false` to remove access.
    PatchUser: Patch "/scim/directory/{directoryId}/Users/{userId}";
    id: "scimPatchUser"; name: scim.patch_user; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-patch";
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
        /// The changes.
        patch: ScimPatch
    }
}
