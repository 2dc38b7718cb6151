//! The Rust client in a browser without the npm package: a wasm module of your own that uses the
//! browser's `fetch`.
//!
//! Compile it for wasm32 and run wasm-bindgen to call its functions from JavaScript.
//! `tests/page.test.mjs` runs them.

use atlassian_admin_core::api;
use std::time::Duration;

use atlassian_admin_backend_fetch::{FetchBackend, JsRuntime};
use atlassian_admin_core::policy::{NeverRetry, Timeouts};
use atlassian_admin_core::{Client, ClientBuilder, Error, OrganizationKey};
use futures_util::TryStreamExt;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// A client for an organization.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Admin {
    client: Client,
    org_id: String,
    directory_id: String,
}

#[wasm_bindgen]
impl Admin {
    /// Creates a client that waits up to `timeout_ms` for a response and does not retry.
    ///
    /// # Errors
    /// If the key or the URL is not valid.
    #[wasm_bindgen(constructor)]
    pub fn new(
        key: &str,
        base_url: &str,
        org_id: String,
        directory_id: String,
        timeout_ms: u32,
    ) -> Result<Admin, JsError> {
        let timeout = Some(Duration::from_millis(timeout_ms.into()));
        let client = ClientBuilder::new(FetchBackend, JsRuntime, OrganizationKey::new(key)?)
            .base_url(base_url)
            .retry(NeverRetry)
            .timeouts(Timeouts { attempt: timeout, total: timeout })
            .build()?;
        Ok(Self { client, org_id, directory_id })
    }

    /// Counts the users of all pages.
    ///
    /// # Errors
    /// The errors of the client.
    pub async fn count_users(&self) -> Result<u32, JsError> {
        let search = api::users::Search::new(self.org_id.as_str(), self.directory_id.as_str()).limit(50);
        let count = self.client.pages(search).items().try_fold(0, |count, _| async move { Ok(count + 1) });
        count.await.map_err(to_js)
    }

    /// Creates a group.
    ///
    /// # Errors
    /// The errors of the client.
    pub async fn create_group(&self, name: &str) -> Result<(), JsError> {
        let call = api::groups::Create::new(self.org_id.as_str(), self.directory_id.as_str(), name);
        self.client.send(&call).await.map_err(to_js)
    }
}

/// The message begins with the kind, so that JavaScript can distinguish errors, and ends with the
/// reason of `fetch`. The reason may contain the URL.
fn to_js(error: Error) -> JsError {
    let reason = error.transport_error().map(|failed| format!(": {}", failed.source)).unwrap_or_default();
    JsError::new(&format!("{:?}: {error}{reason}", error.kind()))
}
