//! The client, for both kinds of keys.

use std::rc::Rc;

use atlassian_admin_backend_fetch::{FunctionBackend, JSON_OF_HOST};
use atlassian_admin_core::Client;
use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin_core::events::EventFeed;
use atlassian_admin_core::paging::UntypedWalk;
use futures_util::future::LocalBoxFuture;
use js_sys::Function;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::answer::{self, Answer};
use crate::arguments;
use crate::failure::{Failure, Misuse};
use crate::feed::{self, Feed};
use crate::listing::Listing;
use crate::sent::Noting;
use crate::settings::{Settings, within};
use crate::table::Entry;
use crate::{executor, host};

/// The client of one façade.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core(Rc<Clients>);

#[derive(Debug)]
pub(crate) struct Clients {
    organization: Option<Client<OrganizationKey>>,
    directory: Option<Client<DirectoryKey>>,
    /// Whether answers are held against what is documented.
    validates: bool,
}

#[wasm_bindgen]
impl Core {
    /// A client with `settings` (as JSON), over `fetch`.
    ///
    /// # Errors
    /// A text that says which setting is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, fetch: Function) -> Result<Core, JsValue> {
        let clients = Clients::new(settings, FunctionBackend::new(fetch));
        clients.map(|clients| Self(Rc::new(clients))).map_err(|problem| JsValue::from_str(&problem))
    }

    /// Calls an operation.
    pub fn call(&self, call: u32, name: &str, arguments: &str, timeout: Option<f64>) {
        let clients = Rc::clone(&self.0);
        let prepared = arguments::prepare(name, arguments, JSON_OF_HOST);
        settle(call, async move {
            let (entry, arguments) = prepared?;
            Ok(clients.send(call, entry, arguments, timeout).await?.value)
        });
    }

    /// A walk over a listing. What is wrong with the arguments is told with the first page.
    #[must_use]
    pub fn list(&self, name: &str, arguments: &str) -> Listing {
        let walk = arguments::prepare(name, arguments, JSON_OF_HOST)
            .map(|(entry, arguments)| (entry, UntypedWalk::new(&entry.operation, arguments)));
        Listing::new(Rc::clone(&self.0), walk)
    }

    /// The event feed with `settings` (as JSON), from `checkpoint` on.
    ///
    /// # Errors
    /// A text that says what is wrong.
    pub fn feed(&self, settings: &str, checkpoint: Option<String>) -> Result<Feed, JsValue> {
        let made = || {
            let checkpoint = checkpoint.as_deref().map(feed::checkpoint).transpose();
            let checkpoint = checkpoint.map_err(|error| format!("checkpoint: {error}"))?;
            let config = feed::config(settings, checkpoint.as_ref())?;
            match checkpoint {
                None => Ok(EventFeed::new(config)),
                Some(checkpoint) => {
                    EventFeed::resume(config, checkpoint).map_err(|error| format!("checkpoint: {error}"))
                }
            }
        };
        let made = made().map_err(|problem: String| JsValue::from_str(&problem))?;
        Ok(Feed::new(Rc::clone(&self.0), made))
    }
}

impl Clients {
    fn new(settings: &str, backend: FunctionBackend) -> Result<Self, String> {
        let settings = Settings::read(settings);
        let backend = Noting(backend);
        Ok(Self {
            organization: settings.client("apiKey", backend.clone())?,
            directory: settings.client("directoryKey", backend)?,
            validates: settings.validates(),
        })
    }

    /// Sends a call with the key that the operation takes, and tells the façade what does not fit in its answer.
    pub(crate) async fn send(
        &self,
        call: u32,
        entry: &'static Entry,
        arguments: Map<String, Value>,
        timeout: Option<f64>,
    ) -> Result<Answer, Failure> {
        let auth = entry.operation.auth;
        let missing = |option| {
            let problem = format!("takes the {auth}: create the client with `{option}`");
            Misuse::new(&entry.operation, problem)
        };
        let answer = match auth {
            KeyKind::Directory => {
                let client = self.directory.as_ref().ok_or_else(|| missing("directoryKey"))?;
                send(client, entry, arguments, timeout, self.validates).await
            }
            _ => {
                let client = self.organization.as_ref().ok_or_else(|| missing("apiKey"))?;
                send(client, entry, arguments, timeout, self.validates).await
            }
        }?;
        host::with(|host| {
            host.responded(call, answer.status.as_u16());
            if !answer.findings.is_empty() {
                host.found(call, &answer.findings);
            }
        });
        Ok(answer)
    }
}

async fn send<K: CredentialKind>(
    client: &Client<K>,
    entry: &'static Entry,
    arguments: Map<String, Value>,
    timeout: Option<f64>,
    validates: bool,
) -> Result<Answer, Failure> {
    // The façade has checked that it is a number from 0 on.
    let client =
        timeout.map_or_else(|| client.clone(), |timeout| client.with_timeouts(within(timeout as u64)));
    let answer = client
        .send_untyped_with(&entry.operation, arguments, |head, body| {
            answer::read(entry, head, body, validates)
        })
        .await?;
    Ok(answer.take())
}

/// Runs a call, and tells the façade how it ends.
pub(crate) fn settle(call: u32, work: impl Future<Output = Result<JsValue, Failure>> + 'static) {
    // Boxed, so that what is done at the end is compiled once.
    let work: LocalBoxFuture<'static, _> = Box::pin(work);
    executor::spawn(
        call,
        Box::pin(async move {
            let result = work.await;
            host::with(|host| match result {
                Ok(value) => host.settle(call, None, &value),
                Err(failure) => {
                    let (failure, cause) = failure.told();
                    host.settle(call, Some(failure), &cause);
                }
            });
        }),
    );
}
