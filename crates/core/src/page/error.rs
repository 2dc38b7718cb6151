//! Why a listing cannot continue.

use std::fmt;

/// Why a listing cannot continue.
///
/// # Examples
/// ```
/// use atlassian_admin_core::Error;
/// use atlassian_admin_core::page::PageError;
///
/// fn may_start_again(error: &Error) -> bool {
///     error.page_error() == Some(&PageError::Loop)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageError {
    /// The link to the next page has no cursor.
    NoCursor,
    /// The next cursor leads back to an earlier page, so the listing would never end.
    Loop,
    /// The page is empty, but the server reports more items.
    Gap,
    /// The cursor belongs to a listing of another kind: a number instead of a token, or the
    /// reverse.
    WrongCursor,
    /// The operation does not return a listing.
    NotAListing,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoCursor => {
                "the link to the next page has no cursor: request this page again later, or report it to Atlassian"
            }
            Self::Loop => {
                "the next cursor leads back to an earlier page, so the listing would never end: start the listing again"
            }
            Self::Gap => {
                "the page is empty, but the server reports more items: request this page again later"
            }
            Self::WrongCursor => {
                "the cursor belongs to a listing of another kind: use a cursor of the same operation"
            }
            Self::NotAListing => "the operation does not return a listing: call it without paging",
        })
    }
}

impl std::error::Error for PageError {}

#[cfg(test)]
mod tests {
    use super::PageError;

    #[test]
    fn error_names_cause_and_remedy() {
        for error in [
            PageError::NoCursor,
            PageError::Loop,
            PageError::Gap,
            PageError::WrongCursor,
            PageError::NotAListing,
        ] {
            let text = error.to_string();
            let (cause, remedy) = text.split_once(": ").unwrap();
            assert!(cause.starts_with("the ") && !remedy.is_empty(), "{text}");
        }
    }
}
