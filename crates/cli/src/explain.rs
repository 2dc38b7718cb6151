//! Explains an error of the client to the operator, who may see their own data: what failed, the
//! cause from the API or the network, and the remedy.

use std::borrow::Cow;
use std::error::Error as _;

use atlassian_admin::Error;
use atlassian_admin::error::ApiError;

use crate::plain;

/// Maximum number of errors of one response that are printed in full; the others are counted.
const SHOWN: usize = 10;

/// Maximum number of characters of a text that are printed.
const MAX_CHARACTERS: usize = 500;

/// An explained error.
#[derive(Debug)]
pub(crate) struct Explained {
    error: String,
    cause: Vec<String>,
    hint: Option<Cow<'static, str>>,
}

/// Collects all that is known about an error.
pub(crate) fn explain(error: &Error) -> Explained {
    let text = error.to_string();
    let hint = error.hint();
    let without_hint = hint.and_then(|hint| text.strip_suffix(hint)?.strip_suffix("; ")).unwrap_or(&text);
    let mut cause: Vec<_> = source(error).into_iter().collect();
    cause.extend(said(error, without_hint));
    let scopes = &error.api().acceptable_scopes;
    if !scopes.is_empty() {
        cause.push(format!("the key needs one of these scopes: {}", short(&scopes.join(", "))));
    }
    Explained { error: without_hint.to_owned(), cause, hint: hint.map(Cow::Borrowed) }
}

/// The same for an error that stopped an export, which keeps its own cursors.
pub(crate) fn explain_export(error: &Error) -> Explained {
    let mut explained = explain(error);
    if error.code() == Some("ADMIN-400-1") {
        explained.hint = Some("run the same command again: it reads by time in place of the cursor".into());
    }
    explained
}

impl Explained {
    /// Explains an error of the command line itself.
    pub(crate) fn new(error: String, cause: impl Into<String>, hint: String) -> Self {
        Self { error, cause: vec![cause.into()], hint: Some(hint.into()) }
    }

    /// Adds what was done before the error.
    pub(crate) fn after(mut self, done: &str) -> Self {
        self.error = format!("{done}: {}", self.error);
        self
    }

    /// Adds what happens next.
    pub(crate) fn then(mut self, next: &str) -> Self {
        self.error = format!("{}; {next}", self.error);
        self
    }

    /// Formats the explanation on one line.
    pub(crate) fn line(&self) -> String {
        let mut line = self.error.clone();
        if !self.cause.is_empty() {
            line.push_str(&format!(" ({})", self.cause.join("; ")));
        }
        if let Some(hint) = &self.hint {
            line.push_str(&format!("; {hint}"));
        }
        plain::line(&line).into_owned()
    }

    /// Formats one line each for what failed, the cause and the remedy, as far as they are known.
    pub(crate) fn lines(&self) -> String {
        let mut lines = format!("error: {}", plain::line(&self.error));
        if !self.cause.is_empty() {
            lines.push_str(&format!("\ncause: {}", plain::line(&self.cause.join("; "))));
        }
        if let Some(hint) = &self.hint {
            lines.push_str(&format!("\nhint:  {}", plain::line(hint)));
        }
        lines
    }
}

/// Returns the innermost cause of a failed connection, such as `Connection refused`: the outer
/// ones only repeat the URL.
fn source(error: &Error) -> Option<String> {
    let mut cause: &dyn std::error::Error = error.transport_error()?.source()?;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    Some(plain::system(&cause))
}

/// Returns the server's message: the first error in full, then the others; or an excerpt of the
/// response.
fn said(error: &Error, shown: &str) -> Option<String> {
    let api = error.api();
    // If the code is also a word of the message, the error's own text omits it.
    let words = words(api, |code| !shown.contains(code));
    if words.is_empty() && api.others.is_empty() {
        return Some(format!("the server sent {}", error.detail()?));
    }
    let mut said = format!("the server says: {words}");
    if !api.others.is_empty() {
        let others: Vec<_> =
            api.others.iter().take(SHOWN).map(|other| self::words(other, |_| true)).collect();
        let count = api.others.len() + api.omitted;
        let more = if count > SHOWN { "; …" } else { "" };
        let comma = if words.is_empty() { "" } else { "; " };
        said.push_str(&format!("{comma}and {count} more: {}{more}", others.join("; ")));
    }
    Some(said)
}

/// Joins the code, title and detail of an error, each once: `ADMIN-400-1 Bad request: The cursor
/// is not valid.`
fn words(error: &ApiError, shows: impl Fn(&str) -> bool) -> String {
    let code = error.code.as_deref().filter(|code| shows(code));
    let title = error.title.as_deref().filter(|title| Some(*title) != code);
    let detail = error.detail.as_deref().filter(|detail| Some(*detail) != code && Some(*detail) != title);
    let start: Vec<_> = [code, title].into_iter().flatten().map(short).collect();
    let parts = [Some(start.join(" ")).filter(|start| !start.is_empty()), detail.map(short)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(": ")
}

/// Returns the beginning of a text.
fn short(text: &str) -> String {
    match text.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}
