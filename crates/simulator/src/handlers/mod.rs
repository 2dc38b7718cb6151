//! The handlers of operations, one file per group.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod directories;
pub(crate) mod domains;
pub(crate) mod event_search;
pub(crate) mod event_stream;
pub(crate) mod events;
pub(crate) mod group_changes;
pub(crate) mod groups;
pub(crate) mod invitations;
pub(crate) mod last_active;
#[cfg(feature = "legacy")]
pub(crate) mod legacy;
#[cfg(feature = "legacy")]
pub(crate) mod legacy_search;
pub(crate) mod listing;
pub(crate) mod lookup;
pub(crate) mod orgs;
pub(crate) mod policies;
pub(crate) mod role_listing;
pub(crate) mod roles;
pub(crate) mod scim;
pub(crate) mod scim_links;
pub(crate) mod user_changes;
pub(crate) mod user_filter;
pub(crate) mod user_model;
pub(crate) mod users;
pub(crate) mod walk;
pub(crate) mod workspace_query;
pub(crate) mod workspaces;

pub(crate) use scim::{set_document_aside, without_appended_scim};
