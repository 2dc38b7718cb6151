//! `GET /scim/directory/{directoryId}/Users`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimFilter, ScimUser};
use crate::page::{Paging, ResourcePage};

endpoint! {
    /// Lists the users of a directory, or finds one by user name or external identifier.
    ///
    /// The listing does not include deleted users.
    ListUsers -> ResourcePage<ScimUser>;
    request: Get "/scim/directory/{directoryId}/Users";
    name: "scimGetUsers" = scim.list_users;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get";
    auth: DirectoryKey;
    facts: .paged(Paging::StartIndex);
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
    }
    optional {
        /// Only these attributes, such as `emails.value`. Cannot be combined with
        /// `excludedAttributes`.
        attributes: Vec<String> = "attributes" Comma,
        /// All attributes except these. Cannot be combined with `attributes`.
        excluded_attributes: Vec<String> = "excludedAttributes" Comma,
        /// A filter by `userName` or `externalId`.
        filter: ScimFilter = "filter" Plain,
        /// The 1-based index of the first record on the page.
        start_index: u64 = "startIndex" Plain,
        /// The maximum number of records on a page.
        count: u32 = "count" Plain,
    }
}

paged!(ListUsers, ResourcePage, ScimUser, from start_index);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&ListUsers::new("d-1")), "GET /scim/directory/d-1/Users");
        let search = ListUsers::new("d-1")
            .attributes(["userName", "emails.value"])
            .excluded_attributes(["meta"])
            .filter(ScimFilter::user_name("ada@example.com"))
            .start_index(101)
            .count(100);
        assert_eq!(
            wire(&search),
            "GET /scim/directory/d-1/Users?attributes=userName,emails.value&excludedAttributes=meta\
             &filter=userName%20eq%20%22ada%40example.com%22&startIndex=101&count=100"
        );
    }
}
