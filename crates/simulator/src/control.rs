//! `/_simulator`: control of the simulator itself, for tests on other hosts. It needs no key.

use std::collections::BTreeMap;
use std::time::Duration;

use atlassian_admin_core::backend::HttpRequest;
use http::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cors;
use crate::fault::Fault;
use crate::reply::Respond;
use crate::scenario::Scenario;
use crate::script;
use crate::simulator::Simulator;

/// The response to a control request; `None` for any other request.
pub(crate) fn respond(simulator: &Simulator, request: &HttpRequest) -> Option<Respond> {
    let resource = request.uri().path().strip_prefix("/_simulator/")?;
    Some(match (resource, request.method()) {
        ("answers" | "clock" | "faults" | "requests" | "requests/count" | "scenario", &Method::OPTIONS) => {
            cors::preflight()
        }
        ("answers", &Method::PUT) => {
            done(script::read(request).map(|answers| simulator.state().script = answers.into()))
        }
        ("clock", &Method::POST) => done(advance(request.body()).map(|by| simulator.advance(by))),
        ("faults", &Method::PUT) => done(faults(request.body()).map(|faults| simulator.set_faults(faults))),
        ("requests", &Method::GET) => requests(simulator, request.uri().query()),
        ("requests/count", &Method::GET) => found(&json!({ "count": simulator.request_count() })),
        ("scenario", &Method::POST) => match arrange(simulator, request.body()) {
            Ok(ids) => found(&ids),
            Err(message) => refuse(StatusCode::BAD_REQUEST, &message),
        },
        ("answers", _) => not_allowed("answers allow PUT only"),
        ("clock", _) => not_allowed("the clock allows POST only"),
        ("faults", _) => not_allowed("faults allow PUT only"),
        ("requests" | "requests/count", _) => not_allowed("requests allow GET only"),
        ("scenario", _) => not_allowed("the scenario allows POST only"),
        _ => refuse(
            StatusCode::NOT_FOUND,
            "unknown resource: /_simulator/ has answers, clock, faults, requests and scenario",
        ),
    })
}

/// The requests from the number in `?from=` on, or all of them; 410 if the simulator has forgotten
/// the first of these.
fn requests(simulator: &Simulator, query: Option<&str>) -> Respond {
    let from = match query.map(|query| query.strip_prefix("from=").map(str::parse)) {
        None => 0,
        Some(Some(Ok(from))) => from,
        Some(_) => return refuse(StatusCode::BAD_REQUEST, "the query must be `from=` and a whole number"),
    };
    match simulator.requests_from(from) {
        Ok(requests) => found(&requests),
        Err(forgotten) => refuse(StatusCode::GONE, &forgotten.to_string()),
    }
}

fn faults(body: &[u8]) -> Result<Vec<Fault>, String> {
    let texts: Vec<String> = serde_json::from_slice(body)
        .map_err(|error| format!("the body must be a JSON array of texts: {error}"))?;
    texts.iter().map(|text| text.parse::<Fault>().map_err(|error| error.to_string())).collect()
}

/// How far to move the clock, as `{"advanceMs": 60000}`.
fn advance(body: &[u8]) -> Result<Duration, String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Advance {
        advance_ms: u64,
    }
    serde_json::from_slice(body)
        .map(|Advance { advance_ms }| Duration::from_millis(advance_ms))
        .map_err(|error| format!("the body must be {{\"advanceMs\": a whole number}}: {error}"))
}

/// Makes the changes of a scenario, and returns the identifiers of what it named last, by the names
/// that arguments have.
fn arrange(simulator: &Simulator, body: &[u8]) -> Result<BTreeMap<&'static str, String>, String> {
    let scenario = Scenario::from_json(body)
        .map_err(|error| format!("the body must be a JSON array of steps: {error}"))?;
    simulator.arrange_named(&scenario).map_err(|error| error.to_string())
}

fn done(result: Result<(), String>) -> Respond {
    match result {
        Ok(()) => Respond::empty(StatusCode::NO_CONTENT),
        Err(message) => refuse(StatusCode::BAD_REQUEST, &message),
    }
}

fn found(value: &impl Serialize) -> Respond {
    Respond::json(StatusCode::OK, serde_json::to_vec(value).unwrap_or_default().into())
}

fn not_allowed(message: &str) -> Respond {
    refuse(StatusCode::METHOD_NOT_ALLOWED, message)
}

fn refuse(status: StatusCode, message: &str) -> Respond {
    Respond::json(status, json!({ "message": message }).to_string().into())
}
