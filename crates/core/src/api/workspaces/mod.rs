//! Sites and other workspaces.

mod query;
mod search;

pub use query::{FieldFilter, WorkspaceQuery};
pub use search::{Search, WorkspaceSort};
