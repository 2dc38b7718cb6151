//! Our walks over pages.

use atlassian_admin::paging::{Paged, Pages};
use serde::de::DeserializeOwned;

use crate::Outcome;
use crate::checksum::Tally;
use crate::options::Options;

/// Walks over all pages and adds each item.
pub(crate) async fn walk<E: Paged, T: DeserializeOwned + Send + 'static>(
    options: &Options,
    pages: Pages<E, T>,
    add: impl Fn(&mut Tally, &T),
) -> Outcome<Tally> {
    let mut pages = pages.read_ahead(options.read_ahead);
    let mut tally = Tally::default();
    while let Some(page) = pages.next().await {
        let page = page?;
        if let Some(malformed) = page.malformed.first() {
            return Err(malformed.error.clone().into());
        }
        page.items.iter().for_each(|item| add(&mut tally, item));
        options.consumer.work().await;
    }
    Ok(tally)
}
