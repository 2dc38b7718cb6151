//! `cargo xtask dist`: what a release of the command line consists of, in `target/dist`.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::{Outcome, manifests, place, refuse, tools};

const PACKAGE: &str = "atlassian-admin-cli";
const PROGRAM: &str = "atlassian-admin";
const LINUX: &str = "x86_64-unknown-linux-musl";
const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// The version of the generator of the software bill of materials that is installed.
const CYCLONEDX: &str = "0.5.9";

/// What an archive has besides the program.
const TEXTS: &[&str] = &["README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// The shells that get a script with completions, and its name.
const COMPLETIONS: &[(&str, &str)] = &[
    ("bash", "atlassian-admin.bash"),
    ("fish", "atlassian-admin.fish"),
    ("powershell", "_atlassian-admin.ps1"),
    ("zsh", "_atlassian-admin"),
];

/// The programs that this task runs, and the Debian packages that have them.
const PROGRAMS: &[(&str, &str)] = &[
    ("musl-gcc", "musl-tools"),
    ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
    ("sha256sum", "coreutils"),
    ("tar", "tar"),
    ("zip", "zip"),
];

/// Builds the archives, their bills of materials and the checksums.
pub(crate) fn run(sh: &Shell) -> Outcome {
    refuse_missing(sh)?;
    let id = cmd!(sh, "cargo pkgid --package {PACKAGE}").read()?;
    let version = id.rsplit(['#', '@']).next().ok_or("cargo pkgid prints no version")?;
    let target = place::target()?;
    let dist = target.join("dist");
    sh.remove_path(&dist)?;
    sh.create_dir(&dist)?;

    let linux = build(sh, &target, LINUX)?;
    let windows = build(sh, &target, WINDOWS)?;
    let printed = cmd!(sh, "{linux} --version").read()?;
    if printed != format!("{PROGRAM} {version}") {
        return Err(format!("the program that was built is another one: it prints {printed:?}").into());
    }
    let guides = target.join("dist-guides");
    write_guides(sh, &linux, &guides)?;
    for (triple, program) in [(LINUX, &linux), (WINDOWS, &windows)] {
        let name = format!("{PROGRAM}-{version}-{triple}");
        archive(sh, &dist, &name, program, &guides)?;
        sh.write_file(dist.join(format!("{name}.cdx.json")), bill_of_materials(sh, &target, triple)?)?;
    }

    let _folder = sh.push_dir(&dist);
    let files = sh.read_dir(&dist)?;
    let names = files.iter().filter_map(|file| file.file_name());
    sh.write_file(dist.join("SHA256SUMS"), cmd!(sh, "sha256sum {names...}").read()? + "\n")?;
    cmd!(sh, "ls -l").run()?;
    if let Some(note) = manifests::check(sh)? {
        println!("note: {note}");
    }
    Ok(())
}

/// Names everything that is missing, with the command that installs it.
fn refuse_missing(sh: &Shell) -> Outcome {
    let mut missing = Vec::new();
    for (program, package) in PROGRAMS {
        if !tools::succeeds(sh, &[program, "--version"]) {
            missing.push(format!("{program}: apt-get install {package}"));
        }
    }
    for triple in [LINUX, WINDOWS] {
        // rustc names the folder of a target whether it is installed or not.
        let folder = cmd!(sh, "rustc --print target-libdir --target {triple}").quiet().read()?;
        if !Path::new(&folder).is_dir() {
            missing.push(format!("Rust for {triple}: rustup target add {triple}"));
        }
    }
    refuse("these are missing; install them first", &missing)
}

/// Builds the program for a target.
fn build(sh: &Shell, target: &Path, triple: &str) -> Outcome<PathBuf> {
    cmd!(sh, "cargo build --locked --profile shipped --target {triple} --package {PACKAGE}").run()?;
    let name = if triple == WINDOWS { format!("{PROGRAM}.exe") } else { PROGRAM.to_owned() };
    Ok(target.join(triple).join("shipped").join(name))
}

/// Writes the manual pages and the completions.
fn write_guides(sh: &Shell, program: &Path, folder: &Path) -> Outcome {
    sh.remove_path(folder)?;
    let man = folder.join("man");
    cmd!(sh, "cargo run --quiet --locked --package {PACKAGE} --example man-pages -- {man}").run()?;
    for (shell, name) in COMPLETIONS {
        let script = cmd!(sh, "{program} completions {shell}").read()?;
        sh.write_file(folder.join("completions").join(name), script + "\n")?;
    }
    Ok(())
}

/// Packs a program with its texts: as zip for Windows, else as tar.gz.
fn archive(sh: &Shell, dist: &Path, name: &str, program: &Path, guides: &Path) -> Outcome {
    let folder = dist.join(name);
    sh.create_dir(&folder)?;
    for file in TEXTS.iter().map(Path::new).chain([program]) {
        sh.copy_file(file, &folder)?;
    }
    cmd!(sh, "cp -r").args(sh.read_dir(guides)?).arg(&folder).run()?;
    let _folder = sh.push_dir(dist);
    if program.extension().is_some() {
        cmd!(sh, "zip --quiet --recurse-paths -X {name}.zip {name}").run()?;
    } else {
        // No user and one order, so that the same files make the same archive.
        cmd!(sh, "tar --sort=name --owner=0 --group=0 --numeric-owner -czf {name}.tar.gz {name}").run()?;
    }
    Ok(sh.remove_path(&folder)?)
}

/// The software bill of materials of a target: each crate with its version, licence and checksum.
fn bill_of_materials(sh: &Shell, target: &Path, triple: &str) -> Outcome<String> {
    const FILE: &str = "dist-sbom";
    let tools = target.join("tools");
    let program = tools.join("bin/cargo-cyclonedx");
    let installed = cmd!(sh, "{program} cyclonedx --version").quiet().ignore_stderr().read();
    if !installed.is_ok_and(|text| text.ends_with(CYCLONEDX)) {
        // Unoptimized, since building it takes far longer than running it.
        let options = ["--debug", "--locked", "--force", "--version", CYCLONEDX];
        cmd!(sh, "cargo install --quiet cargo-cyclonedx {options...} --root {tools}").run()?;
    }
    let options = ["--quiet", "--format", "json", "--spec-version", "1.5", "--target", triple];
    cmd!(sh, "{program} cyclonedx --override-filename {FILE} {options...}").run()?;
    let bill = sh.read_file(format!("crates/cli/{FILE}.json"))?;
    // It writes a file into each member of the workspace.
    for parent in ["crates", "examples"] {
        for member in sh.read_dir(parent)? {
            sh.remove_path(member.join(FILE).with_extension("json"))?;
        }
    }
    // It names our crates by where they are on this machine.
    Ok(bill.replace(&place::root().display().to_string(), ""))
}
