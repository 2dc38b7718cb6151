//! The clients for both kinds of keys, and the end of a call.

use atlassian_admin_backend_fetch::FunctionBackend;
use atlassian_admin_core::Client;
use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use futures_util::future::LocalBoxFuture;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::JsValue;

use crate::answer::{self, Answer};
use crate::failure::{Failure, Misuse};
use crate::sent::TrackingBackend;
use crate::settings::{Settings, within};
use crate::table::Entry;
use crate::{executor, host};

#[derive(Debug)]
pub(crate) struct Clients {
    organization: Option<Client<OrganizationKey>>,
    directory: Option<Client<DirectoryKey>>,
    /// Whether responses are validated against the documentation.
    validates: bool,
}

impl Clients {
    pub(crate) fn new(settings: &str, backend: FunctionBackend) -> Result<Self, String> {
        let settings = Settings::read(settings);
        let backend = TrackingBackend(backend);
        Ok(Self {
            organization: settings.client("apiKey", backend.clone())?,
            directory: settings.client("directoryKey", backend)?,
            validates: settings.validates(),
        })
    }

    /// Sends a call with the key that the operation takes, and reports violations in its response
    /// to the façade.
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
    // The façade has checked that it is a number and not negative.
    let client =
        timeout.map_or_else(|| client.clone(), |timeout| client.with_timeouts(within(timeout as u64)));
    let answer = client
        .send_untyped_with(&entry.operation, arguments, |head, body| {
            answer::read(entry, head, body, validates)
        })
        .await?;
    Ok(answer.take())
}

/// Runs a call, and reports its result to the façade.
pub(crate) fn settle(call: u32, work: impl Future<Output = Result<JsValue, Failure>> + 'static) {
    // Boxed, so that the code after the call is compiled once.
    let work: LocalBoxFuture<'static, _> = Box::pin(work);
    executor::spawn(
        call,
        Box::pin(async move {
            let result = work.await;
            host::with(|host| match result {
                Ok(value) => host.settle(call, None, &value),
                Err(failure) => {
                    let (failure, cause) = failure.to_js();
                    host.settle(call, Some(failure), &cause);
                }
            });
        }),
    );
}
