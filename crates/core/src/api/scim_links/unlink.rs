//! `PATCH /admin/user-provisioning/v1/org/{orgId}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink`

use crate::api::macros::endpoint;
use crate::model::{DirectoryId, ScimId};

endpoint! {
    /// Unlinks a SCIM record from its account. Both remain.
    ///
    /// The identity provider then no longer manages the account.
    Unlink: Patch "/admin/user-provisioning/v1/org/{orgId}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink";
    id: "scimUnlinkUser"; name: scim_links.unlink; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch";
    facts: .success(&[204, 200]).idempotent();
    returns: ();
    path {
        /// The directory of the record.
        scim_directory_id: DirectoryId = "scimDirectoryId" directory,
        /// The record.
        scim_user_id: ScimId = "scimUserId",
    }
}
