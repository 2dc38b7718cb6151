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
            "GET /scim/directory/d-1/Users?startIndex=101&attributes=userName,emails.value&excludedAttributes=meta\
             &filter=userName%20eq%20%22ada%40example.com%22&count=100"
        );
    }
}
