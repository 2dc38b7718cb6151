//! Reads the key from a file or the environment, never from an argument, which every user of the
//! machine could read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use atlassian_admin::auth::{CredentialKind, KeyKind};
use atlassian_admin::input;
use zeroize::Zeroize;

use crate::exit::Failure;
use crate::plain;

/// The environment variable with the organization key.
pub(crate) const VARIABLE: &str = "ATLASSIAN_ADMIN_API_KEY";

/// The environment variable with the directory key.
const DIRECTORY_VARIABLE: &str = "ATLASSIAN_ADMIN_DIRECTORY_KEY";

/// Maximum size of a key file in bytes, far above the size of a key.
const MAX_KEY_FILE_BYTES: u64 = 16 * 1024;

/// Reads the key from the file, or else from the environment.
pub(crate) fn find<K: CredentialKind>(file: Option<&Path>) -> Result<K, Failure> {
    let (variable, made) = match K::KIND {
        KeyKind::Directory => {
            (DIRECTORY_VARIABLE, "a directory key is created when an identity provider is connected")
        }
        _ => (VARIABLE, "create an organization API key at admin.atlassian.com"),
    };
    let (place, text) = match file {
        Some(file) => (format!("the key file {}", file.display()), read(file)?),
        None => match std::env::var(variable) {
            Ok(text) => (variable.to_owned(), text),
            Err(std::env::VarError::NotUnicode(_)) => {
                return Err(Failure::usage(format!(
                    "{variable} is not a key: it is not UTF-8 text; copy the key again from where it was created"
                )));
            }
            Err(std::env::VarError::NotPresent) => {
                return Err(Failure::usage(format!(
                    "no key: set {variable}, or give --key-file FILE; {made} (to try without one: --simulate)"
                )));
            }
        },
    };
    K::new(text).map_err(|error| Failure::usage(format!("{place}: {error}")))
}

fn read(path: &Path) -> Result<String, Failure> {
    let unreadable = |error: io::Error| {
        let name = match may_be_key(path) {
            true => "with the given name (which is not repeated here, since it may be a key)".to_owned(),
            false => path.display().to_string(),
        };
        Failure::usage(format!(
            "cannot read the key file {name}: {}; --key-file takes the path of a file with the key in it",
            plain::system(&error)
        ))
    };
    let named = |problem: &str| Failure::usage(format!("the key file {} {problem}", path.display()));
    let file = File::open(path).map_err(unreadable)?;
    refuse_shared(&file, path)?;
    // The capacity is reserved at once: growing would leave a copy of the key in freed memory.
    let mut bytes = Vec::with_capacity(MAX_KEY_FILE_BYTES as usize + 2);
    let length = file.take(MAX_KEY_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if length as u64 > MAX_KEY_FILE_BYTES {
        bytes.zeroize();
        return Err(named("is too large: it must contain only the key"));
    }
    if let Err(problem) = input::text(&bytes) {
        bytes.zeroize();
        return Err(named(&problem.to_string()));
    }
    String::from_utf8(bytes).map_err(|_| named("is not UTF-8 text"))
}

/// Returns whether a path may be a key that was given by mistake: neither it nor its folder
/// exists.
fn may_be_key(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    !path.exists() && !folder.is_some_and(Path::is_dir)
}

/// Refuses a key that other users of the machine can read. Pipes and devices have no lasting
/// content to protect.
#[cfg(unix)]
fn refuse_shared(file: &File, path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;

    let unreadable = |error| {
        let problem = plain::system(&error);
        Failure::usage(format!("cannot read the key file {}: {problem}", path.display()))
    };
    let metadata = file.metadata().map_err(unreadable)?;
    if metadata.is_file() && metadata.permissions().mode() & 0o077 != 0 {
        return Err(Failure::usage(format!(
            "other users can read the key file; fix it with: chmod 600 -- {}",
            quoted(path)
        )));
    }
    Ok(())
}

/// Quotes a path for a shell. Omits one that a line of output cannot show unchanged, since a copy
/// of it would name another file.
#[cfg(unix)]
fn quoted(path: &Path) -> String {
    match path.to_str() {
        Some(path) if plain::line(path) == path => format!("'{}'", path.replace('\'', r"'\''")),
        _ => "FILE".to_owned(),
    }
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
fn refuse_shared(_: &File, _: &Path) -> Result<(), Failure> {
    Ok(())
}
