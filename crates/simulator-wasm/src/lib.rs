//! The simulator as a backend of the npm package: what `bindings/simulator` calls.
//!
//! It only decides. What takes time (a delay, an answer that never comes) is carried out in JavaScript, where an `AbortSignal` can
//! stop it.

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
    /// Makes one with `settings` (as JSON).
    ///
    /// # Errors
    /// A text that says which setting is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Simulator, JsValue> {
        let builder = atlassian_admin_simulator::Simulator::builder(Arc::new(JsRuntime));
        let builder = Settings::read(settings).and_then(|settings| settings.apply(builder));
        builder.map(|builder| Self(builder.build())).map_err(told)
    }

    /// Decides about a request, whose headers are JSON: what to do (as JSON), and the body of the answer.
    ///
    /// # Errors
    /// A text that says why it is no request.
    pub fn answer(
        &self,
        method: &str,
        url: &str,
        headers: &str,
        body: Option<String>,
    ) -> Result<Array, JsValue> {
        let request = answer::request(method, url, headers, body).map_err(told)?;
        let (head, body) = answer::parts(self.0.respond(&request));
        Ok(Array::of2(&JsValue::from_str(&head), &body))
    }

    /// Replaces all faults by these (as JSON: a list of texts).
    ///
    /// # Errors
    /// A text that says which fault there is not.
    #[wasm_bindgen(js_name = "setFaults")]
    pub fn set_faults(&self, faults: &str) -> Result<(), JsValue> {
        let texts: Vec<String> =
            serde_json::from_str(faults).map_err(|_| told("faults: must be a list of texts"))?;
        let faults = texts.iter().map(|text| text.parse::<Fault>().map_err(told));
        self.0.set_faults(faults.collect::<Result<_, _>>()?);
        Ok(())
    }

    /// The requests so far, as JSON.
    ///
    /// # Errors
    /// A text that says so after more than 10,000 requests, the first of which are forgotten.
    pub fn requests(&self) -> Result<String, JsValue> {
        let requests = self.0.requests().map_err(told)?;
        Ok(serde_json::to_string(&requests).unwrap_or_default())
    }

    /// How many requests there were.
    #[wasm_bindgen(getter, js_name = "requestCount")]
    #[must_use]
    pub fn request_count(&self) -> f64 {
        self.0.request_count() as f64
    }

    /// The organization's API key.
    #[wasm_bindgen(getter, js_name = "apiKey")]
    #[must_use]
    pub fn api_key(&self) -> String {
        self.0.api_key().to_owned()
    }

    /// The directory's own key.
    #[wasm_bindgen(getter, js_name = "directoryKey")]
    #[must_use]
    pub fn directory_key(&self) -> String {
        self.0.directory_key().to_owned()
    }

    /// The organization.
    #[wasm_bindgen(getter, js_name = "orgId")]
    #[must_use]
    pub fn org_id(&self) -> String {
        self.0.org_id().to_string()
    }

    /// Its directory; of several, the first one.
    #[wasm_bindgen(getter, js_name = "directoryId")]
    #[must_use]
    pub fn directory_id(&self) -> String {
        self.0.directory_id().to_owned()
    }
}

/// What is wrong, as JavaScript gets it.
fn told(problem: impl std::fmt::Display) -> JsValue {
    JsValue::from_str(&problem.to_string())
}
