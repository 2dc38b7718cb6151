//! The same page decoded again and again: what finding the place of an error costs where there is none.

use atlassian_admin::endpoint::Answer;
use atlassian_admin::model::Event;
use atlassian_admin::paging::LinkedPage;
use http::StatusCode;

use crate::Outcome;
use crate::checksum::Tally;
use crate::events::typed::add;
use crate::options::Options;

type Page = LinkedPage<Event>;

/// As the client decodes.
pub(crate) async fn with_errors_located(options: &Options) -> Outcome<Tally> {
    repeat(options, |body| Ok(Page::decode(StatusCode::OK, body)?)).await
}

/// The same types by serde_json alone.
pub(crate) async fn plainly(options: &Options) -> Outcome<Tally> {
    repeat(options, |body| Ok(serde_json::from_str(std::str::from_utf8(body)?)?)).await
}

async fn repeat(options: &Options, decode: impl Fn(&[u8]) -> Outcome<Page>) -> Outcome<Tally> {
    let url = format!("{}/admin/v1/orgs/{}/events-stream", options.url, options.org);
    let body = crate::floor::client()?.get(url).send().await?.error_for_status()?.bytes().await?;
    let mut tally = Tally::default();
    for _ in 0..options.times {
        let page = decode(&body)?;
        page.data.iter().for_each(|event| add(&mut tally, event));
    }
    Ok(tally)
}
