//! Writes the manual pages, one a command:
//! `cargo run -p atlassian-admin-cli --example man-pages -- FOLDER`.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use clap::Command;
use clap_mangen::Man;

/// What the foot of each page names.
const SOURCE: &str = concat!("atlassian-admin ", env!("CARGO_PKG_VERSION"));

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("usage: man-pages FOLDER")?;
    fs::create_dir_all(&folder)?;
    let mut command = atlassian_admin_cli::command().disable_help_subcommand(true);
    command.build();
    Ok(write(&command, Path::new(&folder))?)
}

/// Writes the page of a command and those of its subcommands.
fn write(command: &Command, folder: &Path) -> io::Result<()> {
    let man = Man::new(command.clone()).source(SOURCE).manual("Commands");
    let mut file = File::create(folder.join(man.get_filename()))?;
    man.render_title(&mut file)?;
    // Words are not broken over lines: a name of a variable could not be searched for.
    file.write_all(b".nh\n.ad l\n")?;
    man.render_name_section(&mut file)?;
    man.render_synopsis_section(&mut file)?;
    man.render_description_section(&mut file)?;
    let details = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    file.write_all(paragraphs(&details).as_bytes())?;
    man.render_options_section(&mut file)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut file)?;
    }
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    file.write_all(sections(&after).as_bytes())?;
    command.get_subcommands().filter(|command| !command.is_hide_set()).try_for_each(|it| write(it, folder))
}

/// The details of an operation, which `clap_mangen` leaves out: each line on its own.
fn paragraphs(details: &str) -> String {
    let line = |line: &str| match line {
        "" => ".PP\n".to_owned(),
        line => format!("\\&{}\n.br\n", escaped(line)),
    };
    let lines: String = details.lines().map(line).collect();
    if lines.is_empty() { lines } else { format!(".PP\n{lines}") }
}

fn escaped(line: &str) -> String {
    line.replace('\\', r"\e").replace('-', r"\-")
}

/// The blocks at the end of a help text as sections: `clap_mangen` would join their lines.
fn sections(after_help: &str) -> String {
    let mut text = String::new();
    for line in after_help.lines() {
        let line = escaped(line);
        match line.strip_suffix(':').filter(|heading| !heading.starts_with(' ')) {
            Some(heading) => text += &format!(".fi\n.SH \"{}\"\n.nf\n", heading.to_uppercase()),
            None => text += &format!("\\&{}\n", line.trim_start()),
        }
    }
    text + ".fi\n"
}
