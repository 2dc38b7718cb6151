//! `GET /scim/directory/{directoryId}/Users`

use crate::api::macros::endpoint;
use crate::model::{ScimFilter, ScimUser};

endpoint! {
    /// Lists the users of a directory, or finds one by user name or external identifier.
    ///
    /// The listing does not include deleted users.
    ListUsers: Get "/scim/directory/{directoryId}/Users";
    id: "scimGetUsers"; name: scim.list_users; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get";
    lists: ScimUser by StartIndex;
    optional {
        /// Only these attributes, such as `emails.value`. Cannot be combined with
        /// `excludedAttributes`.
        attributes: Vec<String> = "attributes" comma,
        /// All attributes except these. Cannot be combined with `attributes`.
        excluded_attributes: Vec<String> = "excludedAttributes" comma,
        /// A filter by `userName` or `externalId`.
        filter: ScimFilter = "filter" query,
        /// The maximum number of records on a page.
        count: u32 = "count" query,
    }
}
