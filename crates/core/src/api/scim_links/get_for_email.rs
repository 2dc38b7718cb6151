//! `POST /admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email`

use crate::api::macros::endpoint;
use crate::model::ScimLinks;

endpoint! {
    /// Lists the SCIM records with an e-mail address, linked or not, in all directories.
    ///
    /// A record that is not linked to an account often prevents the creation of a user with the
    /// same address (409).
    GetForEmail: Post "/admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email";
    id: "scimGetLinksForEmail"; name: scim_links.get_for_email; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post";
    facts: .reads();
    returns: ScimLinks;
    required {
        /// The address.
        email: String = "email" body,
    }
}
