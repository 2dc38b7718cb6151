//! The kinds of errors: what a program decides by.

/// Defines the kinds, each with its description in an error's text.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident: $text:literal,)+) => {
        /// What kind of thing went wrong: what a program decides by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[$doc])* $name,)+
        }

        impl ErrorKind {
            /// All kinds.
            ///
            /// # Examples
            /// ```
            /// use atlassian_admin_core::ErrorKind;
            ///
            /// assert!(ErrorKind::ALL.iter().any(|kind| kind.name() == "NotFound"));
            /// ```
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The name of the kind, such as `NotFound`: for logs and metrics.
            ///
            /// # Examples
            /// ```
            /// use atlassian_admin_core::ErrorKind;
            ///
            /// assert_eq!(ErrorKind::RateLimited.name(), "RateLimited");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }

            pub(super) const fn describe(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

kinds! {
    /// An argument cannot be sent; nothing was.
    InvalidArgument: "an argument cannot be sent",
    /// The client is read-only, and the operation writes; nothing was sent.
    ReadOnly: "the client is read-only, and this operation writes",
    /// The provider of the key returned none; nothing was sent.
    KeyUnavailable: "the request has no key",
    /// The server calls the request wrong (400, 405, 413, 415, 422, …).
    BadRequest: "the server refuses the request as wrong",
    /// The key is unknown, expired or of another kind (401).
    Unauthorized: "the server does not accept the key",
    /// The organization lacks a paid plan (402).
    PaymentRequired: "the organization has no paid plan for this",
    /// The key may not do this (403).
    Forbidden: "the key may not do this",
    /// It does not exist, or the key may not know of it (404, 410). Also where the repetition of a
    /// removal, whose first response was lost, finds nothing left to remove.
    NotFound: "not found",
    /// Several things match where one is needed, such as the directories of an account.
    Ambiguous: "several match",
    /// It is so already, or something is in the way (409). Also where the repetition of an added
    /// membership, whose first response was lost, finds the user a member.
    Conflict: "a conflict",
    /// Too many requests (429), and waiting would have taken longer than the time allowed.
    RateLimited: "too many requests",
    /// The server failed (5xx).
    Server: "the server failed",
    /// A redirect, which is never followed: the key stays with the configured host.
    Redirect: "the server redirects, which is never followed",
    /// No complete response arrived.
    Connection: "no complete response arrived",
    /// No complete response arrived in time, or what was waited for did not appear in time.
    Timeout: "no complete response arrived in time",
    /// The outcome of a write is unknown: the response was lost, or is unreadable. Check before
    /// repeating it.
    OutcomeUnknown: "the change may or may not have been made",
    /// The response is larger than allowed.
    TooLarge: "the response is larger than allowed",
    /// The response does not match the operation.
    Decode: "the response is not what was expected",
    /// The listing cannot continue: its next page is the same as a previous one, or is not a page.
    Paging: "the listing cannot continue",
}
