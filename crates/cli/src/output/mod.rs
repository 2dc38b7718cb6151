//! Formats items and prints them on standard output. Nothing else writes there.

mod columns;
pub(crate) mod csv;
mod indent;
mod table;

use std::io::{self, IsTerminal, Write};
use std::marker::PhantomData;
use std::path::Path;

use atlassian_admin::Raw;
use console::Term;

use crate::exit::Failure;
use crate::{plain, stderr};

pub(crate) use columns::Row;
use columns::{Column, cells};
pub(crate) use table::Head;

/// The format in which items are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
}

impl Format {
    /// Returns the format that was requested, or else the default for the terminal, file or pipe.
    pub(crate) fn chosen(table: bool, json: bool, csv: bool) -> Result<Self, Failure> {
        match (table, json, csv) {
            (true, false, false) => Ok(Self::Table),
            (false, true, false) => Ok(Self::Json),
            (false, false, true) => Ok(Self::Csv),
            (false, false, false) if io::stdout().is_terminal() => Ok(Self::Table),
            (false, false, false) => Ok(Self::Json),
            _ => Err(Failure::usage("--table, --json and --csv exclude each other: give only one")),
        }
    }
}

/// Prints items of one kind.
#[derive(Debug)]
pub(crate) struct Printer<T> {
    format: Format,
    terminal: bool,
    quiet: bool,
    /// The rows of a table, whose widths are only known at its end.
    rows: Vec<Vec<String>>,
    started: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: Row> Printer<T> {
    /// Creates a printer; with `quiet`, it prints no notes.
    pub(crate) fn new(format: Format, quiet: bool) -> Self {
        let terminal = io::stdout().is_terminal();
        Self { format, terminal, quiet, rows: Vec::new(), started: false, item: PhantomData }
    }

    /// Returns whether items are printed as they arrive. A table is printed at its end.
    pub(crate) fn prints_at_once(&self) -> bool {
        self.format != Format::Table
    }

    /// Prints more items.
    pub(crate) fn print(&mut self, items: &[Raw<T>]) -> Result<(), Failure> {
        match self.format {
            Format::Json => put(&lines(items, self.terminal)),
            Format::Csv => {
                let mut rows = rows(items, T::COLUMNS);
                if self.terminal {
                    rows.iter_mut().flatten().for_each(|cell| *cell = plain::line(cell).into_owned());
                }
                let header = (!self.started).then(|| T::COLUMNS.iter().map(|column| column.name));
                self.started = true;
                put(&csv::encode(header, &rows))
            }
            Format::Table => {
                let columns: Vec<_> =
                    T::COLUMNS.iter().filter(|column| column.in_table.is_some()).copied().collect();
                self.rows.extend(rows(items, &columns));
                Ok(())
            }
        }
    }

    /// Prints the rest.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        match self.format {
            Format::Json => Ok(()),
            Format::Csv => self.print(&[]),
            Format::Table => {
                let heads: Vec<_> = T::COLUMNS.iter().filter_map(|column| column.in_table).collect();
                put_table(&heads, &self.rows, self.quiet)
            }
        }
    }
}

fn rows<T>(items: &[Raw<T>], columns: &[Column]) -> Vec<Vec<String>> {
    items.iter().map(|item| cells(item, columns)).collect()
}

/// Prints items as JSON lines, and flushes.
pub(crate) fn write_lines<T>(items: &[Raw<T>]) -> io::Result<()> {
    write(&lines(items, io::stdout().is_terminal()))
}

fn lines<T>(items: &[Raw<T>], terminal: bool) -> Vec<u8> {
    let mut lines = Vec::new();
    for item in items {
        let line = item.one_line();
        let line = if terminal { plain::json(&line) } else { line.as_ref().into() };
        lines.extend_from_slice(line.as_bytes());
        lines.push(b'\n');
    }
    lines
}

/// Prints a table, fitted to the terminal if there is one. Notes which columns do not fit.
pub(crate) fn put_table(heads: &[Head], rows: &[Vec<String>], quiet: bool) -> Result<(), Failure> {
    let width = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    let table = table::render(heads, rows, width);
    put(table.text.as_bytes())?;
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
