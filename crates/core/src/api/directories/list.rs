//! `GET /admin/v2/orgs/{orgId}/directories`

use crate::api::macros::endpoint;
use crate::model::{AccountId, Directory, DirectoryId};

endpoint! {
    /// Lists the directories of an organization.
    ///
    /// Filter by `account_id` to find the directory of an account: every write operation on a
    /// user of a directory needs it. With a cursor, the server ignores all other filters.
    List: Get "/admin/v2/orgs/{orgId}/directories";
    id: "getDirectoriesForOrg"; name: directories.list; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get";
    facts: .scopes(&["read:directories:admin"]);
    lists: Directory by QueryCursor;
    optional {
        /// Only directories that this account is in.
        account_id: AccountId = "accountId" query,
        /// Only these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" repeat [1..=10 items],
        /// Only directories whose name contains this text.
        search_term: String = "searchTerm" query,
        /// The maximum number of directories on a page.
        limit: u32 = "limit" query [1..=100, default 20],
    }
}
