//! `PATCH /scim/directory/{directoryId}/Groups/{id}`

use crate::api::macros::endpoint;
use crate::model::{ScimGroup, ScimId, ScimPatch};

endpoint! {
    /// Updates a group, for example to add or remove members.
    ///
    /// The name cannot be changed.
    PatchGroup: Patch "/scim/directory/{directoryId}/Groups/{id}";
    id: "scimPatchGroup"; name: scim.patch_group; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-patch";
    returns: ScimGroup;
    path {
        /// The SCIM identifier of the group.
        group_id: ScimId = "id",
    }
    document {
        /// The changes.
        patch: ScimPatch
    }
}
