//! What one would write by hand: reqwest, `serde_json::from_slice`, owned structs.

use crate::Outcome;
use crate::checksum::Tally;
use crate::options::Options;
use crate::shapes::Page;

pub(crate) async fn walk(options: &Options) -> Outcome<Tally> {
    let client = client()?;
    let first = format!("{}/admin/v1/orgs/{}/events-stream?limit=500", options.url, options.org);
    let mut url = first.clone();
    let mut tally = Tally::default();
    loop {
        let response = client.get(&url).bearer_auth("k").send().await?.error_for_status()?;
        let page: Page = serde_json::from_slice(&response.bytes().await?)?;
        for event in &page.data {
            let attributes = event.attributes.as_ref();
            let time = attributes.and_then(|attributes| attributes.time.as_deref()).unwrap_or_default();
            let action = attributes.and_then(|attributes| attributes.action.as_deref()).unwrap_or_default();
            let contexts = attributes.and_then(|attributes| attributes.context.as_ref()).map_or(0, Vec::len);
            tally.add(&event.id, time, action, contexts);
        }
        options.consumer.work().await;
        match page.meta.and_then(|meta| meta.next) {
            Some(cursor) => url = format!("{first}&cursor={cursor}"),
            None => return Ok(tally),
        }
    }
}

pub(crate) fn client() -> Outcome<reqwest::Client> {
    // The workspace builds reqwest without a provider; a program that uses it as published has one built in.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(reqwest::Client::builder().build()?)
}
