//! The steps that are commands.

use crate::command::{Cmd, Outcome};
use crate::npm;
use crate::workspace::Workspace;

pub(super) fn format(workspace: &Workspace) -> Outcome<Option<String>> {
    run(workspace, &Cmd::line("cargo fmt --all --check"))
}

pub(super) fn lints(workspace: &Workspace) -> Outcome<Option<String>> {
    run(workspace, &Cmd::line("cargo clippy --workspace --all-targets --all-features -- -D warnings"))
}

pub(super) fn tests(workspace: &Workspace) -> Outcome<Option<String>> {
    if Cmd::line("cargo nextest --version").succeeds(workspace.root()) {
        run(workspace, &Cmd::line("cargo nextest run --workspace --all-features"))?;
        return Ok(Some("by cargo nextest".into()));
    }
    // Without nextest there is no limit on the time of a single test; otherwise the same tests run.
    println!("cargo-nextest is not installed: `cargo test` runs the tests instead");
    run(workspace, &Cmd::line("cargo test --workspace --all-features --lib --bins --tests"))?;
    Ok(Some("by cargo test, as cargo-nextest is not installed".into()))
}

/// A few rounds of `cargo xtask chaos`, the same ones each time.
pub(super) fn chaos(workspace: &Workspace) -> Outcome<Option<String>> {
    if cfg!(unix) {
        return crate::chaos::run(workspace, &["--rounds", "10", "--seed", "1"]).map(|()| None);
    }
    let note = "NOT RUN: exporters are killed by signals, which this system does not know";
    println!("{note}");
    Ok(Some(note.into()))
}

/// In which order an export writes, as strace sees it: what a loss of power leaves behind depends on it.
pub(super) fn durability(workspace: &Workspace) -> Outcome<Option<String>> {
    if Cmd::line("strace -o /dev/null true").succeeds(workspace.root()) {
        let test = "cargo test --package atlassian-admin-cli --test cli durability -- --ignored";
        return run(workspace, &Cmd::line(test));
    }
    let note = "NOT RUN: strace is not installed, or may not trace";
    println!("{note}");
    Ok(Some(note.into()))
}

pub(super) fn types(workspace: &Workspace) -> Outcome<Option<String>> {
    crate::types::check(workspace).map(|()| None)
}

pub(super) fn doctests(workspace: &Workspace) -> Outcome<Option<String>> {
    run(workspace, &Cmd::line("cargo test --workspace --all-features --doc"))
}

pub(super) fn documentation(workspace: &Workspace) -> Outcome<Option<String>> {
    run(
        workspace,
        &Cmd::line("cargo doc --workspace --all-features --no-deps").env("RUSTDOCFLAGS", "-D warnings"),
    )
}

/// The crates that browsers and edge runtimes get, without what only services have.
pub(super) fn wasm(workspace: &Workspace) -> Outcome<Option<String>> {
    for package in ["atlassian-admin-core", "atlassian-admin-simulator", "atlassian-admin-backend-fetch"] {
        let check = Cmd::line("cargo check --target wasm32-unknown-unknown --no-default-features --package")
            .args([package]);
        run(workspace, &check)?;
    }
    Ok(None)
}

/// The npm package: built, and tried in Node against the simulator.
pub(super) fn javascript(workspace: &Workspace) -> Outcome<Option<String>> {
    crate::wasm::build(workspace)?;
    run(workspace, &Cmd::line("cargo build --package atlassian-admin-cli"))?;
    script(workspace, "test", "bindings/js")
}

/// The fetch backend under a client in Rust, in Node: the npm package hands over the function and so has no use for it.
pub(super) fn fetch(workspace: &Workspace) -> Outcome<Option<String>> {
    let page = crate::wasm::example(workspace, "atlassian-admin-backend-fetch", "page")?;
    let program = workspace.target()?.join("debug/atlassian-admin");
    let test = Cmd::line("node --test crates/backend-fetch/tests/page.test.mjs")
        .env("PAGE", &page.display().to_string())
        .env("ATLASSIAN_ADMIN_CLI", &program.display().to_string());
    run(workspace, &test)
}

/// Whether the npm package is well formed, by the rules of publint and of are-the-types-wrong.
pub(super) fn form(workspace: &Workspace) -> Outcome<Option<String>> {
    script(workspace, "lint", "bindings/js")
}

/// The npm package as its users have it: packed, installed, built and run.
pub(super) fn consumers(workspace: &Workspace) -> Outcome<Option<String>> {
    npm::install(&workspace.root().join("bindings/js/packaging"), npm::Tools::Few)?;
    script(workspace, "consumers", "bindings/js")
}

/// The same, for the hosts and bundlers that `consumers` leaves out.
pub(super) fn further_consumers(workspace: &Workspace) -> Outcome<Option<String>> {
    npm::install(&workspace.root().join("bindings/js/packaging"), npm::Tools::All)?;
    script(workspace, "consumers -- --further", "bindings/js")
}

/// The types under the compiler before its rewrite, which `further_consumers` has installed.
pub(super) fn types_before_7(workspace: &Workspace) -> Outcome<Option<String>> {
    script(workspace, "types:before-7", "bindings/js")
}

pub(super) fn reproducible(workspace: &Workspace) -> Outcome<Option<String>> {
    crate::wasm::check_reproducible(workspace).map(|()| None)
}

/// The simulator as a backend of the npm package, in Node and in Chromium. The step before has built it.
pub(super) fn simulator(workspace: &Workspace) -> Outcome<Option<String>> {
    script(workspace, "test", "bindings/simulator")
}

/// The examples in JavaScript, as a user would have them: in Node, as a page, and as an extension.
pub(super) fn examples(workspace: &Workspace) -> Outcome<Option<String>> {
    script(workspace, "test:examples", "bindings/js")
}

/// A script of an npm package, with the command line as the simulator's server.
fn script(workspace: &Workspace, name: &str, package: &str) -> Outcome<Option<String>> {
    let program = workspace.target()?.join("debug/atlassian-admin");
    let script = Cmd::line("npm run")
        .args(name.split_whitespace())
        .env("ATLASSIAN_ADMIN_CLI", &program.display().to_string())
        .env("CHROMIUM", &super::chromium::program()?);
    println!("$ {script}");
    script.run(&workspace.root().join(package))?;
    Ok(None)
}

fn run(workspace: &Workspace, command: &Cmd) -> Outcome<Option<String>> {
    println!("$ {command}");
    command.run(workspace.root())?;
    Ok(None)
}
