//! A client for Atlassian's cloud administration APIs, for Rust programs.
//!
//! ```no_run
//! use atlassian_admin::OrganizationKey;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let key = OrganizationKey::from_env("ATLASSIAN_ADMIN_API_KEY")?;
//! let client = atlassian_admin::client(key).build()?;
//! for org in client.orgs().list().all().await? {
//!     println!("{}", org.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Operations are methods of [`handles`], by group: `client.organization(id).events().query()`.
//! The page of an operation, such as [`api::users::Search`], has an example, its scopes and rate
//! limit, whether the client repeats it after a lost response, and its errors.
//!
//! To copy an audit log into a file, resumably:
//!
//! ```no_run
//! use atlassian_admin::{Client, export::EventFile};
//!
//! # async fn run(client: Client) -> Result<(), Box<dyn std::error::Error>> {
//! let org_id = "8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6".into();
//! let mut file = EventFile::open("events.ndjson", &org_id)?;
//! let feed = client.organization(org_id).event_feed().resume(file.checkpoint().clone());
//! let mut feed = feed.stream()?;
//! while let Some(batch) = feed.next().await {
//!     file.append(&batch?)?;
//! }
//! // Stores the end of the log, so that the next run need not read it again.
//! file.advance(feed.checkpoint())?;
//! # Ok(())
//! # }
//! ```
//!
//! | to | see |
//! |---|---|
//! | read a listing | [`handles::RequestBuilder`]: `items()`, `pages()`, `all()` |
//! | follow or copy an audit log | [`events`], [`export`], [`CheckpointFile`] |
//! | wait until a change is visible | [`workflows`] |
//! | decide about an error | [`Error`], [`ErrorKind`] |
//! | set time-outs, retries, headers | [`ClientBuilder`], [`policy`] |
//! | log requests | [`observe`], and `TracingObserver` of the feature `tracing` |
//! | set a proxy or TLS | [`ReqwestBackend`] |
//! | test without an account | the crate `atlassian-admin-simulator` |
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `docs` | yes | what operations and their arguments mean, as data |
//! | `legacy` | yes | the operations of version 1 that have successors |
//! | `rustls-ring` | yes | TLS by ring; without it, the program installs a provider for rustls |
//! | `http2` | no | HTTP/2 |
//! | `tracing` | no | `TracingObserver` |
//! | `test-util` | no | `Error::builder` |

#![cfg_attr(docsrs, feature(doc_cfg))]

mod checkpoint_file;
pub mod export;
mod files;
#[cfg(doctest)]
mod reference;
mod tokio_runtime;
#[cfg(feature = "tracing")]
mod tracing_observer;

pub use atlassian_admin_backend_reqwest::{ReqwestBackend, reqwest};
pub use atlassian_admin_core::*;
pub use checkpoint_file::{CheckpointFile, CheckpointLock};
pub use tokio_runtime::TokioRuntime;
#[cfg(feature = "tracing")]
pub use tracing_observer::TracingObserver;

/// Compiles the programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// Compiles the programs of the guide to handles.
#[cfg(doctest)]
#[doc = include_str!("../guide/handles.md")]
struct HandlesGuide;

/// Creates a builder for a client that uses reqwest and tokio. Its calls must be made inside a
/// tokio runtime. The kind of the key determines which operations the client has.
///
/// # Examples
/// ```
/// use atlassian_admin::{BuildError, DirectoryKey, OrganizationKey};
///
/// # fn main() -> Result<(), BuildError> {
/// let organization = atlassian_admin::client(OrganizationKey::new("a-key")?).build()?;
/// let directory = atlassian_admin::client(DirectoryKey::new("another-key")?).build()?;
/// # Ok(())
/// # }
/// ```
pub fn client<K: auth::CredentialKind>(key: K) -> ClientBuilder<K> {
    ClientBuilder::from_setup(ReqwestBackend::new(), TokioRuntime::new(), key)
}
