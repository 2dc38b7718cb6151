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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScimChange;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let patch = ScimPatch::of([
            ScimChange::add_members(["s-1".into()]),
            ScimChange::remove_member(&"s-2".into()),
        ]);
        let body = r#"{"Operations":[{"op":"add","path":"members","value":[{"value":"s-1"}]},{"op":"remove","path":"members[value eq \"s-2\"]"}],"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}"#;
        assert_eq!(
            request(&PatchGroup::new("d-1", "g-1", patch)),
            ("PATCH /scim/directory/d-1/Groups/g-1".into(), Some(body.into()))
        );
    }
}
