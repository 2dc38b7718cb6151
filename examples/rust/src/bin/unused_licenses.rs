//! Writes a CSV of product access that was not used since a time: `unused_licenses 2026-01-01`.
//! Access that was never used has an empty time.

use std::io::stdout;

use atlassian_admin::api::users::UserExpansion;
use atlassian_admin::model::Timestamp;
use rust_programs::{Outcome, argument, client, org_id};

#[tokio::main]
async fn main() -> Outcome {
    let since = Timestamp::from(argument(1, "the time since when access must have been used")?);
    let since = since.instant().ok_or("not a time: give it as 2026-01-01")?;
    let organization = client()?.organization(org_id()?);
    let mut report = csv::Writer::from_writer(stdout());
    report.write_record(["email", "account", "product", "lastActive"])?;
    for directory in organization.directories().list().all().await? {
        let search = organization.directory(directory.id).users().search();
        let mut users = search.expand([UserExpansion::ProductAccess]).limit(100).items();
        while let Some(user) = users.next().await {
            let user = user?;
            let email = user.email.as_deref().unwrap_or_default();
            for product in user.product_access.iter().flatten() {
                let last = product.last_active_timestamp.as_ref();
                if last.and_then(Timestamp::instant).is_none_or(|last| last < since) {
                    let (key, last) = (product.key.as_deref(), last.map(Timestamp::as_str));
                    report.write_record([
                        email,
                        user.account_id.as_str(),
                        key.unwrap_or_default(),
                        last.unwrap_or_default(),
                    ])?;
                }
            }
        }
    }
    Ok(report.flush()?)
}
