//! Where the key comes from: a file or the environment, never an argument, which every user of the machine could read.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use atlassian_admin::auth::{CredentialKind, KeyKind};
use atlassian_admin::{Credentials, input};
use zeroize::Zeroize;

use crate::exit::Failure;

/// The environment variable with the organization's key.
pub(crate) const VARIABLE: &str = "ATLASSIAN_ADMIN_API_KEY";

/// The environment variable with the directory's key.
const DIRECTORY_VARIABLE: &str = "ATLASSIAN_ADMIN_DIRECTORY_KEY";

/// More than any key has; a larger file is another one.
const LONGEST: u64 = 16 * 1024;

/// Takes the key from the file, or else from the environment.
pub(crate) fn credentials<K: CredentialKind>(file: Option<&Path>) -> Result<Credentials<K>, Failure> {
    let (variable, made) = match K::KIND {
        KeyKind::Directory => {
            (DIRECTORY_VARIABLE, "a directory key is made where an identity provider is connected")
        }
        _ => (VARIABLE, "organization API keys are made at admin.atlassian.com"),
    };
    let (place, text) = match file {
        Some(file) => ("the key file", read(file)?),
        None => match std::env::var(variable) {
            Ok(text) => (variable, text),
            Err(std::env::VarError::NotUnicode(_)) => {
                return Err(Failure::usage(format!(
                    "{variable}: this is no key: it is no text; copy the key again from where it was made"
                )));
            }
            Err(std::env::VarError::NotPresent) => {
                return Err(Failure::usage(format!(
                    "no key: set {variable}, or give --key-file FILE; {made} (to try without one: --simulate)"
                )));
            }
        },
    };
    Credentials::key(text).map_err(|error| Failure::usage(format!("{place}: {error}")))
}

fn read(path: &Path) -> Result<String, Failure> {
    // Errors leave out the path, in case it is a key that was given in place of one.
    let unreadable = |error| {
        Failure::usage(format!(
            "cannot read the key file: {error}; --key-file takes the path of a file with the key in it"
        ))
    };
    let file = File::open(path).map_err(unreadable)?;
    refuse_shared(&file, path)?;
    // It never moves, which would leave a part of the key where it was.
    let mut bytes = Vec::with_capacity(LONGEST as usize + 2);
    let length = file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if length as u64 > LONGEST {
        bytes.zeroize();
        return Err(Failure::usage(
            "the key file is too large to be one: it must hold the key and nothing else",
        ));
    }
    if let Err(problem) = input::text(&bytes) {
        bytes.zeroize();
        return Err(Failure::usage(format!("the key file {problem}")));
    }
    String::from_utf8(bytes).map_err(|_| Failure::usage("the key file is not UTF-8 text"))
}

/// Refuses a key that other users of the machine can read. Pipes and devices have no lasting content to protect.
#[cfg(unix)]
fn refuse_shared(file: &File, path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;

    let metadata =
        file.metadata().map_err(|error| Failure::usage(format!("cannot read the key file: {error}")))?;
    if metadata.is_file() && metadata.permissions().mode() & 0o077 != 0 {
        return Err(Failure::usage(format!(
            "other users can read the key file; mend it by: chmod 600 -- {}",
            quoted(path)
        )));
    }
    Ok(())
}

/// A path as a shell takes it. One that a line cannot show as it is would become the path of another file, and stays out.
#[cfg(unix)]
fn quoted(path: &Path) -> String {
    match path.to_str() {
        Some(path) if crate::plain::line(path) == path => format!("'{}'", path.replace('\'', r"'\''")),
        _ => "FILE".to_owned(),
    }
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
fn refuse_shared(_: &File, _: &Path) -> Result<(), Failure> {
    Ok(())
}
