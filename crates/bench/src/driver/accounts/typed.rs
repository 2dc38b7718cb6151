//! Our walk.

use atlassian_admin::api::accounts::GetUsers;
use atlassian_admin::model::{Account, Timestamp};

use crate::Outcome;
use crate::checksum::Tally;
use crate::options::Options;
use crate::typed;

pub(crate) async fn walk(options: &Options) -> Outcome<Tally> {
    let pages = options.client()?.pages(GetUsers::new(options.org.as_str()));
    typed::walk(options, pages, add).await
}

/// Adds an account; what is missing counts as empty.
fn add(tally: &mut Tally, account: &Account) {
    let last_active = account.last_active.as_ref().map_or("", Timestamp::as_str);
    let products = account.product_access.as_ref().map_or(0, Vec::len);
    tally.add(
        account.account_id.as_str(),
        last_active,
        account.name.as_deref().unwrap_or_default(),
        products,
    );
}
