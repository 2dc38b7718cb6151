//! The clients for both kinds of keys, and the end of a call.

use atlassian_admin_backend_fetch::FunctionBackend;
use atlassian_admin_core::Client;
use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use futures_util::future::LocalBoxFuture;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::JsValue;

use crate::answer::{self, Answer, Reading};
use crate::failure::{Failure, Misuse};
use crate::hooks::Hooks;
use crate::sent::TrackingBackend;
use crate::settings::Settings;
use crate::table::Entry;
use crate::{executor, host, raw};

#[derive(Debug)]
pub(crate) struct Clients {
    organization: Option<Client<OrganizationKey>>,
    directory: Option<Client<DirectoryKey>>,
    /// Whether responses are validated against the documentation.
    validates: bool,
}

impl Clients {
    pub(crate) fn new(settings: &str, hooks: &Hooks, backend: FunctionBackend) -> Result<Self, String> {
        let settings = Settings::read(settings);
        let backend = TrackingBackend(backend);
        Ok(Self {
            organization: settings.client("apiKey", hooks, backend.clone())?,
            directory: settings.client("directoryKey", hooks, backend)?,
            validates: settings.validates().unwrap_or(false),
        })
    }

    /// Sends a call with the key that the operation takes, and reports the response to the façade.
    pub(crate) async fn send(
        &self,
        call: u32,
        entry: &'static Entry,
        arguments: Map<String, Value>,
        options: Option<&str>,
    ) -> Result<Answer, Failure> {
        let settings = options.map(Settings::read);
        let reading = Reading {
            validates: settings.as_ref().and_then(Settings::validates).unwrap_or(self.validates),
            keeps_lines: settings.as_ref().is_some_and(Settings::keeps_lines),
        };
        let auth = entry.operation.auth;
        let missing = |option| {
            let problem = format!("takes the {auth}: create the client with `{option}`");
            Misuse::new(&entry.operation, problem)
        };
        let answer = match auth {
            KeyKind::Directory => {
                let client = self.directory.as_ref().ok_or_else(|| missing("directoryKey"))?;
                send(client, entry, arguments, settings, reading).await
            }
            _ => {
                let client = self.organization.as_ref().ok_or_else(|| missing("apiKey"))?;
                send(client, entry, arguments, settings, reading).await
            }
        }?;
        Ok(report(call, answer))
    }

    /// Sends a raw request. One of a listed operation takes the key of that operation, and others
    /// take that of the organization, if there is one.
    pub(crate) async fn request(
        &self,
        call: u32,
        request: &raw::Request,
        options: Option<&str>,
    ) -> Result<Answer, Failure> {
        let settings = options.map(Settings::read);
        let is_of_directory = request.listed().map(|entry| entry.operation.auth == KeyKind::Directory);
        let answer = match (&self.organization, &self.directory) {
            (Some(client), None) => request.send(client, settings).await,
            (Some(client), Some(_)) if is_of_directory != Some(true) => request.send(client, settings).await,
            (_, Some(client)) => request.send(client, settings).await,
            (None, None) => Err(Misuse::unknown_operation().into()),
        }?;
        Ok(report(call, answer))
    }
}

/// Reports a successful response to the façade.
fn report(call: u32, mut answer: Answer) -> Answer {
    let (trace_id, findings) = (answer.trace_id.take(), answer.findings.take());
    host::with(|host| host.responded(call, answer.status.as_u16(), trace_id, findings));
    answer
}

async fn send<K: CredentialKind>(
    client: &Client<K>,
    entry: &'static Entry,
    arguments: Map<String, Value>,
    settings: Option<Settings>,
    reading: Reading,
) -> Result<Answer, Failure> {
    let client = settings.map_or_else(|| client.clone(), |settings| settings.apply(client));
    let answer = client
        .send_untyped_with(&entry.operation, arguments, |head, body| answer::read(entry, head, body, reading))
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
