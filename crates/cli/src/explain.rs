//! An error of the client in one line for the operator, whose own data it may show: the API's words and the network's cause.

use std::error::Error as _;

use atlassian_admin::Error;

/// All that is known about an error.
pub(crate) fn explain(error: &Error) -> String {
    let mut text = error.to_string();
    if let Some(cause) = cause(error) {
        text.push_str(&format!(" ({cause})"));
    }
    let api = error.api();
    // Where the code is no mere code, the error's own text leaves it out.
    let code = error.code().filter(|code| !text.contains(code));
    let mut said: Vec<&str> = Vec::new();
    for words in [code, api.title.as_deref(), api.detail.as_deref()].into_iter().flatten() {
        if !said.contains(&words) {
            said.push(words);
        }
    }
    if !said.is_empty() {
        text.push_str(&format!("; the server says: {}", said.join(": ")));
    }
    if !api.acceptable_scopes.is_empty() {
        text.push_str(&format!("; the key needs one of these scopes: {}", api.acceptable_scopes.join(", ")));
    }
    text
}

/// The innermost cause of a failed connection, such as `Connection refused`: the outer ones only repeat the URL.
fn cause(error: &Error) -> Option<String> {
    let mut cause: &dyn std::error::Error = error.transport_error()?.source()?;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    Some(cause.to_string())
}
