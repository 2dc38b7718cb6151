//! The system calls of an export and their order, so that it survives a loss of power. Killing the
//! process cannot test this: what was written but not synced is still there.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::tempdir;

use crate::run::{binary, run};

/// A page is on the disk before the checkpoint after it is written, and that one is on the disk
/// before it replaces the old one.
const PAGE: &[&str] =
    &["write events", "fdatasync events", "write new", "fsync new", "rename", "fsync folder"];

/// A checkpoint without new events.
const NOTE: &[&str] = &["write new", "fsync new", "rename", "fsync folder"];

#[test]
#[ignore = "needs strace"]
fn export_syncs_each_page_before_its_checkpoint() {
    // Folders that are links would be reported under another name.
    let folder = tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let (out, trace) = (folder.join("events"), folder.join("trace"));
    let mut export = binary(&["events", "export", "--simulate", "--page-size", "500", "--out"]);
    export.arg(&out);
    let ended = run(Command::new("strace")
        .args([
            "-f",
            "-y",
            "-s",
            "0",
            "-e",
            "trace=write,pwrite64,ftruncate,fdatasync,fsync,rename,renameat,renameat2",
            "-o",
        ])
        .arg(&trace)
        .env_clear()
        .arg(export.get_program())
        .args(export.get_args()));
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);

    let trace = fs::read_to_string(trace).unwrap();
    let mut calls: Vec<_> = trace.lines().filter_map(|line| call(line, &folder)).collect();
    // A page takes many writes.
    calls.dedup();
    let opened = [&["cut events", "fsync folder"], NOTE].concat();
    assert_eq!(calls[..opened.len()], opened);
    // 10,000 events, and the end of the log.
    let pages = [PAGE.repeat(20), NOTE.to_vec()].concat();
    assert_eq!(calls[opened.len()..], pages);
}

/// Returns a system call that changes a file of the export or makes a change durable, from a line
/// such as `42 fsync(16<FOLDER/events.checkpoint.tmp>) = 0`.
fn call(line: &str, folder: &Path) -> Option<&'static str> {
    let folder = folder.to_str().unwrap();
    let (_, call) = line.split_once(' ')?;
    let (name, arguments) = call.trim_start().split_once('(')?;
    if !arguments.contains(folder) {
        return None;
    }
    assert!(!line.contains(" = -1 "), "{line}");
    let of = |file: &str| arguments.contains(&format!("<{folder}{file}>"));
    Some(match name {
        "write" if of("/events") => "write events",
        "write" if of("/events.checkpoint.tmp") => "write new",
        "ftruncate" if of("/events") => "cut events",
        "fdatasync" if of("/events") => "fdatasync events",
        "fsync" if of("/events.checkpoint.tmp") => "fsync new",
        "fsync" if of("") => "fsync folder",
        "rename" | "renameat" | "renameat2" if arguments.contains("/events.checkpoint.tmp\"") => "rename",
        _ => panic!("a call that nobody expects: {line}"),
    })
}
