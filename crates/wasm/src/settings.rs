//! The settings of a client.

use std::time::Duration;

use atlassian_admin_backend_fetch::{JSON_OF_HOST, JsRuntime};
use atlassian_admin_core::auth::CredentialKind;
use atlassian_admin_core::policy::{
    ExponentialBackoff, NeverRetry, RetryPolicy, SafeRetry, Timeouts, Unlimited,
};
use atlassian_admin_core::{Client, ClientBuilder};
use serde_json::Value;

use crate::sent::TrackingBackend;

/// The settings: an object whose types the façade has checked.
pub(crate) struct Settings(Value);

impl Settings {
    pub(crate) fn read(text: &str) -> Self {
        Self((JSON_OF_HOST.read)(text.as_bytes()).unwrap_or_default())
    }

    /// Returns whether responses are validated.
    pub(crate) fn validates(&self) -> bool {
        matches!(self.0.get("validate"), Some(Value::Bool(true)))
    }

    /// Creates the client for the key in this property, if it is present. The key is `null` if a
    /// gateway adds it.
    pub(crate) fn client<K: CredentialKind>(
        &self,
        key: &str,
        backend: TrackingBackend,
    ) -> Result<Option<Client<K>>, String> {
        let key = match self.0.get(key) {
            Some(Value::String(text)) => K::new(text.as_str()).map_err(|error| format!("{key}: {error}"))?,
            Some(_) => K::from_gateway(),
            None => return Ok(None),
        };
        let mut builder = ClientBuilder::<K>::new(backend, JsRuntime, key);
        if let Some(url) = self.0.get("baseUrl").and_then(Value::as_str) {
            builder = builder.base_url(url);
        }
        if let Some(milliseconds) = number(&self.0, "timeoutMs") {
            builder = builder.timeouts(within(milliseconds));
        }
        if let Some(Value::Bool(false)) = self.0.get("rateGate") {
            builder = builder.rate_limiter(Unlimited);
        }
        if let Some(Value::Bool(true)) = self.0.get("readOnly") {
            builder = builder.read_only();
        }
        let builder = match self.0.get("retry") {
            Some(Value::Bool(false)) => builder.retry(NeverRetry),
            Some(options) => {
                let builder = builder.backoff(backoff(options));
                match number(options, "attempts").map(|attempts| u32::try_from(attempts).unwrap_or(u32::MAX))
                {
                    Some(attempts) => builder.retry(SafeRetry.with_attempt_limit(attempts)),
                    None => builder,
                }
            }
            None => builder,
        };
        builder.build().map(Some).map_err(|error| format!("baseUrl: {error}"))
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

/// Returns the time-outs of a call with a total limit in milliseconds.
pub(crate) fn within(milliseconds: u64) -> Timeouts {
    Timeouts { total: Some(Duration::from_millis(milliseconds)), ..Timeouts::default() }
}
