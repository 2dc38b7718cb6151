//! Searches for input that breaks a property, if built by cargo-fuzz; CONTRIBUTING.md has the
//! commands. Built by plain cargo, it writes the seeds of all properties (`seeds FOLDER`), or runs
//! one on the files that libFuzzer found (`try PROPERTY FILE…`).
#![cfg_attr(fuzzing, no_main)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line program")]

#[cfg(fuzzing)]
mod fuzzing {
    use std::sync::LazyLock;

    use atlassian_admin_fuzz::{Property, Target};

    /// One program for all properties: cargo-fuzz cannot pass the name of one, so it comes from
    /// the environment.
    static PROPERTY: LazyLock<Property> = LazyLock::new(|| {
        let name = std::env::var("PROPERTY").unwrap_or_default();
        let Some(target) = Target::of(&name) else {
            eprintln!("error: the variable PROPERTY must name a property");
            std::process::exit(2)
        };
        target.holds
    });

    libfuzzer_sys::fuzz_target!(|data: &[u8]| PROPERTY(data));
}

#[cfg(not(fuzzing))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::{fs, path::Path};

    use atlassian_admin_fuzz::{TARGETS, Target};

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["seeds", folder] => {
            for target in TARGETS {
                let own = Path::new(folder).join(target.name);
                fs::create_dir_all(&own)?;
                for (number, seed) in (target.seeds)().iter().enumerate() {
                    fs::write(own.join(format!("seed-{number:03}")), seed)?;
                }
                println!("{}", target.name);
            }
        }
        ["try", name, files @ ..] => {
            let target = Target::of(name).ok_or("no property has this name")?;
            for file in files {
                (target.holds)(&fs::read(file)?);
                println!("{name} holds for {file}");
            }
        }
        _ => return Err("usage: property seeds FOLDER | property try PROPERTY FILE…".into()),
    }
    Ok(())
}
