//! `POST /admin/v2/orgs/{orgId}/workspaces`

use super::WorkspaceQuery;
use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::macros::input;
use crate::model::{OrgId, SortOrder, Workspace};
use crate::page::LinkedPage;
use crate::page::Paging;

endpoint! {
    /// Searches the workspaces of the organization: its instances of Jira, Confluence and other products.
    ///
    /// They are the resources of roles and policies, and here are their names and addresses. A cursor stands alone: with anything
    /// beside it, even a limit, the request is refused. Pages and items take care of that.
    QueryWorkspacesV2 -> LinkedPage<Workspace>;
    request: Post "/admin/v2/orgs/{orgId}/workspaces";
    name: "queryWorkspacesV2" = workspaces.search;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post";
    auth: OrganizationKey;
    facts: .reads().scopes(&["read:workspaces:admin"]).paged(Paging::BodyCursorOnly);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    optional {
        /// Which workspaces; all unless given.
        query: WorkspaceQuery = "query" Member,
        /// In which order.
        sort: Vec<WorkspaceSort> = "sort" Member,
        /// Where to go on: the cursor of a page. Nothing else may stand beside it.
        cursor: String = "cursor" Member,
        /// The most workspaces on a page.
        limit: u32 = "limit" Member [1..=1_000, default 20],
    }
}

paged!(QueryWorkspacesV2, LinkedPage, Workspace, alone(org_id));

input! {
    /// An order of workspaces.
    WorkspaceSort {
        required {
            /// The member to sort by.
            field: String = "field",
            /// Which end comes first.
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
    fn stands_on_the_wire_as_documented() {
        assert_eq!(request(&QueryWorkspacesV2::new("o-1")), (LINE.into(), Some("{}".into())));
        let search = QueryWorkspacesV2::new("o-1")
            .query(WorkspaceQuery::search("labs"))
            .sort([WorkspaceSort::new("name", SortOrder::Descending)])
            .limit(1000);
        let body =
            r#"{"limit":1000,"query":{"searchWorkspaces":"labs"},"sort":[{"field":"name","order":"desc"}]}"#;
        assert_eq!(request(&search), (LINE.into(), Some(body.into())));
    }

    #[test]
    fn a_cursor_goes_alone() {
        let search = QueryWorkspacesV2::new("o-1").query(WorkspaceQuery::search("labs")).limit(5);
        let next = search.at(Cursor::Token("c=".into())).unwrap();
        assert_eq!(request(&next), (LINE.into(), Some(r#"{"cursor":"c="}"#.into())));
    }
}
