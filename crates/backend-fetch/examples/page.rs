//! The Rust client in a page, without the npm package: a module of one's own, over the page's `fetch`.
//!
//! Built for wasm32 and given to wasm-bindgen, its functions are JavaScript's. `tests/page.test.mjs` runs them.

use std::time::Duration;

use atlassian_admin_backend_fetch::{FetchBackend, JsRuntime};
use atlassian_admin_core::api::groups::CreateGroup;
use atlassian_admin_core::api::users::SearchDirectoryUsers;
use atlassian_admin_core::policy::{NeverRetry, Timeouts};
use atlassian_admin_core::{Client, ClientBuilder, Credentials, Error};
use futures_util::TryStreamExt;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// A client of an organization.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Admin {
    client: Client,
    org_id: String,
    directory_id: String,
}

#[wasm_bindgen]
impl Admin {
    /// A client that waits `patience_ms` for an answer, and asks once.
    ///
    /// # Errors
    /// Where the key or the URL cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(
        key: &str,
        base_url: &str,
        org_id: String,
        directory_id: String,
        patience_ms: u32,
    ) -> Result<Admin, JsError> {
        let patience = Some(Duration::from_millis(patience_ms.into()));
        let client = ClientBuilder::new(FetchBackend, JsRuntime, Credentials::key(key)?)
            .base_url(base_url)
            .retry(NeverRetry)
            .timeouts(Timeouts { attempt: patience, call: patience })
            .build()?;
        Ok(Self { client, org_id, directory_id })
    }

    /// How many users there are, page after page.
    ///
    /// # Errors
    /// As the client tells them.
    pub async fn count_users(&self) -> Result<u32, JsError> {
        let search = SearchDirectoryUsers::new(self.org_id.as_str(), self.directory_id.as_str()).limit(50);
        let count = self.client.pages(search).items().try_fold(0, |count, _| async move { Ok(count + 1) });
        count.await.map_err(told)
    }

    /// Makes a group.
    ///
    /// # Errors
    /// As the client tells them.
    pub async fn create_group(&self, name: &str) -> Result<(), JsError> {
        let call = CreateGroup::new(self.org_id.as_str(), self.directory_id.as_str(), name);
        self.client.send(&call).await.map_err(told)
    }
}

/// The kind first, by which a page tells errors apart, and at the end what `fetch` had to say. That may show the URL, which is the page's
/// own business.
fn told(error: Error) -> JsError {
    let reason = error.transport_error().map(|failed| format!(": {}", failed.source)).unwrap_or_default();
    JsError::new(&format!("{:?}: {error}{reason}", error.kind()))
}
