//! Follows the audit logs of several organizations: `follow_organizations FOLDER ORG…`. The events
//! of each are appended to `FOLDER/ORG.ndjson`. Ctrl-C stops it, and the next run resumes. An error
//! of one organization does not stop the others.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use atlassian_admin::Client;
use atlassian_admin::export::EventFile;
use futures_util::future::join_all;
use rust_programs::{Outcome, argument, client};

async fn follow(client: Client, org_id: String, path: PathBuf) -> Outcome {
    let mut file = EventFile::open(&path, &org_id.as_str().into())?;
    let feed = client.organization(&org_id).event_feed().resume(Some(file.checkpoint().clone()));
    let mut feed = feed.follow(Duration::from_secs(60))?;
    while let Some(batch) = feed.next().await {
        match batch {
            Ok(batch) => {
                file.append(&batch)?;
                println!("{org_id}: {} events", batch.events.len());
            }
            Err(error) if error.is_retryable() => eprintln!("{org_id}: {error}"),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome {
    let (client, folder) = (client()?, PathBuf::from(argument(1, "the folder")?));
    let logs = env::args().skip(2).map(|org_id| {
        let (client, path) = (client.clone(), folder.join(format!("{org_id}.ndjson")));
        async move {
            if let Err(error) = follow(client, org_id.clone(), path).await {
                eprintln!("{org_id}: stopped: {error}");
            }
        }
    });
    tokio::select! {
        _ = join_all(logs) => Ok(()),
        interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
    }
}
