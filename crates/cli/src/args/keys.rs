//! Refuses keys on the command line.

use std::ffi::OsString;

use crate::exit::Failure;
use crate::key::VARIABLE;

/// The options that people try.
const TRIED: [&str; 6] = ["--api-key", "--apikey", "--key", "--token", "--api-token", "--directory-key"];

/// Refuses an argument that contains a key, before anything else parses it: other errors would
/// print its value.
pub(crate) fn refuse(arguments: impl IntoIterator<Item = OsString>) -> Result<(), Failure> {
    let tried = arguments.into_iter().skip(1).take_while(|argument| argument != "--").find_map(|argument| {
        let argument = argument.to_str()?;
        let name = argument.split('=').next()?;
        TRIED.into_iter().find(|tried| *tried == name)
    });
    match tried {
        None => Ok(()),
        Some(name) => Err(Failure::usage(format!(
            "{name} is not an option, since every user of this machine can read a program's arguments: set {VARIABLE}, or give --key-file FILE (and create a new key if you typed this one here)"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str]) -> Result<(), Failure> {
        refuse(arguments.iter().map(OsString::from))
    }

    #[test]
    fn check_refuses_keys_and_accepts_key_files() {
        for arguments in [&["p", "--api-key", "canary", "orgs"], &["p", "orgs", "list", "--api-key=canary"]] {
            let Err(Failure::Error(_, text)) = check(arguments) else { panic!("{arguments:?}") };
            assert!(text.contains("--key-file") && !text.contains("canary"), "{text}");
        }
        assert!(check(&["p", "orgs", "--key-file", "k"]).is_ok());
        assert!(check(&["--api-key"]).is_ok(), "the program's own name");
    }
}
