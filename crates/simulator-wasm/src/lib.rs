//! The simulator as a backend of the npm package, which `bindings/simulator` calls.
//!
//! It only decides. JavaScript carries out what takes time (a delay, a response that never
//! arrives), so that an `AbortSignal` can stop it.

mod answer;
mod settings;

use std::sync::Arc;

use atlassian_admin_backend_fetch::JsRuntime;
use atlassian_admin_simulator::Fault;
use js_sys::Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::settings::Settings;

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
        let builder = atlassian_admin_simulator::Simulator::builder(Arc::new(JsRuntime));
        let builder = Settings::read(settings).and_then(|settings| settings.apply(builder));
        builder.map(|builder| Self(builder.build())).map_err(to_js)
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

    /// Replaces all faults by these (as JSON: a list of strings).
    ///
    /// # Errors
    /// A string that names the unknown fault.
    #[wasm_bindgen(js_name = "setFaults")]
    pub fn set_faults(&self, faults: &str) -> Result<(), JsValue> {
        let texts: Vec<String> =
            serde_json::from_str(faults).map_err(|_| to_js("faults: must be a list of texts"))?;
        let faults = texts.iter().map(|text| text.parse::<Fault>().map_err(to_js));
        self.0.set_faults(faults.collect::<Result<_, _>>()?);
        Ok(())
    }

    /// Returns the requests so far, as JSON.
    ///
    /// # Errors
    /// A string that reports more than 10,000 requests, of which the first are dropped.
    pub fn requests(&self) -> Result<String, JsValue> {
        let requests = self.0.requests().map_err(to_js)?;
        Ok(serde_json::to_string(&requests).unwrap_or_default())
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

    /// Returns the directory's id; of several, the first one's.
    #[wasm_bindgen(getter, js_name = "directoryId")]
    #[must_use]
    pub fn directory_id(&self) -> String {
        self.0.directory_id().to_owned()
    }
}

/// Converts an error for JavaScript.
fn to_js(problem: impl std::fmt::Display) -> JsValue {
    JsValue::from_str(&problem.to_string())
}
