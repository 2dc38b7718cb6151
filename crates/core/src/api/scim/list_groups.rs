//! `GET /scim/directory/{directoryId}/Groups`

use crate::api::macros::endpoint;
use crate::model::{ScimFilter, ScimGroup};

endpoint! {
    /// Lists the groups that an identity provider manages, or finds one by name.
    ListGroups: Get "/scim/directory/{directoryId}/Groups";
    id: "scimGetGroups"; name: scim.list_groups; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get";
    lists: ScimGroup by StartIndex;
    optional {
        /// A filter by `displayName`.
        filter: ScimFilter = "filter" query,
        /// The maximum number of records on a page.
        count: u32 = "count" query,
    }
}
