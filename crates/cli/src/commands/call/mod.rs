//! `call`: runs any operation by its name.

mod arguments;
mod check;
mod defaults;
mod json;
mod print;

use atlassian_admin::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin::operation::{Operation, Paging};
use atlassian_admin::response_schema;
use atlassian_admin::schema::{Schema, Violation};
use serde_json::{Map, Value};

use super::find;
use crate::args::{CallArgs, Global};
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::output::{Format, Printer};
use crate::progress::Progress;
use crate::quantity;
use crate::signals::Interrupt;

pub(super) use arguments::{insert, json_of, of_schema};
pub(super) use json::problem as json_problem;
pub(super) use print::request;

pub(super) async fn run(global: &Global, args: CallArgs, interrupt: Interrupt) -> Result<(), Failure> {
    let operation = find(&args.operation)?;
    if args.all && operation.paging == Paging::None {
        return Err(Failure::usage(format!("{} is not a listing: leave out --all", operation.dotted())));
    }
    let call = Call {
        operation,
        arguments: arguments::read(operation, &args.arguments, args.json.as_deref())?,
        dry_run: args.dry_run,
        unchecked: args.unchecked,
        show: if args.all { Show::Items(Format::Ndjson, None) } else { Show::Response },
        refuse: check::refusal,
    };
    call.run(global, interrupt).await
}

/// A call of an operation by its name.
pub(super) struct Call {
    pub(super) operation: &'static Operation,
    pub(super) arguments: Map<String, Value>,
    /// Whether to print the request instead of sending it.
    pub(super) dry_run: bool,
    /// Whether to send what this version does not know.
    pub(super) unchecked: bool,
    pub(super) show: Show,
    /// Explains violations by what was typed.
    pub(super) refuse: fn(&Operation, &[Violation]) -> Failure,
}

/// What to print.
#[derive(Clone, Copy)]
pub(super) enum Show {
    /// The original text of the response.
    Response,
    /// The items of all pages, or the result of an operation that is not a listing; a maximum
    /// number of items.
    Items(Format, Option<u32>),
}

impl Call {
    pub(super) async fn run(self, global: &Global, interrupt: Interrupt) -> Result<(), Failure> {
        match self.operation.auth {
            KeyKind::Directory => self.run_with::<DirectoryKey>(global, interrupt).await,
            _ => self.run_with::<OrganizationKey>(global, interrupt).await,
        }
    }

    async fn run_with<K: CredentialKind>(
        mut self,
        global: &Global,
        interrupt: Interrupt,
    ) -> Result<(), Failure> {
        let operation = self.operation;
        let format = match self.show {
            Show::Response => Format::Json,
            Show::Items(format, _) => format,
        };
        let context = match self.dry_run {
            true => Context::<K>::without_key(global, interrupt.clone())?,
            false => Context::<K>::new(global, format, interrupt.clone())?,
        };
        context.note_retirement(operation);
        let arguments = interrupt.clone().race(self.checked(&context, global)).await?;
        if self.dry_run {
            return print::request(&context.client.preview(operation, arguments)?);
        }
        if let (Show::Items(_, limit), true) = (self.show, operation.paging != Paging::None) {
            let listing = async {
                let (printer, _) = walk(&context, operation, arguments, limit).await?;
                printer.finish().map_err(|error| Failure::stdout(&error))
            };
            return interrupt.race(listing).await;
        }
        let sent = async {
            let (status, body) = context.client.send_untyped(operation, arguments).await?;
            print::answer(operation, status, &body.bytes(), self.show, context.quiet)
        };
        match operation.reads {
            true => interrupt.race(sent).await,
            false => interrupt.race_or(UNKNOWN, sent).await,
        }
    }

    /// Returns the arguments with what the command line fills in.
    async fn checked<K: CredentialKind>(
        &mut self,
        context: &Context<K>,
        global: &Global,
    ) -> Result<Map<String, Value>, Failure> {
        let mut arguments = std::mem::take(&mut self.arguments);
        // Misspelled arguments are reported before anything is requested.
        if !self.unchecked {
            check::check(self.operation, &arguments, &defaults::NAMES, self.refuse)?;
        }
        defaults::fill(context, global, self.operation, &mut arguments, self.refuse).await?;
        if !self.unchecked {
            check::check(self.operation, &arguments, &[], self.refuse)?;
        }
        Ok(arguments)
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
    check::check(operation, arguments, &[], check::refusal)
}

/// The message for a write that was interrupted.
const UNKNOWN: &str = "the outcome of the write is unknown; check before you repeat it";

/// Prints the items of all pages, at most `limit`. Returns the printer, which prints the rest in
/// `finish`, and the number of items.
pub(super) async fn walk<K: CredentialKind>(
    context: &Context<K>,
    operation: &'static Operation,
    arguments: Map<String, Value>,
    limit: Option<u32>,
) -> Result<(Printer, usize), Failure> {
    let item = match response_schema(operation) {
        Some(Schema::Object(page)) => page.of.copied(),
        _ => None,
    };
    let limit = limit.map_or(usize::MAX, |limit| limit as usize);
    let mut pages = context.client.pages_untyped(operation, arguments);
    let mut printer = Printer::new(context.format, item, context.quiet);
    let progress = Progress::start(context.quiet, printer.prints_at_once(), "item");
    let mut count = 0;
    while count < limit
        && let Some(page) = pages.next().await
    {
        let mut items = match page {
            Ok(items) => items,
            Err(error) if count == 0 => return Err(error.into()),
            Err(error) => {
                drop(progress);
                printer.finish().map_err(|error| Failure::stdout(&error))?;
                let printed = quantity::count_were(count as u64, "item");
                return Err(Failure::partly(explain(&error).after(&format!("only {printed} printed"))));
            }
        };
        items.truncate(limit - count);
        count += items.len();
        // The CSV header is printed with the first item, or at the end.
        if !items.is_empty() {
            printer.print(&items).map_err(|error| Failure::stdout(&error))?;
        }
        progress.show(count as u64, None);
    }
    Ok((printer, count))
}
