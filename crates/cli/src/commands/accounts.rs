//! `accounts`: the accounts that the organization manages.

use super::list;
use crate::args::AccountsCommand;
use crate::context::Context;
use crate::exit::Failure;
use atlassian_admin::api;

pub(super) async fn run(context: &Context, command: Option<AccountsCommand>) -> Result<(), Failure> {
    match command.unwrap_or(AccountsCommand::List) {
        AccountsCommand::List => list(context, api::accounts::List::new(context.org().await?)).await,
    }
}
