//! The environment of a command: the client, the organization, the output format, the clock.

use atlassian_admin::api;
use std::env::VarError;
use std::sync::Arc;
use std::time::SystemTime;

use atlassian_admin::auth::{CredentialKind, KeyKind, OrganizationKey};
use atlassian_admin::model::{Org, OrgId};
use atlassian_admin::operation::{Endpoint, Operation};
use atlassian_admin::policy::{Timeouts, Unlimited};
use atlassian_admin::{Client, ClientBuilder, Runtime, TokioRuntime, input};
use atlassian_admin_simulator::Simulator;

use crate::args::Global;
use crate::exit::Failure;
use crate::key;
use crate::output::Format;
use crate::signals::Interrupt;
use crate::stderr;
use crate::waits::Waits;

/// Number of accounts of the embedded simulator.
const ACCOUNTS: u64 = 1_000;
const EVENTS: u64 = 10_000;

pub(crate) struct Context<K = OrganizationKey> {
    pub(crate) client: Client<K>,
    pub(crate) format: Format,
    pub(crate) quiet: bool,
    pub(crate) interrupt: Interrupt,
    pub(crate) now: SystemTime,
    /// The simulator's directory.
    pub(crate) directory: Option<String>,
    org: Option<OrgId>,
    /// Whether requests can be sent to find the organization.
    looks_up: bool,
}

impl<K: CredentialKind> Context<K> {
    /// Creates a client from the arguments and the environment; sends nothing yet.
    pub(crate) fn new(global: &Global, format: Format, interrupt: Interrupt) -> Result<Self, Failure> {
        match global.simulate {
            Some(seed) => Self::of(simulated(seed, global)?, global, format, interrupt),
            None => {
                let key = key::find(global.key_file.as_deref())?;
                Self::of(atlassian(global, key)?, global, format, interrupt)
            }
        }
    }

    /// Creates a client without a key, which can send nothing.
    pub(crate) fn without_key(global: &Global, interrupt: Interrupt) -> Result<Self, Failure> {
        let connection = match global.simulate {
            Some(seed) => simulated(seed, global)?,
            None => atlassian(global, K::from_gateway())?,
        };
        Ok(Self { looks_up: false, ..Self::of(connection, global, Format::Json, interrupt)? })
    }

    fn of(
        connection: Connection<K>,
        global: &Global,
        format: Format,
        interrupt: Interrupt,
    ) -> Result<Self, Failure> {
        let timeouts = match global.timeout {
            Some(limit) => Timeouts { attempt: Some(limit), total: Some(limit) },
            None => Timeouts::default(),
        };
        let waits = Waits { quiet: global.quiet };
        let client = connection
            .builder
            .timeouts(timeouts)
            .observer(waits)
            .build()
            .map_err(|error| Failure::usage(error.to_string()))?;
        Ok(Self {
            client,
            format,
            quiet: global.quiet,
            interrupt,
            now: connection.now,
            directory: connection.directory,
            org: connection.org.map(OrgId::from),
            looks_up: true,
        })
    }

    /// Notes on standard error that an operation's retirement is announced, and names its
    /// successor.
    pub(crate) fn note_retirement(&self, operation: &Operation) {
        if let (Some(retirement), false) = (operation.retirement(), self.quiet) {
            stderr::print(&format!("note: {} {}", operation.dotted(), retirement.note(self.now)));
        }
    }

    /// Returns the organization: the given one, or else the only one that the key can access.
    pub(crate) async fn org(&self) -> Result<OrgId, Failure> {
        if let Some(org) = &self.org {
            return Ok(org.clone());
        }
        if !self.looks_up {
            return Err(Failure::usage(
                "--dry-run sends nothing, so it cannot look up the organization: give --org ID, or set ATLASSIAN_ADMIN_ORG_ID",
            ));
        }
        let mut pages =
            self.client.pages_untyped(const { &api::orgs::List::OPERATION }, serde_json::Map::new());
        let mut orgs: Vec<Org> = Vec::new();
        while let Some(page) = pages.next().await {
            orgs.extend(page?.into_iter().filter_map(|org| org.cast().decode().ok()));
        }
        match orgs.as_slice() {
            [only] => Ok(only.id.clone()),
            [] => Err(Failure::usage(
                "the key can access no organization (a key with scopes cannot list them): give --org ID; the id is in the URL admin.atlassian.com/o/ID",
            )),
            several => Err(Failure::usage(format!(
                "the key can access several organizations: give --org with one of {}",
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

/// The parts of a client, and what is known about its server.
struct Connection<K> {
    builder: ClientBuilder<K>,
    org: Option<String>,
    directory: Option<String>,
    now: SystemTime,
}

/// The embedded simulator. The environment variable names a real organization, so it is ignored.
fn simulated<K: CredentialKind>(seed: u64, global: &Global) -> Result<Connection<K>, Failure> {
    let runtime = TokioRuntime::new();
    let simulator = Simulator::builder(Arc::new(runtime.clone()))
        .seed(seed)
        .accounts(ACCOUNTS)
        .events(EVENTS)
        .rate_limits(false)
        .build();
    let key = match K::KIND {
        KeyKind::Directory => simulator.directory_key(),
        _ => simulator.api_key(),
    };
    let key = K::new(key).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(Connection {
        org: Some(global.org.clone().unwrap_or_else(|| simulator.org_id().to_string())),
        directory: Some(simulator.directory_id().to_string()),
        now: simulator.now(),
        // The simulator has no rate limits, so the client needs none.
        builder: ClientBuilder::new(simulator, runtime, key).rate_limiter(Unlimited),
    })
}

/// The real API, or the server of `--base-url`.
fn atlassian<K: CredentialKind>(global: &Global, key: K) -> Result<Connection<K>, Failure> {
    let builder = atlassian_admin::client(key);
    let base_url = match &global.base_url {
        Some(url) => Some(url.clone()),
        None => variable("ATLASSIAN_ADMIN_BASE_URL")?,
    };
    let org = match &global.org {
        Some(org) => Some(org.clone()),
        None => id_variable("ATLASSIAN_ADMIN_ORG_ID")?,
    };
    Ok(Connection {
        builder: match base_url {
            Some(url) => builder.base_url(url),
            None => builder,
        },
        org,
        directory: None,
        now: TokioRuntime::new().now(),
    })
}

/// Reads an environment variable; `None` if it is not set or holds only white space.
fn variable(name: &str) -> Result<Option<String>, Failure> {
    match std::env::var(name) {
        Ok(text) => Ok(Some(input::trimmed(&text).to_owned()).filter(|text| !text.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            Err(Failure::usage(format!("{name}: is not UTF-8 text: set it again, or unset it")))
        }
    }
}

/// Reads an environment variable that holds an id.
pub(crate) fn id_variable(name: &str) -> Result<Option<String>, Failure> {
    let id = |text: String| input::id(&text).map(str::to_owned);
    let id = variable(name)?.map(id).transpose();
    id.map_err(|problem| Failure::usage(format!("{name}: {problem}")))
}
