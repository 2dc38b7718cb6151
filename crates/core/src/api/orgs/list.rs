//! `GET /admin/v1/orgs`

use crate::api::macros::endpoint;
use crate::model::Org;

endpoint! {
    /// Lists the organizations that the key can access.
    ///
    /// A key belongs to one organization, so the listing has at most one entry. For a key with
    /// scopes the listing can be empty although all other operations work.
    List: Get "/admin/v1/orgs";
    id: "getOrgs"; name: orgs.list; scope: Root;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get";
    lists: Org by QueryCursor;
}
