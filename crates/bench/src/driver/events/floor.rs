//! The same members as the client's event, as one would write them by hand.

#![allow(dead_code, reason = "members are decoded to be measured; few are read")]

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::checksum::Tally;
use crate::floor::{FloorPage, Links, Meta};
use crate::options::Options;

impl FloorPage for Page {
    fn request(client: &Client, options: &Options, cursor: Option<&str>) -> RequestBuilder {
        let cursor = cursor.map_or(String::new(), |cursor| format!("&cursor={cursor}"));
        client.get(format!("{}/admin/v1/orgs/{}/events-stream?limit=500{cursor}", options.url, options.org))
    }

    fn add(&self, tally: &mut Tally) {
        for event in &self.data {
            let attributes = event.attributes.as_ref();
            let time = attributes.and_then(|attributes| attributes.time.as_deref()).unwrap_or_default();
            let action = attributes.and_then(|attributes| attributes.action.as_deref()).unwrap_or_default();
            let contexts = attributes.and_then(|attributes| attributes.context.as_ref()).map_or(0, Vec::len);
            tally.add(&event.id, time, action, contexts);
        }
    }

    fn next(self) -> Option<String> {
        self.meta?.next
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    data: Vec<Event>,
    links: Option<Links>,
    meta: Option<Meta>,
}

#[derive(Debug, Deserialize)]
struct Event {
    id: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    attributes: Option<Attributes>,
    message: Option<Message>,
    links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Attributes {
    time: Option<String>,
    processed_at: Option<String>,
    action: Option<String>,
    actor: Option<Actor>,
    context: Option<Vec<Object>>,
    container: Option<Vec<Object>>,
    location: Option<Location>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Actor {
    id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    picture: Option<String>,
    auth: Option<Auth>,
    app: Option<App>,
    on_behalf_of: Option<Person>,
    links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Auth {
    auth_type: Option<AuthType>,
    token_id: Option<String>,
    token_label: Option<String>,
}

#[derive(Debug, Deserialize)]
enum AuthType {
    #[serde(rename = "session")]
    Session,
    #[serde(rename = "container-token")]
    ContainerToken,
    #[serde(rename = "api-token")]
    ApiToken,
    #[serde(rename = "connect-token")]
    ConnectToken,
    #[serde(rename = "auth-token-for-2LO")]
    OAuth2Lo,
    #[serde(rename = "auth-token-for-3LO")]
    OAuth3Lo,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
struct App {
    id: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    attributes: Option<Map<String, Value>>,
}

#[derive(Debug, Deserialize)]
struct Person {
    id: Option<String>,
    name: Option<String>,
    email: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Object {
    id: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    attributes: Option<Map<String, Value>>,
    links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    ip: Option<String>,
    geo: Option<String>,
    country_name: Option<String>,
    region_name: Option<String>,
    city: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Message {
    content: Option<String>,
    format: Option<String>,
}
