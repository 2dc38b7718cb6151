//! Scripted responses, for what a simulated organization never returns: properties that do not
//! exist yet, codes of other services, listings whose cursors lead nowhere.

use std::collections::BTreeMap;

use atlassian_admin_core::backend::HttpRequest;
use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderName, HeaderValue};
use serde::Deserialize;

use crate::reply::Respond;

/// The most bytes of a body.
const LONGEST: usize = 128 * 1024 * 1024;

/// A response, as a test writes it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Scripted {
    status: u16,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: String,
    /// How often the body is written. Once unless given.
    repeat: Option<usize>,
}

/// Reads the responses from a control request.
pub(crate) fn read(request: &HttpRequest) -> Result<Vec<Respond>, String> {
    let scripted: Vec<Scripted> = serde_json::from_slice(request.body())
        .map_err(|error| format!("the body must be a JSON array of answers: {error}"))?;
    scripted.into_iter().map(respond).collect()
}

fn respond(Scripted { status, headers, body, repeat }: Scripted) -> Result<Respond, String> {
    let status = StatusCode::from_u16(status).map_err(|_| format!("{status} is not a status"))?;
    let repeat = repeat.unwrap_or(1);
    if body.len().saturating_mul(repeat) > LONGEST {
        return Err(format!("a body has at most {LONGEST} bytes"));
    }
    let mut respond = Respond::json(status, Bytes::from(body.repeat(repeat)));
    for (name, value) in headers {
        let name =
            HeaderName::try_from(&name).map_err(|_| format!("{name:?} is not the name of a header"))?;
        let value = HeaderValue::try_from(value)
            .map_err(|_| format!("the value of {name} is not valid in a header"))?;
        respond.headers.insert(name, value);
    }
    Ok(respond)
}
