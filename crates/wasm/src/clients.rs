//! The clients of both kinds of keys, and how a call ends.

use atlassian_admin_backend_fetch::FunctionBackend;
use atlassian_admin_core::Client;
use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use futures_util::future::LocalBoxFuture;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::JsValue;

use crate::answer::{self, Answer};
use crate::failure::{Failure, Misuse};
use crate::sent::Noting;
use crate::settings::{Settings, within};
use crate::table::Entry;
use crate::{executor, host};

#[derive(Debug)]
pub(crate) struct Clients {
    organization: Option<Client<OrganizationKey>>,
    directory: Option<Client<DirectoryKey>>,
    /// Whether answers are held against what is documented.
    validates: bool,
}

impl Clients {
    pub(crate) fn new(settings: &str, backend: FunctionBackend) -> Result<Self, String> {
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
