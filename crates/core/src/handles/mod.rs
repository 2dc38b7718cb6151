//! The operations by group, on a client: `client.organization(id).directory(id).users().search()`.
//!
//! A handle has its client and its scope: an organization, a directory, an account. Each operation
//! is a method of the handle of its group, written by the macro that defines the operation, so that
//! none can be missing. The method takes the required arguments and returns a [`RequestBuilder`],
//! which takes the others.

mod client;
mod directory;
mod groups;
mod organization;
mod request_builder;
mod scope;

pub use directory::{AllDirectories, Directory};
pub use groups::*;
pub use organization::Organization;
pub use request_builder::RequestBuilder;
pub use scope::{
    AccountScope, AllDirectoriesScope, DirectoryScope, OrganizationScope, RootScope, ScimDirectoryScope,
    Scope,
};
