//! Refuses keys among the arguments.

use std::ffi::OsString;

use crate::exit::Failure;
use crate::key::VARIABLE;

/// What people try.
const TRIED: [&str; 6] = ["--api-key", "--apikey", "--key", "--token", "--api-token", "--directory-key"];

/// Refuses an argument that hands over a key, before anything else looks at it: other errors would repeat what follows it.
pub(crate) fn refuse(arguments: impl IntoIterator<Item = OsString>) -> Result<(), Failure> {
    let tried = arguments.into_iter().skip(1).take_while(|argument| argument != "--").find_map(|argument| {
        let argument = argument.to_str()?;
        let name = argument.split('=').next()?;
        TRIED.into_iter().find(|tried| *tried == name)
    });
    match tried {
        None => Ok(()),
        Some(name) => Err(Failure::usage(format!(
            "{name} is no option, since everyone on this machine can read the arguments of a program: set {VARIABLE}, or give --key-file FILE (and make a new key if this one was typed here)"
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
    fn keys_are_refused_and_files_are_not() {
        for arguments in [&["p", "--api-key", "canary", "orgs"], &["p", "orgs", "list", "--api-key=canary"]] {
            let Err(Failure::Error(_, text)) = check(arguments) else { panic!("{arguments:?}") };
            assert!(text.contains("--key-file") && !text.contains("canary"), "{text}");
        }
        assert!(check(&["p", "orgs", "--key-file", "k"]).is_ok());
        assert!(check(&["--api-key"]).is_ok(), "the program's own name");
    }
}
