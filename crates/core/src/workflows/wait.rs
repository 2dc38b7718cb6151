//! Waits until a write is visible.
//!
//! Some writes become visible late: memberships after a second, roles after half a minute, policies
//! when a job has applied them. A read that comes too early returns the old state. A program that
//! depends on a write waits for it here, for a bounded time.

use std::time::Duration;

use futures_util::future::BoxFuture;

use crate::auth::CredentialKind;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::operation::{Method, Operation};
use crate::paging::Paged;

/// The operation of a time-out, if a function of the caller looks.
static WAIT: Operation = Operation::new(Method::Get, "wait", "client", "wait_until", "/");

/// How often to look, and for how long.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::workflows::WaitOptions;
///
/// let longer = WaitOptions { timeout: Duration::from_secs(300), ..WaitOptions::ROLE };
/// assert_eq!(longer.interval, Duration::from_secs(3));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitOptions {
    /// The time between two requests.
    pub interval: Duration,
    /// The maximum time to wait.
    pub timeout: Duration,
}

impl WaitOptions {
    /// For memberships and new groups, which appear after 0.3 to 1 seconds.
    pub const MEMBERSHIP: Self =
        Self { interval: Duration::from_millis(500), timeout: Duration::from_secs(10) };
    /// For roles, which appear within 30 seconds.
    pub const ROLE: Self = Self { interval: Duration::from_secs(3), timeout: Duration::from_secs(90) };
    /// For policies, which are applied by a job.
    pub const POLICY: Self = Self { interval: Duration::from_secs(5), timeout: Duration::from_secs(300) };
}

/// A wait for a change to be visible. Await it; [`with`](Self::with) sets other options.
///
/// ```
/// # use std::time::Duration;
/// # use atlassian_admin_core::workflows::WaitOptions;
/// # use atlassian_admin_core::{Client, Result};
/// # async fn example(client: Client) -> Result<()> {
/// let groups = client.organization("org").directory("directory").groups();
/// let (interval, timeout) = (Duration::from_secs(1), Duration::from_secs(60));
/// let group = groups.wait_for_name("auditors").with(WaitOptions { interval, timeout }).await?;
/// # Ok(()) }
/// ```
#[must_use = "a wait does nothing until it is awaited"]
pub struct Wait<T> {
    options: WaitOptions,
    run: Box<dyn FnOnce(WaitOptions) -> BoxFuture<'static, Result<T>> + Send>,
}

impl<T> Wait<T> {
    pub(super) fn new<F>(options: WaitOptions, run: impl FnOnce(WaitOptions) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Result<T>> + Send + 'static,
    {
        Self { options, run: Box::new(move |options| Box::pin(run(options))) }
    }

    /// Sets how often to look, and for how long.
    pub fn with(self, options: WaitOptions) -> Self {
        Self { options, ..self }
    }
}

impl<T> std::fmt::Debug for Wait<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wait").field("options", &self.options).finish_non_exhaustive()
    }
}

impl<T> IntoFuture for Wait<T> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        (self.run)(self.options)
    }
}

impl<K: CredentialKind> Client<K> {
    /// Calls `look` until it returns a value. Waits by the client's clock.
    ///
    /// ```
    /// # use atlassian_admin_core::workflows::WaitOptions;
    /// # use atlassian_admin_core::{Client, Result, api};
    /// # async fn example(client: Client) -> Result<()> {
    /// let renamed = client
    ///     .wait_until(WaitOptions::MEMBERSHIP, async || {
    ///         let id = "8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6";
    ///         let org = client.send(&api::orgs::Get::new(id)).await?;
    ///         let name = org.attributes.and_then(|attributes| attributes.name);
    ///         Ok(name.filter(|name| name == "Example Corp"))
    ///     })
    ///     .await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) after `options.timeout`, and any error of
    /// `look` at once.
    pub async fn wait_until<T, F>(&self, options: WaitOptions, look: impl FnMut() -> F + Send) -> Result<T>
    where
        F: Future<Output = Result<Option<T>>> + Send,
    {
        self.wait(&WAIT, options, look).await
    }

    /// As [`Self::wait_until`], with the operation that looks.
    pub(super) async fn wait<T, F>(
        &self,
        operation: &'static Operation,
        options: WaitOptions,
        mut look: impl FnMut() -> F + Send,
    ) -> Result<T>
    where
        F: Future<Output = Result<Option<T>>> + Send,
    {
        let start = self.runtime().monotonic();
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            let waited = self.runtime().monotonic().saturating_sub(start);
            if waited.saturating_add(options.interval) > options.timeout {
                return Err(Error::not_visible(operation, waited));
            }
            self.runtime().sleep(options.interval).await;
        }
    }
}

/// Returns the first item of a listing that `is_it` accepts. The server may ignore a filter, so
/// each item is checked here.
///
/// A malformed item does not hide the others. If none of them is accepted, it may have been the
/// one, so its error is returned instead of `None`.
pub(super) async fn first<E: Paged>(
    client: &Client<E::Auth>,
    call: E,
    is_it: impl Fn(&E::Item) -> bool,
) -> Result<Option<E::Item>> {
    let mut items = client.pages(call).items();
    let mut malformed = None;
    while let Some(item) = items.next().await {
        match item {
            Ok(item) if is_it(&item) => return Ok(Some(item)),
            Ok(_) => {}
            Err(error) if error.item_json().is_some() => malformed = malformed.or(Some(error)),
            Err(error) => return Err(error),
        }
    }
    malformed.map_or(Ok(None), Err)
}
