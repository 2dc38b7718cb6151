//! Writes the seeds of every target, or tries one property on one file: `seeds FOLDER`, `try TARGET FILE`.
#![allow(clippy::print_stderr, reason = "printing is what it is for")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use atlassian_admin_fuzz::TARGETS;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["seeds", folder] => write_seeds(Path::new(folder)),
        ["try", target, file] => try_one(target, Path::new(file)),
        _ => Err("give `seeds FOLDER` or `try TARGET FILE`".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// One folder a target; what is there already stays.
fn write_seeds(folder: &Path) -> Result<(), Box<dyn Error>> {
    for target in TARGETS {
        let own = folder.join(target.name);
        fs::create_dir_all(&own)?;
        for (number, seed) in (target.seeds)().iter().enumerate() {
            fs::write(own.join(format!("seed-{number:03}")), seed)?;
        }
    }
    Ok(())
}

/// Panics where the property does not hold of the file's bytes.
fn try_one(name: &str, file: &Path) -> Result<(), Box<dyn Error>> {
    let target = TARGETS.iter().find(|target| target.name == name).ok_or("there is no such target")?;
    (target.holds)(&fs::read(file)?);
    eprintln!("it holds");
    Ok(())
}
