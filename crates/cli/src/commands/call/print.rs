//! What `call` prints.

use std::io;

use atlassian_admin::backend::HttpRequest;
use atlassian_admin::endpoint::Operation;
use http::StatusCode;

use crate::exit::Failure;
use crate::output;

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

/// Prints the response's original text. After a write without one, reports that it was done.
pub(super) fn answer(
    operation: &Operation,
    status: StatusCode,
    body: &[u8],
    quiet: bool,
) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_end();
    let printed = if text.is_empty() { Ok(()) } else { output::write_json(text) };
    match (status, printed) {
        // Whether or not there is still a reader.
        (StatusCode::PARTIAL_CONTENT, printed) => {
            let which = match printed {
                Ok(()) => "the answer says which, by the status of each result".to_owned(),
                Err(error) => format!("its answer, which says which, cannot be printed: {error}"),
            };
            Err(Failure::partial(format!("a part of it was not done (206): {which}")))
        }
        (status, Ok(())) => {
            if text.is_empty() && !operation.reads && !quiet {
                output::say(&format!("{}: done (HTTP {})", operation.dotted(), status.as_u16()));
            }
            Ok(())
        }
        (status, Err(error)) if !operation.reads && error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::partial(format!(
                "the change was made (HTTP {}), and is not to be made again; its answer cannot be printed: {error}",
                status.as_u16()
            )))
        }
        (_, Err(error)) => Err(Failure::stdout(&error)),
    }
}
