//! The kinds of errors: what a program decides by.

/// What kind of thing went wrong: what a program decides by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument cannot be sent; nothing was.
    InvalidArgument,
    /// The client is read-only, and the operation writes; nothing was sent.
    ReadOnly,
    /// The provider of the key returned none; nothing was sent.
    KeyUnavailable,
    /// The server calls the request wrong (400, 405, 413, 415, 422, …).
    BadRequest,
    /// The key is unknown, expired or of another kind (401).
    Unauthorized,
    /// The organization lacks a paid plan (402).
    PaymentRequired,
    /// The key may not do this (403).
    Forbidden,
    /// It does not exist, or the key may not know of it (404, 410). Also where the repetition of a
    /// removal, whose first response was lost, finds nothing left to remove.
    NotFound,
    /// It is so already, or something is in the way (409). Also where the repetition of an added
    /// membership, whose first response was lost, finds the user a member.
    Conflict,
    /// Too many requests (429), and waiting would have taken longer than the time allowed.
    RateLimited,
    /// The server failed (5xx).
    Server,
    /// A redirect, which is never followed: the key stays with the configured host.
    Redirect,
    /// No complete response arrived.
    Connection,
    /// No complete response arrived in time.
    Timeout,
    /// The outcome of a write is unknown: the response was lost, or is unreadable. Check before
    /// repeating it.
    OutcomeUnknown,
    /// The response is larger than allowed.
    TooLarge,
    /// The response does not match the operation.
    Decode,
    /// The listing cannot continue: its next page is the same as a previous one, or is not a page.
    Paging,
}

impl ErrorKind {
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::InvalidArgument => "an argument cannot be sent",
            Self::ReadOnly => "the client is read-only, and this operation writes",
            Self::KeyUnavailable => "there is no key for the request",
            Self::BadRequest => "the server refuses the request as wrong",
            Self::Unauthorized => "the server does not accept the key",
            Self::PaymentRequired => "the organization has no paid plan for this",
            Self::Forbidden => "the key may not do this",
            Self::NotFound => "not found",
            Self::Conflict => "a conflict",
            Self::RateLimited => "too many requests",
            Self::Server => "the server failed",
            Self::Redirect => "the server redirects, which is never followed",
            Self::Connection => "no complete response arrived",
            Self::Timeout => "no complete response arrived in time",
            Self::OutcomeUnknown => "the change may or may not have been made",
            Self::TooLarge => "the response is larger than allowed",
            Self::Decode => "the response is not what was expected",
            Self::Paging => "the listing cannot continue",
        }
    }
}
