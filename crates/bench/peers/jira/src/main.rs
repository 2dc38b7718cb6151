//! Walks the bench server's pages with the jira crate, as its users would: `poll_events`, page by page, by the cursor.

#[path = "../../../src/driver/checksum.rs"]
mod checksum;
#[path = "../../../src/driver/outcome.rs"]
mod outcome;

use std::error::Error;

use checksum::Tally;
use jira::admin::AdminClient;
use jira::{Auth, Client};

fn main() -> Result<(), Box<dyn Error>> {
    let mut url = None;
    let mut org = None;
    for argument in std::env::args().skip(1) {
        match argument.split_once('=') {
            Some(("url", value)) => url = Some(value.to_owned()),
            Some(("org", value)) => org = Some(value.to_owned()),
            _ => return Err(format!("unknown argument `{argument}`; known: url=URL org=ID").into()),
        }
    }
    let (url, org) = (url.ok_or("url=URL is missing")?, org.ok_or("org=ID is missing")?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let started = outcome::now();
    let tally = runtime.block_on(walk(&url, &org))?;
    outcome::print(tally, started);
    Ok(())
}

async fn walk(url: &str, org: &str) -> Result<Tally, Box<dyn Error>> {
    let client = Client::builder().host(url).auth(Auth::bearer("k")).build()?;
    let admin = AdminClient::new(client);
    let mut tally = Tally::default();
    let mut cursor: Option<String> = None;
    loop {
        let mut request = admin.events().poll_events(org).limit(500);
        if let Some(cursor) = cursor {
            request = request.cursor(cursor);
        }
        let page = request.send().await?;
        for event in page.data.iter().flatten() {
            let attributes = &event.attributes;
            tally.add(&event.id, &attributes.time, &attributes.action, attributes.context.len());
        }
        cursor = page.meta.and_then(|meta| meta.next);
        if cursor.is_none() {
            return Ok(tally);
        }
    }
}
