//! `domains`: the domains that the organization has claimed.

use atlassian_admin::api;
use atlassian_admin::model::Domain;

use super::{get, list};
use crate::args::DomainsCommand;
use crate::context::Context;
use crate::exit::Failure;

pub(super) async fn run(context: &Context, command: Option<DomainsCommand>) -> Result<(), Failure> {
    match command.unwrap_or(DomainsCommand::List) {
        DomainsCommand::List => list(context, api::domains::List::new(context.org().await?)).await,
        DomainsCommand::Get { domain } => {
            get::<_, Domain>(context, api::domains::Get::new(context.org().await?, domain)).await
        }
    }
}
