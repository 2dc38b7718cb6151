//! Runs a step: a call, a pagination, a feed. Its outcome is plain JSON, as on the hosts without
//! Rust types.

use std::time::Duration;

use atlassian_admin::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin::error::ApiError;
use atlassian_admin::events::{Checkpoint, FeedBuilder};
use atlassian_admin::model::EpochMillis;
use atlassian_admin::operation::{Endpoint, Operation, Paging};
use atlassian_admin::policy::Timeouts;
use atlassian_admin::response::ResponseBody;
use atlassian_admin::schema::{Schema, Violation};
use atlassian_admin::{
    Client, EndpointVisitor, Error, ErrorKind, operation, response_schema, visit_endpoints,
};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::case::{ClientSetup, Step};
use crate::world::World;

/// A client for each kind of key.
pub struct Clients {
    pub organization: Client<OrganizationKey>,
    pub directory: Client<DirectoryKey>,
}

/// The outcome of a step: a pagination that fails has both a result and an error.
pub struct Outcome {
    pub value: Value,
    pub error: Option<Value>,
}

impl Clients {
    /// Runs a step that calls the API.
    pub async fn take(
        &self,
        step: &Step,
        arguments: Value,
        options: Option<Value>,
    ) -> Result<Outcome, String> {
        if let Some(options) = options {
            return feed(
                self.organization.organization(text(&options, "orgId")).event_feed(),
                step,
                &options,
            )
            .await;
        }
        let name = step.call.as_ref().or(step.walk.as_ref()).ok_or("there is nothing to do")?;
        let operation = operation(name).ok_or("unknown operation")?;
        let Value::Object(arguments) = arguments else { return Err("no object".to_owned()) };
        if let Some(error) = misuse(operation, &arguments) {
            return Ok(Outcome { value: Value::Null, error: Some(error) });
        }
        Ok(match operation.auth {
            KeyKind::Directory => send(&self.directory, step, operation, arguments).await,
            _ => send(&self.organization, step, operation, arguments).await,
        })
    }
}

/// The form in which calls are made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Calls {
    /// By the operation's entry in the table, with flat arguments.
    ByName,
    /// As the struct of the operation.
    Typed,
}

/// Makes a call as the struct of its operation; the outcome is the typed response, written again.
pub async fn typed(world: &World, name: &str, arguments: Value) -> Result<Outcome, String> {
    let operation = operation(name).ok_or("unknown operation")?;
    let mut call = Typed { world, operation, arguments, response: None };
    visit_endpoints(&mut call);
    Ok(match call.response.unwrap().await {
        Ok(value) => Outcome { value, error: None },
        Err(error) => Outcome { value: Value::Null, error: Some(to_json(&error)) },
    })
}

/// A typed call on its way to the type of its operation.
struct Typed<'a> {
    world: &'a World,
    operation: &'static Operation,
    arguments: Value,
    response: Option<BoxFuture<'static, Result<Value, Error>>>,
}

impl EndpointVisitor for Typed<'_> {
    fn visit<E: Endpoint>(&mut self) {
        if E::OPERATION.id != self.operation.id {
            return;
        }
        let call: E = serde_json::from_value(self.arguments.take()).unwrap();
        let key = match E::OPERATION.auth {
            KeyKind::Directory => self.world.simulator.directory_key(),
            _ => self.world.simulator.api_key(),
        };
        let client: Client<E::Auth> = self.world.client(key, &ClientSetup::default());
        let response = async move {
            let (_, body) = client.send_body(&call).await?.encode(StatusCode::OK).unwrap();
            Ok(serde_json::from_slice(&body).unwrap_or_default())
        };
        self.response = Some(response.boxed());
    }
}

/// Returns the violations in the arguments, which calls by name check before anything is sent.
fn misuse(operation: &Operation, arguments: &Map<String, Value>) -> Option<Value> {
    let violations = operation.violations(arguments).into_iter();
    // An unknown value may have been added since this version was built.
    let violations = violations.filter(|violation| !matches!(violation, Violation::UnknownValue { .. }));
    let problems: Vec<_> = violations.map(|violation| violation.to_string()).collect();
    let message = format!("{}: {}", operation.dotted(), problems.join("; "));
    (!problems.is_empty())
        .then(|| json!({ "kind": format!("{:?}", ErrorKind::InvalidArgument), "message": message }))
}

async fn send<K: CredentialKind>(
    client: &Client<K>,
    step: &Step,
    operation: &'static Operation,
    arguments: Map<String, Value>,
) -> Outcome {
    let limited;
    let client = match step.timeout_ms {
        None => client,
        Some(millis) => {
            let total = Some(Duration::from_millis(millis));
            limited = client.with_timeouts(Timeouts { total, ..Timeouts::default() });
            &limited
        }
    };
    if step.walk.is_some() {
        return walk(client, step, operation, arguments).await;
    }
    match client.send_untyped(operation, arguments).await {
        Ok((_, body)) if body.bytes().is_empty() || response_schema(operation) == Some(Schema::Nothing) => {
            Outcome { value: Value::Null, error: None }
        }
        Ok((_, body)) => Outcome { value: serde_json::from_slice(&body.bytes()).unwrap(), error: None },
        Err(error) => Outcome { value: Value::Null, error: Some(to_json(&error)) },
    }
}

async fn walk<K: CredentialKind>(
    client: &Client<K>,
    step: &Step,
    operation: &'static Operation,
    arguments: Map<String, Value>,
) -> Outcome {
    assert_ne!(operation.paging, Paging::None, "{} is not a listing", operation.dotted());
    let mut pages = client.pages_untyped(operation, arguments);
    let (mut items, mut sizes, mut error) = (Vec::new(), Vec::new(), None);
    while step.pages.is_none_or(|most| sizes.len() < most)
        && let Some(page) = pages.next().await
    {
        match page {
            Ok(page) => {
                sizes.push(page.len());
                items.extend(page.iter().map(|item| {
                    let item: Value = serde_json::from_str(item.json()).unwrap();
                    let picked = step.pick.as_ref().map(|pointer| item.pointer(pointer).unwrap().clone());
                    picked.unwrap_or(item)
                }));
            }
            Err(failed) => {
                error = Some(to_json(&failed));
                break;
            }
        }
    }
    Outcome { value: json!({ "items": items, "sizes": sizes }), error }
}

async fn feed(mut builder: FeedBuilder, step: &Step, options: &Value) -> Result<Outcome, String> {
    let number = |name: &str| options[name].as_u64();
    let time = |name: &str| serde_json::from_value::<EpochMillis>(options[name].clone()).ok();
    if let Some(limit) = number("limit") {
        builder = builder.page_size(limit.try_into().unwrap());
    }
    if let Some(overlap) = number("overlapMs") {
        builder = builder.overlap(Duration::from_millis(overlap));
    }
    if let Some(from) = time("from") {
        builder = builder.from(from);
    }
    if let Some(to) = time("to") {
        builder = builder.to(to);
    }
    if let Some(checkpoint) = options["checkpoint"].as_str() {
        builder = builder.resume(Checkpoint::from_json(checkpoint).unwrap());
    }
    let feed = match &step.follow {
        Some(_) => builder.follow(Duration::from_millis(number("intervalMs").unwrap())),
        None => builder.stream(),
    };
    let mut feed = feed.map_err(|error| error.to_string())?;
    let (mut items, mut batches, mut error) = (Vec::new(), 0, None);
    while step.batches.is_none_or(|most| batches < most)
        && step.items.is_none_or(|enough| items.len() < enough)
        && let Some(batch) = feed.next().await
    {
        match batch {
            Ok(batch) => {
                batches += 1;
                items.extend(batch.events.iter().map(|event| event.decode().unwrap().id.to_string()));
            }
            Err(failed) => {
                error = Some(to_json(&failed));
                break;
            }
        }
    }
    let checkpoint = serde_json::to_string(feed.checkpoint()).unwrap();
    let value = json!({ "items": items, "batches": batches, "checkpoint": checkpoint });
    Ok(Outcome { value, error })
}

fn text<'a>(options: &'a Value, name: &str) -> &'a str {
    options[name].as_str().unwrap()
}

/// Converts one of several errors to data.
fn other(error: &ApiError) -> Value {
    let texts = [("code", &error.code), ("title", &error.title), ("detail", &error.detail)];
    texts.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?))).collect()
}

/// Converts an error to data.
fn to_json(error: &Error) -> Value {
    let api = error.api();
    let all = json!({
        "kind": format!("{:?}", error.kind()),
        "message": error.to_string(),
        "operation": error.operation().dotted(),
        "status": error.http_status().map(|status| status.as_u16()),
        "code": error.code(),
        "title": api.title,
        "detail": error.detail(),
        "others": (!api.others.is_empty()).then(|| api.others.iter().map(other).collect::<Vec<_>>()),
        "traceId": error.trace_id(),
        "retryAfterMs": error.retry_after().map(|wait| wait.as_millis() as u64),
        "hint": error.hint(),
        "attempts": error.attempts(),
        "body": (!error.body().is_empty()).then(|| String::from_utf8_lossy(error.body())),
    });
    let Value::Object(members) = all else { unreachable!("an object is written above") };
    Value::Object(members.into_iter().filter(|(_, value)| !value.is_null()).collect())
}
