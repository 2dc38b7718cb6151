//! `accounts`: the accounts that the organization manages.

use atlassian_admin::api::accounts::GetUsers;

use super::list;
use crate::args::AccountsCommand;
use crate::context::Context;
use crate::exit::Failure;

pub(super) async fn run(context: &Context, command: Option<AccountsCommand>) -> Result<(), Failure> {
    match command.unwrap_or(AccountsCommand::List) {
        AccountsCommand::List => list(context, GetUsers::new(context.org().await?)).await,
    }
}
