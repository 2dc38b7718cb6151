//! The operations: one module per group, one file per operation.

pub mod account;
pub mod accounts;
pub mod directories;
pub mod domains;
pub mod events;
pub mod groups;
#[cfg(feature = "legacy")]
pub mod legacy;
pub(crate) mod macros;
pub mod orgs;
pub mod policies;
pub(crate) mod reference;
pub mod roles;
pub mod scim;
pub mod scim_links;
pub mod users;
pub mod workspaces;
