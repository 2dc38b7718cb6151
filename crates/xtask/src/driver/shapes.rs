//! Owned structs with the same members as the client's models, as one would write them by hand: unknown members are dropped and
//! free-form members are maps.

#![allow(dead_code, reason = "members are decoded to be measured; few are read")]

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    pub(crate) data: Vec<Event>,
    pub(crate) links: Option<Links>,
    pub(crate) meta: Option<Meta>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Meta {
    pub(crate) next: Option<String>,
    pub(crate) prev: Option<String>,
    pub(crate) page_size: Option<u64>,
    pub(crate) total: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) attributes: Option<Attributes>,
    pub(crate) message: Option<Message>,
    pub(crate) links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attributes {
    pub(crate) time: Option<String>,
    pub(crate) processed_at: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) actor: Option<Actor>,
    pub(crate) context: Option<Vec<Object>>,
    pub(crate) container: Option<Vec<Object>>,
    pub(crate) location: Option<Location>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Actor {
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) picture: Option<String>,
    pub(crate) auth: Option<Auth>,
    pub(crate) app: Option<App>,
    pub(crate) on_behalf_of: Option<Person>,
    pub(crate) links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Auth {
    pub(crate) auth_type: Option<AuthType>,
    pub(crate) token_id: Option<String>,
    pub(crate) token_label: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) enum AuthType {
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
pub(crate) struct App {
    pub(crate) id: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) attributes: Option<Map<String, Value>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Person {
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Object {
    pub(crate) id: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) attributes: Option<Map<String, Value>>,
    pub(crate) links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Location {
    pub(crate) ip: Option<String>,
    pub(crate) geo: Option<String>,
    pub(crate) country_name: Option<String>,
    pub(crate) region_name: Option<String>,
    pub(crate) city: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    pub(crate) content: Option<String>,
    pub(crate) format: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Links {
    #[serde(rename = "self")]
    pub(crate) this: Option<String>,
    pub(crate) prev: Option<String>,
    pub(crate) next: Option<String>,
    pub(crate) alt: Option<String>,
}
