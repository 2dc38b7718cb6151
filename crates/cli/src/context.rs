//! What a command works with: the client, the organization, the output's form, the clock.

use std::sync::Arc;
use std::time::SystemTime;

use atlassian_admin::api::orgs::GetOrgs;
use atlassian_admin::model::{Org, OrgId};
use atlassian_admin::policy::{Timeouts, Unlimited};
use atlassian_admin::{Client, ClientBuilder, Credentials, Runtime, TokioRuntime};
use atlassian_admin_simulator::Simulator;

use crate::args::Global;
use crate::exit::Failure;
use crate::key;
use crate::output::Format;
use crate::signals::Interrupt;
use crate::waits::Waits;

/// The size of the embedded simulator.
const ACCOUNTS: u64 = 1_000;
const EVENTS: u64 = 10_000;

pub(crate) struct Context {
    pub(crate) client: Client,
    pub(crate) format: Format,
    pub(crate) quiet: bool,
    pub(crate) interrupt: Interrupt,
    pub(crate) now: SystemTime,
    org: Option<OrgId>,
}

impl Context {
    /// Makes a client of the arguments and the environment; asks nothing of the API yet.
    pub(crate) fn new(global: &Global, interrupt: Interrupt) -> Result<Self, Failure> {
        let format = Format::chosen(global.table, global.json, global.csv)?;
        let runtime = TokioRuntime::new();
        let (builder, org, now) = match global.simulate {
            Some(seed) => simulated(seed, global.org.clone(), runtime)?,
            None => {
                let now = runtime.now();
                (atlassian(global)?, global.org.clone().or_else(|| variable("ATLASSIAN_ADMIN_ORG_ID")), now)
            }
        };
        let timeouts = match global.timeout {
            Some(limit) => Timeouts { attempt: Some(limit), call: Some(limit) },
            None => Timeouts::default(),
        };
        let waits = Waits { quiet: global.quiet };
        let client = builder
            .timeouts(timeouts)
            .observer(waits)
            .build()
            .map_err(|error| Failure::usage(error.to_string()))?;
        Ok(Self { client, format, quiet: global.quiet, interrupt, now, org: org.map(OrgId::from) })
    }

    /// The organization: the one given, or else the only one that the key sees.
    pub(crate) async fn org(&self) -> Result<OrgId, Failure> {
        if let Some(org) = &self.org {
            return Ok(org.clone());
        }
        let mut pages = self.client.pages(GetOrgs::new());
        let mut orgs = Vec::new();
        while let Some(page) = pages.next().await {
            orgs.extend(page?.items);
        }
        match orgs.as_slice() {
            [only] => Ok(only.id.clone()),
            [] => Err(Failure::usage(
                "the key sees no organization (a key with scopes cannot list them): give --org ID; the id is in the address of admin.atlassian.com/o/ID",
            )),
            several => Err(Failure::usage(format!(
                "the key sees several organizations: give --org with one of {}",
                several.iter().map(named).collect::<Vec<_>>().join(", ")
            ))),
        }
    }
}

fn named(org: &Org) -> String {
    match org.attributes.as_ref().and_then(|attributes| attributes.name.as_deref()) {
        Some(name) => format!("{} ({name})", org.id),
        None => org.id.to_string(),
    }
}

type Connection = (ClientBuilder, Option<String>, SystemTime);

/// The embedded simulator. The environment's organization is a real one, and not its.
fn simulated(seed: u64, org: Option<String>, runtime: TokioRuntime) -> Result<Connection, Failure> {
    let simulator = Simulator::builder(Arc::new(runtime.clone()))
        .seed(seed)
        .accounts(ACCOUNTS)
        .events(EVENTS)
        .rate_limits(false)
        .build();
    let key = Credentials::key(simulator.api_key()).map_err(|error| Failure::usage(error.to_string()))?;
    let org = org.unwrap_or_else(|| simulator.org_id().to_string());
    let now = simulator.now();
    // Without limits on its side there is nothing to wait for on ours.
    Ok((ClientBuilder::new(simulator, runtime, key).rate_gate(Unlimited), Some(org), now))
}

/// The real API, or what stands in its place.
fn atlassian(global: &Global) -> Result<ClientBuilder, Failure> {
    let builder = atlassian_admin::client(key::credentials(global.key_file.as_deref())?)
        .map_err(|error| Failure::usage(error.to_string()))?;
    Ok(match global.base_url.clone().or_else(|| variable("ATLASSIAN_ADMIN_BASE_URL")) {
        Some(url) => builder.base_url(url),
        None => builder,
    })
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
