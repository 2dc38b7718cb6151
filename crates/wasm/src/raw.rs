//! Requests that are in no list of operations.

use atlassian_admin_backend_fetch::JSON_OF_HOST;
use atlassian_admin_core::auth::CredentialKind;
use atlassian_admin_core::{Client, RawRequest};
use http::Method;
use serde_json::Value;

use crate::answer::{self, Answer};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::table::{Entry, Table};

/// A request of a method and path. The façade has checked the types of its parts.
pub(crate) struct Request {
    method: String,
    template: String,
    /// The values of the path, the query and the body.
    parts: Value,
}

impl Request {
    pub(crate) fn new(method: String, template: String, parts: &str) -> Self {
        Self { method, template, parts: (JSON_OF_HOST.read)(parts.as_bytes()).unwrap_or_default() }
    }

    /// Returns the operation of this method and path, if there is one.
    pub(crate) fn listed(&self) -> Option<&'static Entry> {
        Table::get().entries.iter().find(|Entry { operation, .. }| {
            operation.path == self.template && operation.method.as_str() == self.method
        })
    }

    pub(crate) async fn send<K: CredentialKind>(
        &self,
        client: &Client<K>,
        settings: Option<Settings>,
    ) -> Result<Answer, Failure> {
        let client = settings.map_or_else(|| client.clone(), |settings| settings.apply(client));
        let listed = self.listed().map(|entry| &entry.operation);
        let method = match &*self.method {
            "GET" => Method::GET,
            "HEAD" => Method::HEAD,
            "POST" => Method::POST,
            "PUT" => Method::PUT,
            "PATCH" => Method::PATCH,
            "DELETE" => Method::DELETE,
            // The core refuses it.
            _ => Method::TRACE,
        };
        let mut request = RawRequest::new(&client, method, self.template.clone(), listed);
        for (name, value) in self.texts("path") {
            request = request.arg(&name, value);
        }
        for (name, value) in self.texts("query") {
            request = request.query(&name, value);
        }
        if let Some(body) = self.parts.get("body") {
            request = request.body(body.clone());
        }
        if let Some(Value::Bool(true)) = self.parts.get("idempotent") {
            request = request.idempotent();
        }
        Ok(request.send_with(answer::read_raw).await?.take())
    }

    /// Returns the names and values of a part: pairs, since a name may have several values.
    fn texts(&self, part: &str) -> Vec<(String, String)> {
        let pairs = self.parts.get(part).and_then(Value::as_array).into_iter().flatten();
        pairs
            .filter_map(|pair| match pair.as_array()?.as_slice() {
                [Value::String(name), Value::String(value)] => Some((name.clone(), value.clone())),
                _ => None,
            })
            .collect()
    }
}
