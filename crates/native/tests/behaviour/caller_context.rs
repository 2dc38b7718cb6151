//! The caller's spans and task-local values also hold in background work of its calls: first
//! pages, further pages, retries, the feed.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use atlassian_admin::observe::{Observer, RequestEvent};
use atlassian_admin::{Client, ClientBuilder, TokioRuntime};
use atlassian_admin_simulator::Simulator;
use futures_util::TryStreamExt;
use futures_util::future::join_all;
use tracing::Instrument;
use tracing_subscriber::util::SubscriberInitExt;

tokio::task_local! {
    static TENANT: &'static str;
}

/// The contexts in which requests were sent and events happened.
#[derive(Debug, Default, Clone)]
struct Seen(Arc<Mutex<Vec<(String, String)>>>);

impl Seen {
    fn note(&self) {
        let tenant = TENANT.try_with(|tenant| (*tenant).to_owned()).unwrap_or_default();
        let span = tracing::Span::current().metadata().map_or("none", |span| span.name()).to_owned();
        self.0.lock().unwrap().push((tenant, span));
    }
}

impl Observer for Seen {
    fn on_event(&self, _: &RequestEvent<'_>) {
        self.note();
    }
}

#[derive(Debug)]
struct Watched(Simulator, Seen);

#[async_trait]
impl HttpBackend for Watched {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        self.1.note();
        self.0.execute(request).await
    }
}

async fn everything(client: &Client, simulator: &Simulator) {
    let organization = client.organization(simulator.org_id());
    let directory = organization.directory(simulator.directory_id());
    let users = directory.users().search().limit(100).pages().items();
    assert!(users.try_collect::<Vec<_>>().await.unwrap().len() > 100, "several pages");
    organization.get().send().await.unwrap();
    let mut feed = client.organization(simulator.org_id()).event_feed().page_size(100).stream().unwrap();
    let mut batches = 0;
    while let Some(batch) = feed.next().await {
        batch.unwrap();
        batches += 1;
    }
    assert!(batches > 2, "several pages");
}

#[tokio::test(start_paused = true)]
async fn requests_and_events_run_in_context_of_caller() {
    let _subscriber = tracing_subscriber::registry().set_default();
    let runtime = TokioRuntime::new();
    let simulator = Simulator::builder(Arc::new(runtime.clone()))
        .accounts(300)
        .events(500)
        .fault("503:every=5".parse().unwrap())
        .fault("429:every=7,retry-after=2".parse().unwrap())
        .build();
    let seen = Seen::default();
    let key = OrganizationKey::new(simulator.api_key()).unwrap();
    let client = ClientBuilder::new(Watched(simulator.clone(), seen.clone()), runtime, key)
        .observer(seen.clone())
        .build()
        .unwrap();
    let tenants = ["acme", "globex", "initech"];
    join_all(tenants.map(|tenant| {
        let work = everything(&client, &simulator).instrument(match tenant {
            "acme" => tracing::info_span!("acme"),
            "globex" => tracing::info_span!("globex"),
            _ => tracing::info_span!("initech"),
        });
        TENANT.scope(tenant, work)
    }))
    .await;
    let seen = seen.0.lock().unwrap();
    for tenant in tenants {
        assert!(seen.iter().filter(|(of, _)| of == tenant).count() > 20, "{tenant}: {}", seen.len());
    }
    for (tenant, span) in seen.iter() {
        assert_eq!(tenant, span);
    }
}
