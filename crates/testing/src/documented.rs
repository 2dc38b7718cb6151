//! Runs the example in the documentation of an operation over a simulator.

use std::error::Error;
use std::sync::Arc;

use atlassian_admin_core::auth::{DirectoryKey, KeyKind};
use atlassian_admin_core::backend::{HttpBackend, HttpRequest};
use atlassian_admin_core::{Client, operation};
use atlassian_admin_simulator::Simulator;
use serde_json::{Map, Value};

use crate::ImmediateTime;
use crate::examples::{self, ACCOUNTS, Call, EVENTS, Example, Response, fill};

/// The first example of an operation that has a response, with what it needs.
#[derive(Debug)]
pub struct Documented {
    simulator: Simulator,
    /// The values of names.
    known: Map<String, Value>,
    /// The request that the example sends, and the status of its response.
    expected: String,
    /// The number of requests before it.
    before: usize,
}

impl Documented {
    /// Starts a simulator and makes what the example of `name`, such as `users.search`, needs.
    ///
    /// # Errors
    /// An operation without an example, or a setup that the simulator refuses.
    pub async fn new(name: &str) -> Result<Self, Box<dyn Error>> {
        let operation = operation(name).ok_or("the operation is unknown")?;
        let examples = examples::of(operation)?.examples;
        let example = examples.into_iter().find_map(|it| Some((it.response.clone()?, it)));
        let (Response { status, .. }, Example { setup, request, .. }) = example.ok_or("no example")?;
        let simulator = Simulator::builder(Arc::new(ImmediateTime::default()))
            .accounts(ACCOUNTS)
            .events(EVENTS)
            .rate_limits(false)
            .quirks(setup.quirks.iter().map(|quirk| quirk.parse()).collect::<Result<Vec<_>, _>>()?)
            .build();
        let mut known = Map::from_iter([
            ("orgId".to_owned(), simulator.org_id().as_str().into()),
            ("directoryId".to_owned(), simulator.directory_id().into()),
        ]);
        known.extend(arranged(&simulator, &setup.scenario.into()).await?);
        for call in setup.calls {
            let kept = called(&simulator, call, &known).await?;
            known.extend(kept);
        }
        let expected = format!("{} {status}", request.line(&known));
        let before = simulator.requests()?.len();
        Ok(Self { simulator, known, expected, before })
    }

    /// A client with the key of the organization.
    #[must_use]
    pub fn client(&self) -> Client {
        self.simulator.client()
    }

    /// A client with the key of the directory.
    #[must_use]
    pub fn directory_client(&self) -> Client<DirectoryKey> {
        self.simulator.directory_client()
    }

    /// The value of a name, such as `orgId`.
    ///
    /// # Errors
    /// A name that the setup does not give a text.
    pub fn value(&self, name: &str) -> Result<&str, String> {
        self.known.get(name).and_then(Value::as_str).ok_or_else(|| format!("`${name}` is not known"))
    }

    /// Checks that the request was that of the example. Further pages may follow it.
    ///
    /// # Errors
    /// Another request, or another status.
    pub fn check(&self) -> Result<(), Box<dyn Error>> {
        let sent = self.simulator.requests()?.into_iter().nth(self.before).ok_or("nothing was sent")?;
        let status = sent.status.map_or_else(|| "none".to_owned(), |status| status.to_string());
        let sent = format!("{} {} {status}", sent.method, sent.target);
        match sent == self.expected {
            true => Ok(()),
            false => Err(format!("the example sends {sent} instead of {}", self.expected).into()),
        }
    }
}

/// Makes the changes of a scenario, and returns the identifiers of what it made.
async fn arranged(simulator: &Simulator, steps: &Value) -> Result<Map<String, Value>, Box<dyn Error>> {
    let mut request = HttpRequest::new(steps.to_string().into());
    *request.method_mut() = "POST".parse()?;
    *request.uri_mut() = "https://simulator.example/_simulator/scenario".parse()?;
    let response = simulator.execute(request).await?;
    Ok(serde_json::from_slice(&response.body().bytes())?)
}

/// Makes a call, and returns the values that it keeps.
async fn called(
    simulator: &Simulator,
    Call(name, arguments, keep): Call,
    known: &Map<String, Value>,
) -> Result<Map<String, Value>, Box<dyn Error>> {
    let operation = operation(&name).ok_or("the operation is unknown")?;
    let Value::Object(arguments) = fill(&arguments.into(), known) else { return Err("no object".into()) };
    let (_, body) = match operation.auth {
        KeyKind::Directory => simulator.directory_client().send_untyped(operation, arguments).await?,
        _ => simulator.client().send_untyped(operation, arguments).await?,
    };
    let body: Value = serde_json::from_slice(&body.bytes()).unwrap_or_default();
    let kept = |(name, pointer): (String, String)| {
        let value = body.pointer(&pointer).ok_or_else(|| format!("there is nothing at {pointer}"))?;
        Ok((name, value.clone()))
    };
    keep.into_iter().map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn check_refuses_another_request() {
        let example = Documented::new("orgs.get").await.unwrap();
        let org_id = example.value("orgId").unwrap();
        assert_eq!(example.check().unwrap_err().to_string(), "nothing was sent");
        example.client().orgs().list().await.unwrap();
        assert_eq!(
            example.check().unwrap_err().to_string(),
            format!("the example sends GET /admin/v1/orgs 200 instead of GET /admin/v1/orgs/{org_id} 200")
        );
    }

    #[tokio::test]
    async fn setup_keeps_values_of_calls() {
        let example = Documented::new("domains.get").await.unwrap();
        let call = example.client().organization(example.value("orgId").unwrap());
        call.domains().get(example.value("domainId").unwrap()).await.unwrap();
        example.check().unwrap();
    }
}
