//! `GET /scim/directory/{directoryId}/Groups`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimFilter, ScimGroup};
use crate::page::Paging;
use crate::page::ResourcePage;

endpoint! {
    /// Lists the groups of a directory that its identity provider fills, or finds one by its name.
    ScimGetGroups -> ResourcePage<ScimGroup>;
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
        /// Only the group that this finds: by `displayName`.
        filter: ScimFilter = "filter" Plain,
        /// The number of the first record on the page, from 1.
        start_index: u64 = "startIndex" Plain,
        /// The most records on a page.
        count: u32 = "count" Plain,
    }
}

paged!(ScimGetGroups, ResourcePage, ScimGroup, from start_index);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&ScimGetGroups::new("d-1")), "GET /scim/directory/d-1/Groups");
        assert_eq!(
            wire(
                &ScimGetGroups::new("d-1").filter(ScimFilter::display_name("R&D")).start_index(11).count(10)
            ),
            "GET /scim/directory/d-1/Groups?filter=displayName%20eq%20%22R%26D%22&startIndex=11&count=10"
        );
    }
}
