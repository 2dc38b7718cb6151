//! The simulator as a backend of the npm package, which `bindings/simulator` calls.
//!
//! It only decides. JavaScript carries out what takes time (a delay, a response that never
//! arrives), so that an `AbortSignal` can stop it.

mod answer;
mod fault;
mod input;
mod scenario;
mod settings;

use std::time::Duration;

use atlassian_admin_core::model::EpochMillis;
use js_sys::Array;
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::input::Input;

/// A simulated organization.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Simulator(atlassian_admin_simulator::Simulator);

#[wasm_bindgen]
impl Simulator {
    /// Creates a simulator with `settings` (as JSON).
    ///
    /// # Errors
    /// A string that names the wrong setting.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Simulator, JsValue> {
        read("", settings, settings::simulator).map(Self)
    }

    /// Decides how to reply to a request, whose headers are JSON. Returns the decision (as JSON),
    /// and the body of the response.
    ///
    /// # Errors
    /// A string that says why the request is not valid.
    pub fn answer(
        &self,
        method: &str,
        url: &str,
        headers: &str,
        body: Option<String>,
    ) -> Result<Array, JsValue> {
        let request = answer::request(method, url, headers, body).map_err(to_js)?;
        let (head, body) = answer::parts(self.0.respond(&request));
        Ok(Array::of2(&JsValue::from_str(&head), &body))
    }

    /// Replaces all faults by these (as JSON: a list of objects or strings).
    ///
    /// # Errors
    /// A string that names the wrong property.
    #[wasm_bindgen(js_name = "setFaults")]
    pub fn set_faults(&self, faults: &str) -> Result<(), JsValue> {
        self.0.set_faults(read("faults", faults, fault::list)?);
        Ok(())
    }

    /// Makes the changes of a scenario (as JSON) now.
    ///
    /// # Errors
    /// A string that names the wrong property, or the step that cannot be taken. The changes before
    /// it are made.
    pub fn arrange(&self, scenario: &str) -> Result<(), JsValue> {
        read("scenario", scenario, |input| scenario::arrange(&self.0, input))
    }

    /// Moves simulated time forward.
    #[wasm_bindgen(js_name = "advanceMs")]
    pub fn advance_ms(&self, ms: f64) {
        self.0.advance(Duration::from_millis(ms as u64));
    }

    /// Returns simulated time, in milliseconds since 1970.
    #[wasm_bindgen(js_name = "nowMs")]
    #[must_use]
    pub fn now_ms(&self) -> f64 {
        EpochMillis::from(self.0.now()).0 as f64
    }

    /// Returns the requests since the last `clearRequests`, as JSON.
    ///
    /// # Errors
    /// A string that reports more than 10,000 requests, of which the first are dropped.
    pub fn requests(&self) -> Result<String, JsValue> {
        Ok(json(&self.0.requests().map_err(to_js)?))
    }

    /// Forgets the requests, and counts from 0 again.
    #[wasm_bindgen(js_name = "clearRequests")]
    pub fn clear_requests(&self) {
        self.0.clear_requests();
    }

    /// Returns the changes that requests made, as JSON.
    #[must_use]
    pub fn changes(&self) -> String {
        json(&self.0.changes())
    }

    /// Returns the account with this e-mail address.
    #[wasm_bindgen(js_name = "accountId")]
    #[must_use]
    pub fn account_id(&self, email: &str) -> Option<String> {
        self.0.account_id(email).map(|id| id.to_string())
    }

    /// Returns the group of this name.
    #[wasm_bindgen(js_name = "groupId")]
    #[must_use]
    pub fn group_id(&self, name: &str) -> Option<String> {
        self.0.group_id(name).map(|id| id.to_string())
    }

    /// Returns the number of requests so far.
    #[wasm_bindgen(getter, js_name = "requestCount")]
    #[must_use]
    pub fn request_count(&self) -> f64 {
        self.0.request_count() as f64
    }

    /// Returns the organization's API key.
    #[wasm_bindgen(getter, js_name = "apiKey")]
    #[must_use]
    pub fn api_key(&self) -> String {
        self.0.api_key().to_owned()
    }

    /// Returns the directory's key.
    #[wasm_bindgen(getter, js_name = "directoryKey")]
    #[must_use]
    pub fn directory_key(&self) -> String {
        self.0.directory_key().to_owned()
    }

    /// Returns the organization's id.
    #[wasm_bindgen(getter, js_name = "orgId")]
    #[must_use]
    pub fn org_id(&self) -> String {
        self.0.org_id().to_string()
    }

    /// Returns the ids of all organizations.
    #[wasm_bindgen(getter, js_name = "orgIds")]
    #[must_use]
    pub fn org_ids(&self) -> Vec<String> {
        self.0.organizations().map(|organization| organization.org_id().to_string()).collect()
    }

    /// Returns the ids of the organization's directories.
    #[wasm_bindgen(getter, js_name = "directoryIds")]
    #[must_use]
    pub fn directory_ids(&self) -> Vec<String> {
        self.0.directory_ids().iter().map(ToString::to_string).collect()
    }
}

/// Reads JSON of JavaScript, and names what is wrong with it.
fn read<T>(
    place: &str,
    json: &str,
    read: impl FnOnce(&Input<'_>) -> Result<T, String>,
) -> Result<T, JsValue> {
    let value: Value = serde_json::from_str(json).map_err(to_js)?;
    read(&Input::new(place, &value)).map_err(to_js)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Converts an error for JavaScript.
fn to_js(problem: impl std::fmt::Display) -> JsValue {
    JsValue::from_str(&problem.to_string())
}
