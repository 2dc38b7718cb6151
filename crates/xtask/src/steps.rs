//! The steps of the tests, as a table.

use xshell::{Cmd, Shell, cmd};

use crate::{
    Outcome, architecture, commits, dependencies, fuzz, language, layers, manifests, npm, place, programs,
    reproducible, tools, wasm, windows,
};

/// What the summary prints of a step, such as why a part did not run.
type Note = Option<String>;

/// A condition that must hold.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    /// Checks it.
    pub(crate) run: fn(&Shell) -> Outcome<Note>,
    /// Whether it runs beside the steps after it, which need one core as it does.
    pub(crate) beside: bool,
}

impl Step {
    const fn new(name: &'static str, run: fn(&Shell) -> Outcome<Note>) -> Self {
        Self { name, run, beside: false }
    }
}

/// What fails quickly comes first. From `programs` on, everything is built with the same features,
/// so that nothing is built twice.
pub(crate) const STEPS: &[Step] = &[
    Step::new("format", |sh| run(cmd!(sh, "cargo fmt --all --check"))),
    Step::new("subjects of commits", commits::check),
    Step::new("architecture", architecture::check),
    Step::new("layers of modules", layers::check),
    Step::new("language", language::check),
    Step::new("dependencies", dependencies::check),
    Step::new("manifests", manifests::check),
    Step::new("licences and sources", deny),
    Step::new("lints", |sh| {
        run(cmd!(sh, "cargo clippy --workspace --all-targets --all-features -- -D warnings"))
    }),
    Step::new("programs", |sh| programs::build(sh).map(|()| None)),
    Step::new("generated files", |sh| programs::types(sh, true).map(|()| None)),
    Step::new("tests", |sh| nextest(sh, &["--profile", "ci"])),
    Step::new("fragile tests", |sh| nextest(sh, &["--profile", "fragile"])),
    Step::new("crashes and faults", chaos),
    Step::new("order of writes", durability),
    Step::new("documentation tests", |sh| {
        run(cmd!(sh, "cargo test --quiet --workspace --all-features --doc"))
    }),
    Step::new("documentation", documentation),
    Step { beside: true, ..Step::new("features, oldest Rust", |sh| features(sh, &["--each-feature"])) },
    Step::new("npm package", npm_package),
    Step::new("fragile tests of npm", |sh| script(sh, "bindings/js", &["test:fragile"])),
    Step::new("fetch backend", fetch),
    Step::new("form of the npm package", |sh| script(sh, "bindings/js", &["lint"])),
    Step::new("its consumers", |sh| consumers(sh, npm::Tools::Few, &[])),
    Step::new("simulator in wasm", |sh| script(sh, "bindings/simulator", &["test"])),
    Step::new("form of the simulator's package", |sh| script(sh, "bindings/simulator", &["lint"])),
    Step::new("examples", |sh| script(sh, "bindings/js", &["test:examples"])),
];

/// What takes long: what a release must pass besides.
pub(crate) const FURTHER: &[Step] = &[
    Step::new("pairs of features", |sh| features(sh, &["--feature-powerset", "--depth", "2"])),
    Step::new("public API", |sh| nextest(sh, &["--run-ignored", "only", "-E", "binary(public_api)"])),
    Step::new("all other consumers", |sh| consumers(sh, npm::Tools::All, &["--", "--further"])),
    // The types under the compiler before its rewrite, which the consumers have installed.
    Step::new("types under TypeScript 5", |sh| script(sh, "bindings/js", &["types:before-7"])),
    Step::new("web site", web_site),
    Step::new("reproducible build", |sh| reproducible::check(sh).map(|()| None)),
    Step::new("command line on Windows", windows::check),
    Step::new("fuzzing", fuzz),
];

fn run(command: Cmd<'_>) -> Outcome<Note> {
    command.run()?;
    Ok(None)
}

fn not_run(why: &str) -> Outcome<Note> {
    Ok(Some(format!("NOT RUN: {why}")))
}

/// Licences, sources and banned crates by `deny.toml`; known vulnerabilities where their database
/// can be reached.
fn deny(sh: &Shell) -> Outcome<Note> {
    cmd!(sh, "cargo deny check --hide-inclusion-graph bans licenses sources").run()?;
    if !tools::succeeds(sh, &["cargo", "deny", "fetch", "db"]) {
        return Ok(Some("advisories NOT RUN: their database cannot be reached".to_owned()));
    }
    run(cmd!(sh, "cargo deny check --disable-fetch advisories"))
}

fn nextest(sh: &Shell, options: &[&str]) -> Outcome<Note> {
    run(cmd!(sh, "cargo nextest run --workspace --all-features {options...}"))
}

/// The same few rounds each time.
fn chaos(sh: &Shell) -> Outcome<Note> {
    if !cfg!(unix) {
        return not_run("exporters are killed by signals, which this system does not have");
    }
    programs::chaos(sh, &["--rounds", "10", "--seed", "1"]).map(|()| None)
}

/// In which order an export writes, as strace sees it: what a loss of power leaves behind depends
/// on it.
fn durability(sh: &Shell) -> Outcome<Note> {
    if !tools::succeeds(sh, &["strace", "-o", "/dev/null", "true"]) {
        return not_run("strace is not installed, or may not trace");
    }
    nextest(sh, &["--run-ignored", "only", "-E", "package(atlassian-admin-cli) & test(durability)"])
}

fn documentation(sh: &Shell) -> Outcome<Note> {
    run(cmd!(sh, "cargo doc --workspace --all-features --no-deps").env("RUSTDOCFLAGS", "-D warnings"))
}

/// Whether the published crates compile with the features of `options`, by the Rust that they
/// promise to support. `docs` and `default` are left out: they add no code to that of the others.
fn features(sh: &Shell, options: &[&str]) -> Outcome<Note> {
    // A folder of its own, since cargo locks it.
    let target = place::target()?.join("features");
    let hack = |options: &[&str]| -> Outcome {
        let check = cmd!(
            sh,
            "cargo hack check --locked --workspace --ignore-private --exclude-features default,docs --lib --bins --target-dir {target} {options...}"
        );
        let output = check.ignore_status().output()?;
        if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into()) }
    };
    if !tools::succeeds(sh, &["rustup", "--version"]) {
        hack(options)?;
        return not_run("the oldest Rust, which rustup installs; features by this one");
    }
    let oldest = env!("CARGO_PKG_RUST_VERSION");
    if !tools::succeeds(sh, &["rustc", &format!("+{oldest}"), "--version"]) {
        cmd!(sh, "rustup toolchain install {oldest} --profile minimal --no-self-update").run()?;
    }
    hack(&[options, &["--rust-version"]].concat()).map(|()| None)
}

/// The npm package: built, and tested in Node against the simulator.
fn npm_package(sh: &Shell) -> Outcome<Note> {
    wasm::build(sh)?;
    script(sh, "bindings/js", &["test"])
}

/// The fetch backend under a client in Rust, in Node: the npm package hands over the function and
/// so has no use for it.
fn fetch(sh: &Shell) -> Outcome<Note> {
    let example = wasm::example(sh, "atlassian-admin-backend-fetch", "page")?;
    let program = place::program("atlassian-admin")?;
    let test = cmd!(sh, "node --test crates/backend-fetch/tests/page.test.mjs");
    run(test.env("PAGE", example).env("ATLASSIAN_ADMIN_CLI", program))
}

/// The npm package as its users have it: packed, installed, built and run.
fn consumers(sh: &Shell, tools: npm::Tools, options: &[&str]) -> Outcome<Note> {
    npm::install(sh, "bindings/js/packaging", tools)?;
    script(sh, "bindings/js", &[&["consumers"][..], options].concat())
}

/// The web site of `docs`, whose build refuses links to pages that do not exist.
fn web_site(sh: &Shell) -> Outcome<Note> {
    npm::install(sh, "docs", npm::Tools::All)?;
    script(sh, "docs", &["build"])
}

/// A script of an npm package, with the command line as the simulator's server.
fn script(sh: &Shell, package: &str, words: &[&str]) -> Outcome<Note> {
    let (program, chromium) = (place::program("atlassian-admin")?, tools::chromium()?);
    let _folder = sh.push_dir(package);
    run(cmd!(sh, "npm run {words...}").env("ATLASSIAN_ADMIN_CLI", program).env("CHROMIUM", chromium))
}

/// A minute of each property of `crates/fuzz`.
fn fuzz(sh: &Shell) -> Outcome<Note> {
    if !tools::succeeds(sh, &["cargo", "+nightly", "--version"]) {
        return not_run("libFuzzer needs a nightly toolchain: `rustup toolchain install nightly`");
    }
    tools::subcommand(sh, "fuzz")?;
    fuzz::minutes(sh).map(|()| None)
}
