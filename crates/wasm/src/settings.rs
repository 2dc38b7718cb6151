//! The settings of a client, and those of a call.

use std::time::Duration;

use atlassian_admin_backend_fetch::{JSON_OF_HOST, JsRuntime};
use atlassian_admin_core::auth::CredentialKind;
use atlassian_admin_core::policy::{
    AttemptLimit, ExponentialBackoff, RetryPolicy, SafeRetry, Timeouts, Unlimited,
};
use atlassian_admin_core::{Client, ClientBuilder};
use serde_json::Value;

use crate::hooks::Hooks;
use crate::sent::TrackingBackend;

/// Settings: an object whose types the façade has checked.
pub(crate) struct Settings(Value);

impl Settings {
    pub(crate) fn read(text: &str) -> Self {
        Self((JSON_OF_HOST.read)(text.as_bytes()).unwrap_or_default())
    }

    /// Returns whether responses are validated, if the settings say so.
    pub(crate) fn validates(&self) -> Option<bool> {
        self.0.get("validate").and_then(Value::as_bool)
    }

    /// Returns whether each event keeps its text.
    pub(crate) fn keeps_lines(&self) -> bool {
        matches!(self.0.get("lines"), Some(Value::Bool(true)))
    }

    /// Creates the client for the key with this name, if there is one. The key is `null` if a
    /// gateway adds it, and a function of the user if it changes.
    pub(crate) fn client<K: CredentialKind>(
        &self,
        key: &str,
        hooks: &Hooks,
        backend: TrackingBackend,
    ) -> Result<Option<Client<K>>, String> {
        let provider = hooks.get(key);
        let key = match (provider, self.0.get(key)) {
            (Some(provider), _) => K::provided_by(move || provider.text()),
            (None, Some(Value::String(text))) => {
                K::new(text.as_str()).map_err(|error| format!("{key}: {error}"))?
            }
            (None, Some(_)) => K::from_gateway(),
            (None, None) => return Ok(None),
        };
        let mut builder = ClientBuilder::<K>::new(backend, JsRuntime, key);
        if let Some(Value::String(url)) = self.0.get("baseUrl") {
            builder = builder.base_url(url);
        }
        if let Some(Value::Bool(false)) = self.0.get("rateGate") {
            builder = builder.rate_limiter(Unlimited);
        }
        if let Some(Value::Bool(true)) = self.0.get("readOnly") {
            builder = builder.read_only();
        }
        if let Some(observer) = hooks.get("onEvent") {
            builder = builder.observer(observer);
        }
        let client = builder.build().map_err(|error| error.to_string())?;
        Ok(Some(self.apply(&client)))
    }

    /// Returns the client with the settings of a call.
    pub(crate) fn apply<K: CredentialKind>(&self, client: &Client<K>) -> Client<K> {
        let mut client = client.clone();
        if let Some(timeouts) = self.timeouts() {
            client = client.with_timeouts(timeouts);
        }
        let (policy, backoff) = self.retry();
        if let Some(policy) = policy {
            client = client.with_retry(policy);
        }
        if let Some(backoff) = backoff {
            client = client.with_backoff(backoff);
        }
        client
    }

    /// Returns the time-outs with this total limit; `null` is none.
    fn timeouts(&self) -> Option<Timeouts> {
        let total = self.0.get("timeoutMs")?.as_f64();
        Some(Timeouts {
            total: total.map(|total| Duration::from_millis(total as u64)),
            ..Timeouts::default()
        })
    }

    /// Returns the retry policy and the backoff, if the settings have them.
    fn retry(&self) -> (Option<AttemptLimit<SafeRetry>>, Option<ExponentialBackoff>) {
        match self.0.get("retry") {
            Some(Value::Bool(true)) => (Some(AttemptLimit::default()), None),
            Some(Value::Bool(false)) => (Some(SafeRetry.with_attempt_limit(1)), None),
            Some(options) => {
                let attempts = number(options, "attempts")
                    .map(|attempts| u32::try_from(attempts).unwrap_or(u32::MAX))
                    .map(|attempts| SafeRetry.with_attempt_limit(attempts));
                (attempts, Some(backoff(options)))
            }
            None => (None, None),
        }
    }
}

/// Reads the backoff; absent properties keep their defaults.
fn backoff(options: &Value) -> ExponentialBackoff {
    let default = ExponentialBackoff::default();
    let wait = |name, default| number(options, name).map_or(default, Duration::from_millis);
    ExponentialBackoff {
        initial_delay: wait("firstWaitMs", default.initial_delay),
        initial_delay_when_limited: wait("firstWaitMs", default.initial_delay_when_limited),
        max_delay: wait("longestWaitMs", default.max_delay),
    }
}

/// Reads a number without its fraction. The façade has checked that it is not negative.
fn number(object: &Value, name: &str) -> Option<u64> {
    object.get(name)?.as_f64().map(|number| number as u64)
}
