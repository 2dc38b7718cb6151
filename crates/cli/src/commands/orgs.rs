//! `orgs`: organizations.

use atlassian_admin::api::orgs::{GetOrgById, GetOrgs};
use atlassian_admin::model::Org;

use super::{get, list};
use crate::args::OrgsCommand;
use crate::context::Context;
use crate::exit::Failure;

pub(super) async fn run(context: &Context, command: Option<OrgsCommand>) -> Result<(), Failure> {
    match command.unwrap_or(OrgsCommand::List) {
        OrgsCommand::List => list(context, GetOrgs::new()).await,
        OrgsCommand::Get => get::<_, Org>(context, GetOrgById::new(context.org().await?)).await,
    }
}
