//! The visible output on a terminal.

use std::process::Stdio;

use tempfile::tempdir;

use crate::pty::{self, Terminal, spawn};
use crate::run::{Ended, binary, run, signal, simulated};
use crate::server::Server;

/// The start of an escape sequence, as progress uses.
const ESCAPE: char = '\u{1b}';

/// Returns whether a word is a complete time.
fn is_time(word: &str) -> bool {
    word.len() == "2025-12-14T11:32:01.000Z".len() && word.contains('T') && word.ends_with('Z')
}

#[test]
fn table_fits_the_terminal_without_broken_words() {
    for (arguments, time, least_with_time) in [
        (&["accounts", "list"][..], "LAST ACTIVE", 71),
        (&["events", "query", "--max", "40"], "TIME", 63),
        (&["events", "actions"], "", 0),
        (&["domains"], "", 0),
        (&["orgs"], "", 0),
    ] {
        // A pipe is never truncated.
        let whole = simulated(&[arguments, &["--table"]].concat());
        let whole = whole.lines();
        let times = |line: &str| line.split_whitespace().filter(|word| is_time(word)).count();
        for columns in [60, 80, 100, 130] {
            let (code, text) =
                pty::run(columns, binary(arguments).args(["--simulate", "--table", "--quiet"]));
            assert_eq!(code, Some(0), "{text}");
            assert!(!text.contains(ESCAPE), "{text:?}");
            let lines: Vec<_> = text.lines().collect();
            assert_eq!(lines.len(), whole.len(), "one line a row at {columns}: {text}");
            assert_eq!(lines[0].contains(time), columns >= least_with_time, "{columns}: {}", lines[0]);
            for (line, whole) in lines.iter().zip(&whole) {
                assert!(console::measure_text_width(line) <= columns.into(), "{columns}: {line}");
                assert_eq!(line.split_whitespace().next(), whole.split_whitespace().next());
                let expected = if columns >= least_with_time { times(whole) } else { 0 };
                assert_eq!(times(line), expected, "{columns}: {line}");
            }
        }
    }
}

#[test]
fn table_names_the_columns_that_do_not_fit() {
    let (_, text) = pty::run(80, &mut binary(&["accounts", "--simulate"]));
    let note = text.lines().last().unwrap();
    assert!(
        note.ends_with(
            "note: 80 columns of the terminal leave no room for email, account_status: widen it, or use --json"
        ),
        "{note}"
    );
    let (_, text) = pty::run(200, &mut binary(&["accounts", "--simulate"]));
    assert!(!text.contains("note:"));
    // Output elsewhere is never truncated.
    let table = simulated(&["accounts", "--table"]);
    assert!(table.lines()[0].ends_with("LAST ACTIVE"));
    assert!(!table.stdout.contains('…') && table.stderr.is_empty());
}

#[test]
fn progress_is_hidden_when_rows_go_to_the_terminal() {
    let server = Server::start(&["--accounts", "60", "--events", "300"]);
    for arguments in [
        &["accounts", "list", "--json"][..],
        &["accounts", "list", "--csv"],
        &["events", "export", "--out", "-", "--quiet"],
        &["call", "accounts.list", "--all"],
    ] {
        let (code, text) = pty::run(80, &mut server.client(arguments));
        assert_eq!(code, Some(0));
        assert!(!text.contains(ESCAPE), "{arguments:?}");
        let piped = run(&mut server.client(arguments));
        assert_eq!(text.lines().collect::<Vec<_>>(), piped.lines(), "{arguments:?}");
    }
}

#[test]
fn progress_is_hidden_when_stdout_is_a_pipe() {
    let server = Server::start(&["--fault", "delay:ms=150"]);
    let terminal = Terminal::new(80);
    // As in `accounts list | head`.
    let mut command = server.client(&["accounts", "list"]);
    let process =
        command.env("TERM", "xterm").stdout(Stdio::piped()).stderr(terminal.stdio()).spawn().unwrap();
    command.stderr(Stdio::null());
    assert_eq!(Ended::of(process.wait_with_output().unwrap()).lines().len(), 1_000);
    assert_eq!(terminal.text(), "");
}

#[test]
fn progress_is_hidden_when_a_command_is_quick() {
    let folder = tempdir().unwrap();
    let mut export = binary(&["events", "export", "--simulate", "--to", "2020-01-01", "--out"]);
    let (code, text) = pty::run(80, export.arg(folder.path().join("out")).arg("--quiet"));
    assert_eq!((code, text.as_str()), (Some(0), ""));
    let (_, text) = pty::run(80, &mut binary(&["orgs", "--simulate"]));
    assert!(!text.contains("item"), "{text:?}");
}

#[test]
fn progress_is_shown_when_an_export_writes_a_file() {
    let folder = tempdir().unwrap();
    let server = Server::start(&["--fault", "hang:operation=pollEvents,skip=2,times=1"]);
    let mut terminal = Terminal::new(80);
    let mut export = server.client(&["events", "export", "--out"]);
    let mut process = spawn(&terminal, export.arg(folder.path().join("out")));
    terminal.wait_for("1,000 events (");
    signal("INT", process.id());
    assert_eq!(process.wait().unwrap().code(), Some(130));
    assert!(terminal.text().contains("interrupted: 1,000 events were written; "));
}

#[test]
fn call_indents_json_on_a_terminal_alone() {
    let call = ["call", "orgs.list", "--simulate"];
    let plain = run(&mut binary(&call));
    assert_eq!(plain.lines().len(), 1);
    let (_, text) = pty::run(80, &mut binary(&call));
    assert!(text.starts_with("{\n  \"data\": [\n    {\n"), "{text}");
    let [plain, text] =
        [plain.stdout, text].map(|json| serde_json::from_str::<serde_json::Value>(&json).unwrap());
    assert_eq!(plain, text);
}
