//! The core of a client for Atlassian's cloud administration APIs.
//!
//! It knows the operations, their types, how listings go on, when to wait and when to try again.
//! It does not know how a request leaves the process (that is a [`HttpBackend`]) nor what time it
//! is (that is a [`Runtime`]), so it runs in services, browsers, extensions and edge runtimes
//! alike. Rust services add the `atlassian-admin` crate, which brings both.
//!
//! The map: [`api`] holds the operations, [`model`] the wire types, [`paging`] the walks over
//! listings, [`events`] the audit log's feed, [`policy`] the decisions about waits and repeats,
//! [`observe`] what one can watch, [`input`] cleans text from outside, [`json`] reads and writes
//! what has no type, [`error`] what goes wrong.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod api;
pub mod argument;
pub mod auth;
pub mod backend;
mod client;
pub mod error;
pub mod events;
pub mod handles;
pub mod headers;
pub mod input;
pub mod json;
pub mod model;
pub mod observe;
pub mod operation;
mod operations;
pub mod page;
pub mod paging;
pub mod policy;
pub mod response;
pub mod runtime;
pub mod schema;
mod time;
pub mod url;
pub mod workflows;

pub use auth::{DirectoryKey, OrganizationKey};
pub use backend::{HttpBackend, backend_fn};
pub use client::{BuildError, Client, ClientBuilder, RawRequest, WithResponse};
pub use error::{Error, ErrorKind, Result};
pub use json::{List, Raw};
pub use operations::{EndpointVisitor, OPERATIONS, operation, response_schema, visit_endpoints};
pub use runtime::Runtime;

/// The crates whose types are in this one's interface, in the versions that match.
pub use {bytes, http};
