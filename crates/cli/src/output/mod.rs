//! Formats items and prints them on standard output. Nothing else writes there.

mod columns;
pub(crate) mod csv;
mod indent;
mod table;

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use atlassian_admin::Raw;
use atlassian_admin::schema::Schema;
use console::Term;
use serde_json::Value;

use crate::exit::Failure;
use crate::{plain, stderr};

use columns::{Column, cells};
pub(crate) use table::Head;

/// The format in which items are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    /// One document: a list, unless the result is a single item.
    Json,
    /// Each item on a line.
    Ndjson,
    Csv,
}

impl Format {
    /// The formats by their names.
    pub(crate) const NAMES: [(&str, Self); 4] =
        [("table", Self::Table), ("json", Self::Json), ("ndjson", Self::Ndjson), ("csv", Self::Csv)];

    /// Returns the format of one of [`Self::NAMES`].
    pub(crate) fn named(name: &str) -> Self {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map_or(Self::Ndjson, |(_, format)| *format)
    }

    /// Returns the default for the terminal, file or pipe.
    pub(crate) fn usual() -> Self {
        if on_terminal() { Self::Table } else { Self::Ndjson }
    }
}

/// Prints items of one kind.
#[derive(Debug)]
pub(crate) struct Printer {
    format: Format,
    columns: Vec<Column>,
    terminal: bool,
    quiet: bool,
    /// The rows of a table, whose widths are only known at its end.
    rows: Vec<Vec<String>>,
    started: bool,
}

impl Printer {
    /// Creates a printer for items of this schema; with `quiet`, it prints no notes.
    pub(crate) fn new(format: Format, item: Option<Schema>, quiet: bool) -> Self {
        let columns = columns::of_items(item).into_iter().filter(|column| match format {
            Format::Table => column.in_table.is_some(),
            _ => column.in_csv,
        });
        let columns = columns.collect();
        Self { format, columns, terminal: on_terminal(), quiet, rows: Vec::new(), started: false }
    }

    /// Returns whether items are printed as they arrive. A table is printed at its end.
    pub(crate) fn prints_at_once(&self) -> bool {
        self.format != Format::Table
    }

    /// Prints more items.
    pub(crate) fn print(&mut self, items: &[Raw<Value>]) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.started, true);
        match self.format {
            Format::Ndjson => write(&lines(items, self.terminal, "\n")),
            Format::Json => {
                let separator = if first { "[\n" } else { ",\n" };
                let list = lines(items, self.terminal, ",\n");
                // The line break after the last item follows what comes next.
                let list = list.strip_suffix(b",\n").unwrap_or(&list);
                write(&[separator.as_bytes(), list].concat())
            }
            Format::Csv => {
                let mut rows = self.rows_of(items);
                if self.terminal {
                    rows.iter_mut().flatten().for_each(|cell| *cell = plain::line(cell).into_owned());
                }
                let header = first.then(|| self.columns.iter().map(|column| column.name.as_str()));
                write(&csv::encode(header, &rows))
            }
            Format::Table => {
                let rows = self.rows_of(items);
                self.rows.extend(rows);
                Ok(())
            }
        }
    }

    /// Prints the rest.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        match self.format {
            Format::Ndjson => Ok(()),
            Format::Json => write(if self.started { b"\n]\n" } else { b"[]\n" }),
            Format::Csv if self.started => Ok(()),
            Format::Csv => self.print(&[]),
            Format::Table => {
                // A column without a value says nothing.
                let has_value =
                    |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|it| !it.is_empty()));
                let kept: Vec<_> = (0..self.columns.len())
                    .map(|at| at == 0 || self.rows.is_empty() || has_value(at))
                    .collect();
                let heads = self.columns.into_iter().filter_map(|column| column.in_table);
                let heads: Vec<_> = only(heads, &kept);
                let rows: Vec<_> = self.rows.into_iter().map(|row| only(row.into_iter(), &kept)).collect();
                write_table(&heads, &rows, self.quiet)
            }
        }
    }

    fn rows_of(&self, items: &[Raw<Value>]) -> Vec<Vec<String>> {
        items.iter().map(|item| cells(item, &self.columns)).collect()
    }
}

/// Maximum width of the names beside the values of a single item.
const MAX_NAME: usize = 40;

fn only<T>(items: impl Iterator<Item = T>, kept: &[bool]) -> Vec<T> {
    items.zip(kept).filter_map(|(item, kept)| kept.then_some(item)).collect()
}

/// Prints the single item of a response: in a table, one property a line.
pub(crate) fn write_item(
    format: Format,
    item: &Raw<Value>,
    schema: Option<Schema>,
    quiet: bool,
) -> io::Result<()> {
    match format {
        Format::Json => write_json(item.json()),
        Format::Ndjson => write_lines(std::slice::from_ref(item)),
        Format::Csv => {
            let mut printer = Printer::new(format, schema, quiet);
            printer.print(std::slice::from_ref(item))
        }
        Format::Table => {
            let columns = columns::of_item(item, schema);
            let cells = cells(item, &columns).into_iter();
            let rows: Vec<_> = columns.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
            // A few names are URNs, which would move all values to the right.
            let lengths = rows.iter().map(|(column, _)| column.name.len());
            let width = lengths.filter(|length| *length <= MAX_NAME).max().unwrap_or_default();
            let line = |(column, cell): &(Column, String)| {
                format!(" {:width$}  {}\n", plain::line(&column.name), plain::line(cell))
            };
            write(rows.iter().map(line).collect::<String>().as_bytes())
        }
    }
}

/// Prints items as JSON lines, and flushes.
pub(crate) fn write_lines<T>(items: &[Raw<T>]) -> io::Result<()> {
    write(&lines(items, on_terminal(), "\n"))
}

fn lines<T>(items: &[Raw<T>], terminal: bool, end: &str) -> Vec<u8> {
    let mut lines = Vec::new();
    for item in items {
        let line = item.one_line();
        let line = if terminal { plain::json(&line) } else { line.as_ref().into() };
        lines.extend_from_slice(line.as_bytes());
        lines.extend_from_slice(end.as_bytes());
    }
    lines
}

/// Prints a table, fitted to the terminal if there is one. Notes which columns do not fit.
pub(crate) fn write_table(heads: &[Head], rows: &[Vec<String>], quiet: bool) -> io::Result<()> {
    let width = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    let table = table::render(heads, rows, width);
    write(table.text.as_bytes())?;
    if let (Some(width), false, false) = (width, quiet, table.left_out.is_empty()) {
        stderr::print(&format!(
            "note: {width} columns of the terminal leave no room for {}: widen it, or use --json",
            table.left_out.join(", ")
        ));
    }
    Ok(())
}

/// Prints a JSON text: unchanged, or indented for a terminal.
pub(crate) fn write_json(text: &str) -> io::Result<()> {
    if on_terminal() {
        return write(format!("{}\n", plain::json(&indent::indent(text))).as_bytes());
    }
    write(format!("{text}\n").as_bytes())
}

/// Writes to standard output, and flushes.
pub(crate) fn write(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes).and_then(|()| stdout.flush())
}

/// Writes to standard output, and flushes; the failure names the remedy.
pub(crate) fn put(bytes: &[u8]) -> Result<(), Failure> {
    write(bytes).map_err(|error| Failure::stdout(&error))
}

/// Returns whether standard output is the file at `path`.
///
/// A standard output that was closed before the start leads to the null device, which the standard
/// library opens in its place.
#[cfg(unix)]
pub(crate) fn goes_into(path: &Path) -> bool {
    use std::fs::{self, File};
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;

    let stdout = io::stdout().as_fd().try_clone_to_owned().map(File::from).and_then(|file| file.metadata());
    match (stdout, fs::metadata(path)) {
        (Ok(stdout), Ok(there)) => (stdout.dev(), stdout.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
pub(crate) fn goes_into(_: &Path) -> bool {
    false
}

fn on_terminal() -> bool {
    io::stdout().is_terminal()
}
