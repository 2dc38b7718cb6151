//! The simulated organization: one folder (or file) for each domain, and what the domains share.
//!
//! What an organization has at the start follows from the seed and is never stored (`seed.rs` of
//! each domain). What requests have changed is in the [`Store`], of which each domain owns its
//! part (`state.rs`). A handler (`routes.rs`) reads through a [`View`] and changes through a
//! [`Transaction`].

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod audit_log;
pub(crate) mod call;
pub(crate) mod directories;
pub(crate) mod domains;
#[cfg(test)]
mod fixture;
pub(crate) mod groups;
#[cfg(test)]
mod invariants;
#[cfg(feature = "legacy")]
pub(crate) mod legacy;
mod listing;
mod names;
pub(crate) mod orgs;
mod overlay;
mod page;
pub(crate) mod policies;
pub(crate) mod roles;
pub(crate) mod scim;
pub(crate) mod stage;
mod store;
pub(crate) mod tokens;
mod transaction;
pub(crate) mod users;
pub(crate) mod workspaces;
mod world;

pub(crate) use audit_log::{Change, Object};
pub(crate) use call::{Answered, Call};
pub(crate) use directories::{Resource, Scope, Site};
pub(crate) use groups::{Group, Purpose, members};
pub(crate) use listing::{as_search, is_descending, page_size, part};
pub(crate) use names::PRODUCTS;
pub(crate) use overlay::Overlay;
pub(crate) use page::{Position, Slice, Window};
pub(crate) use roles::{Grant, Holder, Role};
pub use stage::ScenarioProblem;
pub(crate) use store::Store;
pub(crate) use transaction::{By, Transaction, View};
pub(crate) use users::{MembershipStatus, User};
pub(crate) use world::{HOME, Size, World, model};
