//! `GET /admin/v1/orgs/{orgId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{One, Org, OrgId};

endpoint! {
    /// Returns an organization.
    Get -> One<Org>;
    request: Get "/admin/v1/orgs/{orgId}";
    name: "getOrgById" = orgs.get;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:orgs:admin"]);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&Get::new("o-1")), "GET /admin/v1/orgs/o-1");
    }
}
