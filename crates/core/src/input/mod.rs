//! Cleans text from people, files and environment variables before it becomes part of a request.
//!
//! Copied text brings invisible characters along: a byte order mark, a carriage return, a no-break
//! space. In a path they become `%0D`, and the server responds 404, which reads like "already
//! deleted". All hosts apply the same rules:
//!
//! | input | white space and invisible characters around it | quotes around it | inside it |
//! |---|---|---|---|
//! | key, base URL | removed | refused | refused |
//! | id, and a path argument of any kind | removed | refused | invisible characters are refused |
//! | name, e-mail address, domain | removed | refused | control characters are refused |
//! | each item of a list of ids or domains | as above | as above | a comma is refused, too |
//! | other text: descriptions, search terms, filters, cursors | kept | kept | kept |
//! | file, standard input | a byte order mark is removed | kept | other encodings are refused |

mod bytes;
mod value;

pub use bytes::text;
pub(crate) use value::is_quote;
#[cfg(test)]
pub(crate) use value::tests::{DIRT, QUOTES};
pub use value::{id, name, trimmed};

/// Why an input is refused. It does not contain the input.
///
/// Its `Display` text continues a sentence that begins with the input's name, such as
/// `groupId: is in quotes: remove them`.
///
/// # Examples
/// ```
/// use atlassian_admin_core::input::{InputError, id};
///
/// assert_eq!(id(" g-1\r\n"), Ok("g-1"));
/// assert_eq!(id("'g-1'"), Err(InputError::Quoted));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// It is empty, or contains only white space and invisible characters.
    Empty,
    /// It has quotes around it.
    Quoted,
    /// It contains a line break or another invisible character between visible ones.
    Invisible,
    /// It is UTF-16 text.
    Utf16,
    /// It is not UTF-8 text.
    NotUtf8 {
        /// How many bytes precede the first invalid one.
        at: usize,
    },
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty",
            Self::Quoted => "is in quotes: remove them",
            Self::Invisible => "contains a line break or another invisible character: remove it",
            Self::Utf16 => "is UTF-16 text: save the file as UTF-8",
            Self::NotUtf8 { at } => {
                return write!(f, "is not UTF-8 text (invalid at byte {at}): save the file as UTF-8");
            }
        })
    }
}

impl std::error::Error for InputError {}
