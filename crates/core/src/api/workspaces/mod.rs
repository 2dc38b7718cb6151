//! Sites and other workspaces.

mod query;
mod query_workspaces_v2;

pub use query::{FieldFilter, WorkspaceQuery};
pub use query_workspaces_v2::{QueryWorkspacesV2, WorkspaceSort};
