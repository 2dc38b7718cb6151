//! `DELETE /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, OrgId};

endpoint! {
    /// Deletes the SCIM records of an account in all directories. The account remains.
    ///
    /// Only managed accounts have SCIM records. The identity provider must then provision the user
    /// and its group memberships again.
    DeleteUser -> ();
    request: Delete "/admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB";
    name: "scimDeleteUserInDb" = scim_links.delete_user;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete";
    auth: OrganizationKey;
    facts: .success(&[204, 200]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The account.
        account_id: AccountId = "aaId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            wire(&DeleteUser::new("o-1", "a-1")),
            "DELETE /admin/user-provisioning/v1/org/o-1/user/a-1/onlyDeleteUserInDB"
        );
    }
}
