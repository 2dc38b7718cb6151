//! A directory of the simulator, spoken to without the client.

use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, Request};
use serde_json::{Value, json};

use super::{Answer, Fixture};

/// A directory, with its key.
pub(crate) struct Directory(pub(crate) Fixture);

impl Directory {
    pub(crate) fn new() -> Self {
        Self(Fixture::new(|builder| builder.events(0).rate_limits(false)))
    }

    pub(crate) async fn send(&self, method: &str, resource: &str, body: &Value) -> Answer {
        self.send_with(method, resource, body, HeaderMap::new()).await
    }

    pub(crate) async fn send_with(
        &self,
        method: &str,
        resource: &str,
        body: &Value,
        headers: HeaderMap,
    ) -> Answer {
        let simulator = &self.0.simulator;
        let mut request = Request::builder()
            .method(method)
            .uri(format!("https://api.atlassian.com/scim/directory/{}{resource}", simulator.directory_id()))
            .header(AUTHORIZATION, format!("Bearer {}", simulator.directory_key()))
            .header(CONTENT_TYPE, "application/scim+json")
            .body(if body.is_null() { Default::default() } else { body.to_string().into() })
            .unwrap();
        request.headers_mut().extend(headers);
        self.0.send(request).await
    }

    pub(crate) async fn get(&self, resource: &str) -> Value {
        self.send("GET", resource, &Value::Null).await.json()
    }

    /// Sends the operations of a patch.
    pub(crate) async fn patch(&self, resource: &str, operations: &Value) -> Answer {
        self.send("PATCH", resource, &json!({ "Operations": operations })).await
    }

    /// Makes a user with these attributes besides the required ones, and returns its resource.
    pub(crate) async fn user(&self, name: &str, more: &Value) -> String {
        let created = self.send("POST", "/Users", &user(name, more)).await;
        assert_eq!(created.status, 201, "{}", created.text);
        format!("/Users/{}", created.json()["id"].as_str().unwrap())
    }

    /// Makes a group of three new users, and returns its resource and theirs.
    pub(crate) async fn group(&self, name: &str) -> (String, Vec<String>) {
        let mut ids = Vec::new();
        for member in ["a", "b", "c"] {
            let resource = self.user(&format!("{name}-{member}"), &json!({})).await;
            ids.push(resource.trim_start_matches("/Users/").to_owned());
        }
        let members: Vec<_> = ids.iter().map(|id| json!({ "value": id })).collect();
        let group = self.send("POST", "/Groups", &json!({ "displayName": name, "members": members })).await;
        (format!("/Groups/{}", group.json()["id"].as_str().unwrap()), ids)
    }

    /// The identifiers of a group's members.
    pub(crate) async fn members(&self, group: &str) -> Vec<String> {
        let group = self.get(group).await;
        let ids = group["members"].as_array().unwrap().iter().map(|member| member["value"].as_str().unwrap());
        ids.map(str::to_owned).collect()
    }
}

/// A user with these attributes besides the required ones.
pub(crate) fn user(name: &str, more: &Value) -> Value {
    let email = format!("{name}@example.com");
    let mut user =
        json!({ "userName": name, "emails": [{ "value": email, "type": "work", "primary": true }] });
    user.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    user
}
