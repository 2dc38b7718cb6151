//! What a response says about an error, whatever its body is.

use http::{HeaderMap, StatusCode};

use super::body::{ApiError, is_code};
use super::excerpt::{Foreign, excerpt, is_json, is_text, is_web_page, media_type, words};
use crate::json::{DecodeError, Json, without_bom};

/// The most characters that are kept of plain text.
const MAX_TEXT_CHARS: usize = 1_000;

/// The most codes of further errors that are shown.
const SHOWN: usize = 5;

/// What a response says.
#[derive(Default)]
pub(super) struct Said {
    pub(super) api: ApiError,
    /// Where no word is known.
    pub(super) excerpt: Option<String>,
    /// What the body is in place of JSON.
    pub(super) foreign: Option<Foreign>,
}

impl Said {
    /// Of a response whose status is not a success.
    pub(super) fn of_error(status: StatusCode, headers: &HeaderMap, body: &[u8], json: Json) -> Self {
        let media = media_type(headers);
        let body = without_bom(body);
        // A redirect's body is a web page for people, as it should be.
        if is_web_page(media, body) {
            let foreign = Some(Foreign::WebPage).filter(|_| !status.is_redirection());
            return Self { foreign, ..Self::unknown(media, body) };
        }
        let api = match ApiError::parse(body, &status_text(status), json) {
            Some(api) => api,
            None if is_text(media, body) => match words(body, MAX_TEXT_CHARS) {
                none if none.is_empty() => ApiError::default(),
                words => ApiError::plain(words),
            },
            None => ApiError::default(),
        };
        if api.has_words() {
            Self { api, ..Self::default() }
        } else {
            Self { api, ..Self::unknown(media, body) }
        }
    }

    /// Of a success that could not be read because of `problem`.
    pub(super) fn of_success(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        problem: &DecodeError,
        json: Json,
    ) -> Self {
        let media = media_type(headers);
        let body = without_bom(body);
        let foreign = Foreign::of(media, body).filter(|_| problem.is_garbled());
        if foreign.is_some() {
            return Self { foreign, ..Self::unknown(media, body) };
        }
        let api = ApiError::parse_success(body, &status_text(status), json).unwrap_or_default();
        if api.has_words() {
            return Self { api, ..Self::default() };
        }
        // The beginning of a page of which one item is wrong, or the end is missing, explains
        // nothing.
        if problem.path() == "." && problem.is_garbled() != is_json(body) {
            return Self::unknown(media, body);
        }
        Self::default()
    }

    fn unknown(media: &str, body: &[u8]) -> Self {
        Self { excerpt: excerpt(media, body), ..Self::default() }
    }
}

/// The status as a body repeats it. `StatusCode::as_str` has a table of all texts: docs/size.md.
fn status_text(status: StatusCode) -> String {
    status.as_u16().to_string()
}

/// Writes the code of an error, and how many there are besides, with their codes.
pub(super) fn write_codes(f: &mut std::fmt::Formatter<'_>, api: &ApiError) -> std::fmt::Result {
    let others = api.others.len() + api.omitted;
    match (code(api), others) {
        (None, 0) => {}
        (None, _) => write!(f, ", {} errors", others + 1)?,
        (Some(code), 0) => write!(f, ", {code}")?,
        (Some(code), _) => write!(f, ", {code}, and {others} more")?,
    }
    let mut before = ": ";
    for code in api.others.iter().filter_map(code).take(SHOWN) {
        write!(f, "{before}{code}")?;
        before = ", ";
    }
    Ok(())
}

/// A code that can be shown.
fn code(api: &ApiError) -> Option<&str> {
    api.code.as_deref().filter(|code| is_code(code))
}
