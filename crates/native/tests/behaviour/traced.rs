//! What `TracingObserver` writes: a span for each call, events in it, and neither key nor argument.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use atlassian_admin::backend::{TransportError, backend_fn};
use atlassian_admin::policy::NeverRetry;
use atlassian_admin::{ClientBuilder, OrganizationKey, TokioRuntime, TracingObserver, api, http};
use atlassian_admin_simulator::Simulator;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Instrument, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

use super::canary::assert_clean;

/// Keeps what is written, a line for each span, event and end of a span.
#[derive(Default, Clone)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Lines {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

/// Writes the fields of a line. Numbers of calls, durations and what the simulator's headers say
/// are not compared.
struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        match field.name() {
            "message" => write!(self.0, " {value:?}").unwrap(),
            "remaining" | "trace_id" => {}
            name @ ("call" | "duration_ms") => write!(self.0, " {name}").unwrap(),
            name => write!(self.0, " {name}={value:?}").unwrap(),
        }
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let parent = context.span(id).and_then(|span| span.parent()).map_or("no", |parent| parent.name());
        let mut line = Line(format!("span {} in {parent} span:", attributes.metadata().name()));
        attributes.record(&mut line);
        self.0.lock().unwrap().push(line.0);
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let span = context.event_span(event).map_or("no", |span| span.name());
        let mut line = Line(format!("{} {} in {span}:", event.metadata().level(), event.metadata().target()));
        event.record(&mut line);
        self.0.lock().unwrap().push(line.0);
    }

    fn on_close(&self, _: Id, _: Context<'_, S>) {
        self.0.lock().unwrap().push("close".to_owned());
    }
}

#[tokio::test(start_paused = true)]
async fn call_is_a_span_in_that_of_its_caller_with_an_event_for_each_step() {
    let lines = Lines::default();
    let _subscriber = tracing_subscriber::registry().with(lines.clone()).set_default();
    let runtime = TokioRuntime::new();
    let simulator =
        Simulator::builder(Arc::new(runtime.clone())).fault("503:times=1".parse().unwrap()).build();
    let key = OrganizationKey::new(simulator.api_key()).unwrap();
    let client = ClientBuilder::new(simulator.clone(), runtime, key).observer(TracingObserver::new());
    let client = client.build().unwrap();
    let call = async { client.send(&api::orgs::Get::new(simulator.org_id())).await };
    call.instrument(tracing::info_span!("job")).await.unwrap();
    let written: Vec<_> = lines.take().into_iter().filter(|line| !line.contains("in no")).collect();
    let wait = written.iter().find(|line| line.starts_with("INFO")).unwrap();
    assert!(wait.starts_with("INFO atlassian_admin in call: waiting attempt=2 reason=HTTP 503 wait_ms="));
    let shown: Vec<_> = written
        .iter()
        .map(|line| line.split(" remaining=").next().unwrap())
        .filter(|it| it != wait)
        .collect();
    assert_eq!(
        shown[..5],
        [
            "span call in job span: call operation=\"orgs.get\"",
            "DEBUG atlassian_admin in call: request sent attempt=1",
            "DEBUG atlassian_admin in call: response received attempt=1 status=503 duration_ms",
            "DEBUG atlassian_admin in call: request sent attempt=2",
            "DEBUG atlassian_admin in call: response received attempt=2 status=200 duration_ms",
        ],
        "{written:#?}"
    );
    assert_eq!(
        shown[5..],
        ["DEBUG atlassian_admin in call: call finished attempts=2 duration_ms", "close", "close"],
        "{written:#?}"
    );
}

#[tokio::test(start_paused = true)]
async fn failures_are_warnings_without_key_and_arguments() {
    let lines = Lines::default();
    let _subscriber = tracing_subscriber::registry().with(lines.clone()).set_default();
    let backend = backend_fn(|request| async move {
        if request.method() == http::Method::DELETE {
            return Err(TransportError::after_send("canary@example.com canary-key"));
        }
        let mut response = http::Response::new(r#"{"errors":[{"code":"canary-key"}]}"#.into());
        *response.status_mut() = http::StatusCode::FORBIDDEN;
        response.headers_mut().insert("atl-traceid", http::HeaderValue::from_static("canary-key"));
        Ok(response)
    });
    let key = OrganizationKey::new("canary-key").unwrap();
    let builder = ClientBuilder::new(backend, TokioRuntime::new(), key).retry(NeverRetry);
    let client = builder.observer(TracingObserver::new()).build().unwrap();
    let search = api::users::Search::new("o", "d").emails(["canary@example.com"]);
    client.send(&search).await.unwrap_err();
    client.send(&api::groups::Delete::new("o", "d", "canary")).await.unwrap_err();
    let written = lines.take();
    assert_clean(&written.join("\n"), "the log");
    let warnings: Vec<_> = written.iter().filter(|line| line.starts_with("WARN")).collect();
    assert_eq!(
        warnings,
        [
            "WARN atlassian_admin in call: call failed attempts=1 duration_ms error=\"Forbidden\"",
            "WARN atlassian_admin in call: attempt failed attempt=1 reason=connection lost duration_ms",
            "WARN atlassian_admin in call: call failed attempts=1 duration_ms error=\"OutcomeUnknown\"",
        ]
    );
}
