//! `POST /admin/v2/orgs/{orgId}/workspaces`

use super::WorkspaceQuery;
use crate::api::macros::endpoint;
use crate::model::macros::input;
use crate::model::{SortOrder, Workspace};

endpoint! {
    /// Searches the workspaces of the organization: instances of products such as Jira.
    ///
    /// Workspaces are the resources of roles and policies; the response holds their names and
    /// URLs. The server refuses a cursor that is combined with other arguments, even a limit.
    /// Iterators over pages and items send the cursor alone.
    Search: Post "/admin/v2/orgs/{orgId}/workspaces";
    id: "queryWorkspacesV2"; name: workspaces.search; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post";
    facts: .reads().scopes(&["read:workspaces:admin"]);
    lists: Workspace by BodyCursorOnly;
    optional {
        /// The query. The default matches all workspaces.
        query: WorkspaceQuery = "query" body,
        /// The sort order.
        sort: Vec<WorkspaceSort> = "sort" body,
        /// The maximum number of workspaces on a page.
        limit: u32 = "limit" body [1..=1_000, default 20],
    }
}

input! {
    /// A sort order of workspaces.
    WorkspaceSort {
        required {
            /// The field to sort by.
            field: String = "field",
            /// The sort direction.
            order: SortOrder = "order",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;
    use crate::page::Cursor;
    use crate::paging::Paged;

    const LINE: &str = "POST /admin/v2/orgs/o-1/workspaces";

    #[test]
    fn cursor_is_sent_alone() {
        let search = Search::new("o-1").query(WorkspaceQuery::search("labs")).limit(5);
        let next = search.at(Cursor::Token("c=".into())).unwrap();
        assert_eq!(request(&next), (LINE.into(), Some(r#"{"cursor":"c="}"#.into())));
    }
}
