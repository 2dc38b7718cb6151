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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&ListGroups::new("d-1")), "GET /scim/directory/d-1/Groups");
        assert_eq!(
            wire(&ListGroups::new("d-1").filter(ScimFilter::display_name("R&D")).start_index(11).count(10)),
            "GET /scim/directory/d-1/Groups?startIndex=11&filter=displayName%20eq%20%22R%26D%22&count=10"
        );
    }
}
