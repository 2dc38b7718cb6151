//! `call`: runs any operation by its name.

mod arguments;
mod check;
mod defaults;
mod json;
mod print;

use atlassian_admin::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin::operation::{Operation, Paging};
use serde_json::{Map, Value};

use super::{find, only};
use crate::args::{CallArgs, Global};
use crate::context::Context;
use crate::exit::Failure;
use crate::output::{self, Format};
use crate::signals::Interrupt;

pub(super) async fn run(global: &Global, args: CallArgs, interrupt: Interrupt) -> Result<(), Failure> {
    let operation = find(&args.operation)?;
    if args.all && operation.paging == Paging::None {
        return Err(Failure::usage(format!("{} is not a listing: leave out --all", operation.dotted())));
    }
    let given = arguments::read(operation, &args.arguments, args.json.as_deref())?;
    match operation.auth {
        KeyKind::Directory => call::<DirectoryKey>(global, operation, given, &args, interrupt).await,
        _ => call::<OrganizationKey>(global, operation, given, &args, interrupt).await,
    }
}

async fn call<K: CredentialKind>(
    global: &Global,
    operation: &'static Operation,
    mut arguments: Map<String, Value>,
    args: &CallArgs,
    interrupt: Interrupt,
) -> Result<(), Failure> {
    let context = match args.dry_run {
        true => Context::<K>::without_key(global, interrupt.clone())?,
        false => Context::<K>::new(global, Format::Json, interrupt.clone())?,
    };
    context.note_retirement(operation);
    let checked = async {
        // Misspelled arguments are reported before anything is requested.
        if !args.unchecked {
            check::check(operation, &arguments, &defaults::NAMES)?;
        }
        defaults::fill(&context, global, operation, &mut arguments).await?;
        if !args.unchecked {
            check::check(operation, &arguments, &[])?;
        }
        Ok(arguments)
    };
    let arguments = interrupt.clone().race(checked).await?;
    if args.dry_run {
        return print::request(&context.client.preview(operation, arguments)?);
    }
    if args.all {
        return interrupt.race(walk(&context, operation, arguments)).await;
    }
    let sent = async {
        let (status, body) = context.client.send_untyped(operation, arguments).await?;
        print::answer(operation, status, &body.bytes(), context.quiet)
    };
    match operation.reads {
        true => interrupt.race(sent).await,
        false => interrupt.race_or(UNKNOWN, sent).await,
    }
}

/// Parses the arguments.
pub(crate) fn read_arguments(
    operation: &Operation,
    typed: &[String],
    json: Option<&str>,
) -> Result<Map<String, Value>, Failure> {
    arguments::read(operation, typed, json)
}

/// Checks that no argument is missing or unknown.
pub(crate) fn check_arguments(operation: &Operation, arguments: &Map<String, Value>) -> Result<(), Failure> {
    check::check(operation, arguments, &[])
}

/// The message for a write that was interrupted.
const UNKNOWN: &str = "the outcome of the write is unknown; check before you repeat it";

/// Prints the items of all pages.
async fn walk<K: CredentialKind>(
    context: &Context<K>,
    operation: &'static Operation,
    arguments: Map<String, Value>,
) -> Result<(), Failure> {
    let mut pages = context.client.pages_untyped(operation, arguments);
    let mut count = 0_u64;
    while let Some(page) = pages.next().await {
        let items = match page {
            Ok(items) => items,
            Err(error) if count == 0 => return Err(error.into()),
            Err(error) => {
                return Err(only(count, &error));
            }
        };
        count += items.len() as u64;
        output::write_lines(&items).map_err(|error| Failure::stdout(&error))?;
    }
    Ok(())
}
