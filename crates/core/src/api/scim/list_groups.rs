//! `GET /scim/directory/{directoryId}/Groups`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimFilter, ScimGroup};
use crate::page::{Paging, ResourcePage};

endpoint! {
    /// Lists the groups that an identity provider manages, or finds one by name.
    ListGroups -> ResourcePage<ScimGroup>;
    request: Get "/scim/directory/{directoryId}/Groups";
    name: "scimGetGroups" = scim.list_groups;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get";
    auth: DirectoryKey;
    facts: .paged(Paging::StartIndex);
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
    }
    optional {
        /// A filter by `displayName`.
        filter: ScimFilter = "filter" Plain,
        /// The 1-based index of the first record on the page.
        start_index: u64 = "startIndex" Plain,
        /// The maximum number of records on a page.
        count: u32 = "count" Plain,
    }
}

paged!(ListGroups, ResourcePage, ScimGroup, from start_index);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&ListGroups::new("d-1")), "GET /scim/directory/d-1/Groups");
        assert_eq!(
            wire(&ListGroups::new("d-1").filter(ScimFilter::display_name("R&D")).start_index(11).count(10)),
            "GET /scim/directory/d-1/Groups?filter=displayName%20eq%20%22R%26D%22&startIndex=11&count=10"
        );
    }
}
