//! What `call` prints.

use atlassian_admin::backend::HttpRequest;
use http::StatusCode;

use crate::exit::Failure;
use crate::{output, plain};

/// Prints a request as it would stand on the wire, but for the key.
pub(super) fn request(request: &HttpRequest) -> Result<(), Failure> {
    let mut text = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    }
    if !request.body().is_empty() {
        text.push_str(&format!("\n{}\n", String::from_utf8_lossy(request.body())));
    }
    output::put(text.as_bytes())
}

/// Prints an answer's original text.
pub(super) fn answer(status: StatusCode, body: &[u8]) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_end();
    let printed = if text.is_empty() {
        Ok(())
    } else {
        let text = if output::on_terminal() { plain::json(text) } else { text.into() };
        output::put(format!("{text}\n").as_bytes())
    };
    match status {
        // Whether or not there is still a reader.
        StatusCode::PARTIAL_CONTENT => Err(Failure::partial(
            "a part of it was not done (206): the answer says which, by the status of each result",
        )),
        _ => printed,
    }
}
