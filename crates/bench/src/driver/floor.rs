//! What one would write by hand: reqwest, `serde_json::from_slice`, owned structs.

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Outcome;
use crate::checksum::Tally;
use crate::options::Options;

/// A page of a listing, as an owned struct with the same members as the client's model: unknown members are dropped and free-form
/// members are maps.
pub(crate) trait FloorPage: DeserializeOwned {
    /// The request for the page of this cursor, or for the first one.
    fn request(client: &Client, options: &Options, cursor: Option<&str>) -> RequestBuilder;
    /// Adds its items.
    fn add(&self, tally: &mut Tally);
    /// The cursor of the page after it.
    fn next(self) -> Option<String>;
}

pub(crate) async fn walk<P: FloorPage>(options: &Options) -> Outcome<Tally> {
    let client = client()?;
    let mut tally = Tally::default();
    let mut cursor: Option<String> = None;
    loop {
        let request = P::request(&client, options, cursor.as_deref()).bearer_auth("k");
        let response = request.send().await?.error_for_status()?;
        let page: P = serde_json::from_slice(&response.bytes().await?)?;
        page.add(&mut tally);
        options.consumer.work().await;
        cursor = page.next();
        if cursor.is_none() {
            return Ok(tally);
        }
    }
}

pub(crate) fn client() -> Outcome<Client> {
    // The workspace builds reqwest without a provider; a program that uses it as published has one built in.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(Client::builder().build()?)
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "members are decoded to be measured; few are read")]
pub(crate) struct Links {
    #[serde(rename = "self")]
    pub(crate) this: Option<String>,
    pub(crate) prev: Option<String>,
    pub(crate) next: Option<String>,
    pub(crate) alt: Option<String>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "members are decoded to be measured; few are read")]
pub(crate) struct Meta {
    pub(crate) next: Option<String>,
    pub(crate) prev: Option<String>,
    pub(crate) page_size: Option<u64>,
    pub(crate) total: Option<u64>,
}
