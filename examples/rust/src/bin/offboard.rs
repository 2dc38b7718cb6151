//! Suspends people and removes them from their groups: `offboard [--apply] ADDRESS…`. Without
//! `--apply` it prints the requests, and sends only reads. A failed step does not stop the others.

use std::env;
use std::process::ExitCode;

use atlassian_admin::Error;
use atlassian_admin::handles::{Organization, RequestBuilder};
use atlassian_admin::operation::Endpoint;
use rust_programs::{Outcome, client, org_id};

/// What becomes of each step.
struct Steps {
    apply: bool,
    failed: usize,
}

impl Steps {
    async fn take<E: Endpoint>(
        &mut self,
        request: RequestBuilder<E>,
        is_done: fn(&Error) -> bool,
    ) -> Outcome {
        let preview = request.preview()?;
        let step = format!("{} {}", preview.method(), preview.uri().path());
        if !self.apply {
            println!("would send {step}");
            return Ok(());
        }
        match request.await {
            Ok(_) => println!("done: {step}"),
            Err(error) if is_done(&error) => println!("already so: {step}"),
            Err(error) => {
                self.failed += 1;
                eprintln!("failed: {step}: {error} {}", error.detail().unwrap_or_default());
            }
        }
        Ok(())
    }

    async fn offboard(&mut self, organization: &Organization, email: &str) -> Outcome {
        let Some(user) = organization.all_directories().users().by_email([email]).all().await?.pop() else {
            self.failed += 1;
            eprintln!("failed: nobody has the address {email}");
            return Ok(());
        };
        for directory in organization.directories().list().account_id(&user.account_id).all().await? {
            let directory = organization.directory(directory.id);
            self.take(directory.users().suspend(&user.account_id), |_| false).await?;
            for group in directory.groups().search().account_ids([&user.account_id]).all().await? {
                if group.external_synced != Some(true) {
                    let remove = directory.groups().remove_member(&group.id, &user.account_id);
                    self.take(remove, Error::is_not_found).await?;
                }
            }
        }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Outcome<ExitCode> {
    let (flags, emails): (Vec<_>, Vec<_>) = env::args().skip(1).partition(|word| word.starts_with("--"));
    let organization = client()?.organization(org_id()?);
    let mut steps = Steps { apply: flags.contains(&"--apply".to_owned()), failed: 0 };
    for email in &emails {
        steps.offboard(&organization, email).await?;
    }
    Ok(if steps.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
