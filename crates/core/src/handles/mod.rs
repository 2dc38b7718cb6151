//! The operations by group, on a client: `client.organization(id).directory(id).users().search()`.
//!
//! A handle has its client and its scope: an organization, a directory, an account. Each operation
//! is a method of the handle of its group, written by the macro that defines the operation, so that
//! none can be missing. The method takes the required arguments and returns a [`RequestBuilder`],
//! which takes the others.

mod places;
mod request_builder;
mod scope;

pub use places::*;
pub use request_builder::RequestBuilder;
pub use scope::{AccountScope, DirectoryScope, OrganizationScope, RootScope, ScimDirectoryScope, Scope};
