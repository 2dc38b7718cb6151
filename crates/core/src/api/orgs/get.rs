//! `GET /admin/v1/orgs/{orgId}`

use crate::api::macros::endpoint;
use crate::model::Org;

endpoint! {
    /// Returns an organization.
    Get: Get "/admin/v1/orgs/{orgId}";
    id: "getOrgById"; name: orgs.get; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get";
    facts: .scopes(&["read:orgs:admin"]);
    returns: Org, in data;
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
