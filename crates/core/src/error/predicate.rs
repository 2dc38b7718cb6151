//! Questions that programs ask about an error.

use super::{Error, ErrorKind, Source, hint};

impl Error {
    /// Whether the same call may succeed later, and to repeat it is safe: nothing was sent, or the
    /// operation reads, or the server did not process the request.
    ///
    /// The client has retried already, as far as its policies allow. A loop around it, such as that
    /// of a feed, may continue after a pause. An outcome that is unknown is never retryable: check
    /// first.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use atlassian_admin_core::events::Feed;
    /// use atlassian_admin_core::{Result, Runtime};
    ///
    /// async fn copy(mut feed: Feed, runtime: &dyn Runtime) -> Result<()> {
    ///     while let Some(batch) = feed.next().await {
    ///         match batch {
    ///             Ok(batch) => println!("{} events", batch.events.len()),
    ///             Err(error) if error.is_retryable() => {
    ///                 let pause = error.retry_after().unwrap_or(Duration::from_secs(5));
    ///                 runtime.sleep(pause).await;
    ///             }
    ///             Err(error) => return Err(error),
    ///         }
    ///     }
    ///     Ok(())
    /// }
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            // Writes whose response was lost are `OutcomeUnknown`.
            ErrorKind::KeyUnavailable
            | ErrorKind::RateLimited
            | ErrorKind::Connection
            | ErrorKind::Timeout => true,
            // 501 and 505 are permanent.
            ErrorKind::Server => {
                !matches!(self.http_status(), Some(status) if [501, 505].contains(&status.as_u16()))
            }
            // A truncated response may be complete the next time.
            ErrorKind::Decode => matches!(&self.0.source, Some(Source::Decode(error)) if error.is_garbled()),
            _ => false,
        }
    }
}

/// Defines predicates that are a kind each.
macro_rules! predicates {
    ($($(#[$doc:meta])* $name:ident: $kind:ident;)+) => {
        impl Error {$(
            $(#[$doc])*
            ///
            /// # Examples
            /// ```
            /// use atlassian_admin_core::Result;
            ///
            /// fn report(result: Result<()>) -> Result<()> {
            ///     match result {
            #[doc = concat!("        Err(error) if error.", stringify!($name), "() => {")]
            ///             eprintln!("{error}");
            ///             Ok(())
            ///         }
            ///         other => other,
            ///     }
            /// }
            /// assert!(report(Ok(())).is_ok());
            /// ```
            #[must_use]
            pub fn $name(&self) -> bool {
                self.kind() == ErrorKind::$kind
            }
        )+}
    };
}

predicates! {
    /// Whether an argument cannot be sent; nothing was.
    is_invalid_argument: InvalidArgument;
    /// Whether the server does not accept the key (401).
    is_unauthorized: Unauthorized;
    /// Whether the key may not do this (403).
    is_forbidden: Forbidden;
    /// Whether it does not exist, or the key may not know of it (404, 410).
    is_not_found: NotFound;
    /// Whether several things match where one is needed.
    is_ambiguous: Ambiguous;
    /// Whether it is so already, or something is in the way (409). See also
    /// [`Error::is_member_already`].
    is_conflict: Conflict;
    /// Whether there were too many requests (429), or the rate limit leaves no room within the
    /// time-out.
    is_rate_limited: RateLimited;
    /// Whether no complete response arrived in time, or what was waited for did not appear in time.
    is_timeout: Timeout;
    /// Whether a write may or may not have been made. Check before repeating it.
    is_unknown_outcome: OutcomeUnknown;
}

impl Error {
    /// Whether an addition to a group was refused because the user is a member already: nothing is
    /// left to do.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Result;
    ///
    /// fn ensured(added: Result<()>) -> Result<()> {
    ///     match added {
    ///         Err(error) if error.is_member_already() => Ok(()),
    ///         other => other,
    ///     }
    /// }
    /// assert!(ensured(Ok(())).is_ok());
    /// ```
    #[must_use]
    pub fn is_member_already(&self) -> bool {
        hint::is_member_already(self)
    }
}
