//! The floor: reqwest, `serde_json::from_slice` and owned structs, as one would write them by hand.
//!
//! The structs have the properties of the client's models. They drop unknown properties, and
//! free-form properties are maps.

#![allow(dead_code, reason = "the fields are decoded to be measured; few are read")]

/// Structs with optional fields, named in camel case in JSON.
macro_rules! objects {
    ($($name:ident { $($field:ident: $type:ty),* $(,)? })*) => { $(
        /// An object of the listing.
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($field: Option<$type>),* }
    )* };
}

/// Enums of strings, which accept unknown ones.
macro_rules! enums {
    ($($name:ident { $($variant:ident = $value:literal),* $(,)? })*) => { $(
        #[derive(Debug, Deserialize)]
        enum $name {
            $(#[serde(rename = $value)] $variant,)*
            #[serde(other)]
            Other,
        }
    )* };
}

pub mod events;
pub mod users;

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Outcome;
use crate::tally::Tally;

/// A page of a listing.
pub trait FloorPage: DeserializeOwned {
    /// The request for the page of this cursor, or for the first one.
    fn request(client: &Client, organization: &str, cursor: Option<&str>) -> RequestBuilder;
    /// Adds its items.
    fn add(&self, tally: &mut Tally);
    /// The cursor of the next page.
    fn next(self) -> Option<String>;
}

/// Walks over all pages; `organization` is the URL of version 1 or 2 down to the organization.
pub async fn walk<P: FloorPage>(client: &Client, organization: &str) -> Outcome<Tally> {
    let mut tally = Tally::default();
    let mut cursor: Option<String> = None;
    loop {
        let request = P::request(client, organization, cursor.as_deref()).bearer_auth("k");
        let response = request.send().await?.error_for_status()?;
        let page: P = serde_json::from_slice(&response.bytes().await?)?;
        page.add(&mut tally);
        cursor = page.next();
        if cursor.is_none() {
            return Ok(tally);
        }
    }
}

#[derive(Debug, Deserialize)]
struct Links {
    #[serde(rename = "self")]
    this: Option<String>,
    prev: Option<String>,
    next: Option<String>,
    alt: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Meta {
    next: Option<String>,
    prev: Option<String>,
    page_size: Option<u64>,
    total: Option<u64>,
}
