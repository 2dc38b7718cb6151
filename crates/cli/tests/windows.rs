//! Differences on Windows: paths, locks, killed processes, the encoding of key files and output.
//!
//! Runs on Windows, and under Wine by `cargo xtask test --full`. Wine cannot cover everything: its
//! locks do not block readers as those of Windows do, and the tests have no console.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "tests may fail loudly, and share helpers with the tests for Unix"
)]
#![cfg(windows)]

#[path = "cli/run.rs"]
mod run;
#[path = "cli/server.rs"]
mod server;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use run::{binary, id, run, simulated};
use server::Server;
use tempfile::{TempDir, tempdir};

/// Returns a folder and a file in it, whose names contain spaces and several scripts.
fn place() -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let inner = folder.path().join("Prüf bericht 日本");
    fs::create_dir(&inner).unwrap();
    let file = inner.join("Ereignisse łąka.ndjson");
    (folder, file)
}

fn export(server: &Server, out: &Path) -> Command {
    let mut command = server.client(&["events", "export", "--out"]);
    command.arg(out);
    command
}

/// Starts an export that writes one page and then waits for a response that does not come.
fn start_hanging_export(out: &Path) -> (Server, Child) {
    let server = Server::start(&["--fault", "hang:operation=pollEvents,skip=1,times=1"]);
    let mut first = export(&server, out).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while fs::metadata(out).map_or(0, |metadata| metadata.len()) == 0 {
        assert!(first.try_wait().unwrap().is_none(), "it ended early");
        std::thread::yield_now();
    }
    (server, first)
}

#[test]
fn version_is_printed() {
    let version = run(&mut binary(&["--version"]));
    assert_eq!(version.lines(), [format!("atlassian-admin {}", env!("CARGO_PKG_VERSION"))]);
}

#[test]
fn export_resumes_at_path_with_spaces_and_several_scripts() {
    let (_folder, out) = place();
    let name = out.to_str().unwrap();
    let first = simulated(&["events", "export", "--out", name]);
    assert!(first.lines().is_empty());
    first.says(&[&format!("10,000 events written to {name} (")]);
    let bytes = fs::read(&out).unwrap();
    assert!(!bytes.contains(&b'\r'), "lines end as on every system");
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.lines().map(id).collect::<BTreeSet<_>>().len(), 10_000);

    let second = simulated(&["events", "export", "--out", name]);
    second.lines();
    second.says(&["0 events written to "]);
    assert_eq!(fs::read_to_string(&out).unwrap(), text);
}

#[test]
fn file_of_running_export_is_readable_and_nothing_else() {
    let (_folder, out) = place();
    let (server, mut first) = start_hanging_export(&out);
    run(&mut export(&server, &out)).fails(2, &["another process is exporting into ", "wait for it"]);
    assert_eq!(fs::read_to_string(&out).unwrap().lines().count(), 500);
    fs::OpenOptions::new().append(true).open(&out).unwrap_err();
    fs::remove_file(&out).unwrap_err();
    first.kill().unwrap();
    first.wait().unwrap();
}

#[test]
fn killed_export_resumes_to_the_same_bytes() {
    let (_folder, out) = place();
    let (server, mut first) = start_hanging_export(&out);
    first.kill().unwrap();
    first.wait().unwrap();
    run(&mut export(&server, &out)).lines();
    let whole = out.with_file_name("whole");
    run(&mut export(&server, &whole)).lines();
    assert_eq!(fs::read(&whole).unwrap().iter().filter(|byte| **byte == b'\n').count(), 10_000);
    assert!(fs::read(&out).unwrap() == fs::read(&whole).unwrap(), "the same bytes as in one go");
}

#[test]
fn key_file_is_read_as_editors_of_windows_save_it() {
    let (_folder, file) = place();
    let server = Server::start(&[]);
    let orgs =
        || run(server.client(&["orgs", "--key-file"]).arg(&file).env_remove("ATLASSIAN_ADMIN_API_KEY"));
    orgs().fails(2, &["cannot read the key file "]);
    let key = server.get("apiKey");
    for text in [format!("{key}\r\n"), format!("\u{feff}{key}")] {
        fs::write(&file, text).unwrap();
        assert_eq!(orgs().lines().len(), 1);
    }
    // As PowerShell's `>` writes it.
    let utf16: Vec<u8> = format!("\u{feff}{key}\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(&file, utf16).unwrap();
    orgs().fails(2, &["łąka.ndjson is UTF-16 text: save the file as UTF-8"]);
}

#[test]
fn output_is_utf8() {
    let server = Server::start(&[]);
    let call = |arguments: &[&str]| run(server.client(&["call"]).args(arguments));
    let directory = format!("directoryId={}", server.get("directoryId"));
    call(&["groups.create", &directory, "name=Prüfer 日本"]).lines();
    let found = call(&["groups.list", "directoryId=-", "searchTerm=Prüfer"]);
    assert!(found.stdout.contains("Prüfer 日本"), "{}", found.stdout);
}
