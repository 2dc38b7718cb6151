//! The output of `call`.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use atlassian_admin::backend::HttpRequest;
use atlassian_admin::model::Invitations;
use atlassian_admin::operation::Operation;
use atlassian_admin::schema::{Property, Schema};
use atlassian_admin::{Raw, response_schema};
use http::StatusCode;
use serde_json::Value;

use super::Show;
use crate::output::{Format, Printer};

use crate::exit::{Code, Failure};
use crate::{output, plain, quantity, stderr};

/// Prints a request as it would be sent, but without the key.
pub(crate) fn request(request: &HttpRequest) -> Result<(), Failure> {
    let mut text = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    }
    if !request.body().is_empty() {
        text.push_str(&format!("\n{}\n", String::from_utf8_lossy(request.body())));
    }
    output::put(text.as_bytes())
}

/// Prints the response's original text, or its result. After a write without one, reports that it
/// was done.
pub(super) fn answer(
    operation: &Operation,
    status: StatusCode,
    body: &[u8],
    show: Show,
    quiet: bool,
) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_end();
    let printed = match show {
        _ if text.is_empty() => Ok(()),
        Show::Response => output::write_json(text),
        Show::Items(format, _) => result(operation, text, format, quiet),
    };
    let printed = match (invitations(operation, body), printed) {
        (Some(failure), Ok(())) => return Err(failure),
        (_, printed) => printed,
    };
    match (status, printed) {
        // Reported whether or not standard output still has a reader.
        (StatusCode::PARTIAL_CONTENT, printed) => {
            let which = match printed {
                Ok(()) => "the response says which, by the status of each result".to_owned(),
                Err(error) => {
                    format!("the response, which says which, cannot be printed: {}", plain::system(&error))
                }
            };
            Err(Failure::partial(format!("a part of the write failed (206): {which}")))
        }
        (status, Ok(())) => {
            if text.is_empty() && !operation.reads && !quiet {
                stderr::print(&format!("{}: done (HTTP {})", operation.dotted(), status.as_u16()));
            }
            Ok(())
        }
        (status, Err(error)) if !operation.reads && error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::partial(format!(
                "the write succeeded (HTTP {}), so do not repeat it; its response cannot be printed: {}",
                status.as_u16(),
                plain::system(&error)
            )))
        }
        (_, Err(error)) => Err(Failure::stdout(&error)),
    }
}

/// Prints the result of a response: what its envelope contains, each item of a list.
fn result(operation: &Operation, text: &str, format: Format, quiet: bool) -> io::Result<()> {
    let Ok(response) = serde_json::from_str::<Raw<Value>>(text) else { return output::write_json(text) };
    let (result, schema) = match response_schema(operation) {
        Some(Schema::Object(object)) => match (object.properties)() {
            [Property { name, schema: inner @ (Schema::Object(_) | Schema::List(_)), .. }] => {
                let mut members: BTreeMap<String, Raw<Value>> = response.decode_as().unwrap_or_default();
                match members.remove(*name) {
                    Some(within) => (within, Some(*inner)),
                    None => (response, Some(Schema::Object(object))),
                }
            }
            _ => (response, Some(Schema::Object(object))),
        },
        other => (response, other),
    };
    let items: Option<Vec<Raw<Value>>> = match schema {
        Some(Schema::List(_)) => result.decode_as().ok(),
        _ => None,
    };
    match (items, schema) {
        (Some(items), Some(Schema::List(item))) => {
            let mut printer = Printer::new(format, Some(*item), quiet);
            if !items.is_empty() {
                printer.print(&items)?;
            }
            printer.finish()
        }
        (_, schema) => output::write_item(format, &result, schema, quiet),
    }
}

/// Reports invitations of which a part failed: a successful status does not mean that any was
/// sent.
fn invitations(operation: &Operation, body: &[u8]) -> Option<Failure> {
    if operation.dotted() != "users.invite" {
        return None;
    }
    let invitations: Invitations = serde_json::from_slice(body).ok()?;
    let reasons: BTreeSet<_> = invitations.failures().filter_map(|(_, failure)| failure.reason()).collect();
    let reasons = match reasons.is_empty() {
        true => "without a reason".to_owned(),
        false => reasons.into_iter().collect::<Vec<_>>().join("; "),
    };
    if invitations.is_refused() {
        let text = format!("users.invite: every role and group was refused: {reasons}");
        return Some(Failure::Error(Code::Refused, text));
    }
    let count = invitations.failures().count() as u64;
    let refused = quantity::count_were(count, "assignment");
    (count > 0).then(|| Failure::partial(format!("users.invite: {refused} refused: {reasons}")))
}
