//! The operations by group, on a client: `client.organization(id).directory(id).users().search()`.
//!
//! A handle knows its client and where it is: in an organization, in a directory. Each operation
//! is a method of its group's handle, written by the macro that defines the operation, so that
//! none can be missing. The method takes what the call cannot do without and answers with a
//! [`RequestBuilder`] call, which takes the rest.

mod places;
mod request_builder;
mod scope;

pub use places::*;
pub use request_builder::RequestBuilder;
pub use scope::{AccountScope, DirectoryScope, OrganizationScope, RootScope, ScimDirectoryScope, Scope};
