//! Makes a group have exactly these members: `sync_group GROUP ADDRESS…`. It creates the group if
//! there is none. Run it again after a failure: it sends only what is missing.

use std::collections::BTreeSet;
use std::env;
use std::process::ExitCode;

use futures_util::{StreamExt, stream};
use rust_programs::{Outcome, argument, client, org_id};

#[tokio::main]
async fn main() -> Outcome<ExitCode> {
    let directory = client()?.organization(org_id()?).sole_directory().await?;
    let group = directory.groups().ensure(argument(1, "the group")?).await?;

    let emails: Vec<_> = env::args().skip(2).collect();
    let wanted = directory.users().by_email(&emails).all().await?;
    let wanted: BTreeSet<_> = wanted.into_iter().map(|user| user.account_id).collect();
    let members = directory.groups().members(&group).all().await?;
    let members: BTreeSet<_> = members.into_iter().map(|user| user.account_id).collect();

    let changes = wanted.symmetric_difference(&members).map(|account| {
        let (groups, group, adds) = (directory.groups(), &group, wanted.contains(account));
        async move {
            let result = match adds {
                true => groups.add_member(group, account).await.map(drop),
                false => groups.remove_member(group, account).await.map(drop),
            };
            match result {
                Err(error) if error.is_member_already() || (!adds && error.is_not_found()) => true,
                Err(error) => {
                    eprintln!("{account}: {error}");
                    false
                }
                Ok(()) => true,
            }
        }
    });
    let results: Vec<_> = stream::iter(changes).buffer_unordered(4).collect().await;
    let failed = results.iter().filter(|is_done| !**is_done).count();
    println!(
        "{} changed, {failed} failed, {} addresses unknown",
        results.len() - failed,
        emails.len() - wanted.len()
    );
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
