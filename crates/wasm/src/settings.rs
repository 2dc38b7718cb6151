//! What a client is created with.

use std::time::Duration;

use atlassian_admin_backend_fetch::JsRuntime;
use atlassian_admin_core::auth::CredentialKind;
use atlassian_admin_core::policy::{Backoff, NoRetry, Timeouts};
use atlassian_admin_core::{Client, ClientBuilder, Credentials, HttpBackend};
use serde::Deserialize;

/// The settings, as the façade writes them.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Settings {
    pub(crate) api_key: Key,
    pub(crate) directory_key: Key,
    base_url: Option<String>,
    timeout_ms: Option<u64>,
    retry: Retry,
}

/// A key, or none for a gateway that adds one (`null`), or none at all.
#[derive(Deserialize, Default, Clone)]
#[serde(untagged)]
pub(crate) enum Key {
    Text(String),
    OfTheGateway(()),
    #[default]
    Missing,
}

/// How to try again: `false` for not at all, or what differs from the defaults.
#[derive(Deserialize)]
#[serde(untagged)]
enum Retry {
    Whether(bool),
    Backoff {
        attempts: Option<u32>,
        #[serde(rename = "firstWaitMs")]
        first_wait: Option<u64>,
        #[serde(rename = "longestWaitMs")]
        longest_wait: Option<u64>,
    },
}

impl Default for Retry {
    fn default() -> Self {
        Self::Whether(true)
    }
}

impl Settings {
    /// The client for one kind of key, if there is one.
    pub(crate) fn client<K: CredentialKind>(
        &self,
        key: &Key,
        backend: impl HttpBackend,
    ) -> Result<Option<Client<K>>, String> {
        let credentials = match key {
            Key::Missing => return Ok(None),
            Key::OfTheGateway(()) => Credentials::none(),
            Key::Text(key) => Credentials::key(key.as_str()).map_err(|error| error.to_string())?,
        };
        let mut builder = ClientBuilder::<K>::new(backend, JsRuntime, credentials).timeouts(self.timeouts());
        if let Some(url) = &self.base_url {
            builder = builder.base_url(url);
        }
        let builder = match &self.retry {
            Retry::Whether(true) => builder,
            Retry::Whether(false) => builder.retry(NoRetry),
            Retry::Backoff { attempts, first_wait, longest_wait } => {
                let default = Backoff::default();
                let wait = |given: &Option<u64>, default| given.map_or(default, Duration::from_millis);
                let first_wait_when_limited = wait(first_wait, default.first_wait_when_limited);
                builder.retry(Backoff {
                    attempts: attempts.unwrap_or(default.attempts),
                    attempts_when_limited: attempts.unwrap_or(default.attempts_when_limited),
                    first_wait: wait(first_wait, default.first_wait),
                    first_wait_when_limited,
                    longest_wait: wait(longest_wait, default.longest_wait),
                })
            }
        };
        builder.build().map(Some).map_err(|error| format!("baseUrl: {error}"))
    }

    fn timeouts(&self) -> Timeouts {
        self.timeout_ms.map_or_else(Timeouts::default, within)
    }
}

/// The time-outs of a call that may take this many milliseconds in all.
pub(crate) fn within(milliseconds: u64) -> Timeouts {
    Timeouts { call: Some(Duration::from_millis(milliseconds)), ..Timeouts::default() }
}
