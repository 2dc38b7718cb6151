//! `orgs`: organizations.

use atlassian_admin::api;
use atlassian_admin::model::Org;

use super::{get, list};
use crate::args::OrgsCommand;
use crate::context::Context;
use crate::exit::Failure;

pub(super) async fn run(context: &Context, command: Option<OrgsCommand>) -> Result<(), Failure> {
    match command.unwrap_or(OrgsCommand::List) {
        OrgsCommand::List => list(context, api::orgs::List::new()).await,
        OrgsCommand::Get => get::<_, Org>(context, api::orgs::Get::new(context.org().await?)).await,
    }
}
