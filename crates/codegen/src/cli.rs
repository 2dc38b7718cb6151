//! The documentation of the operations' commands: what their table does not have.

use std::fmt::Write as _;

use atlassian_admin_core::operation::{Operation, Param};
use atlassian_admin_testing::examples::Examples;
use serde_json::{Map, Value};

use crate::flag::command_line;
use crate::typescript::{docs, reference};

const HEAD: &str = "\
//! The documentation of the operations' commands. Made by `cargo xtask types` of the operation list
//! and the examples; `cargo xtask test` fails if it is not up to date.

use super::help::Reference;

#[rustfmt::skip]
pub(super) const REFERENCE: &[Reference] = &[
";

/// Maximum length of JSON in an example; longer JSON is in a file.
const MAX_JSON: usize = 60;

/// How a host with objects, and the command line, show that a part of an invitation failed.
const PARTIAL: (&str, &str) = (
    "the response is then a success with `partial` set, and `failures` lists what failed",
    "the exit code is then 4, and the response lists what failed",
);

/// Maximum length of an example on one line, which terminals of 80 columns do not break.
const MAX_LINE: usize = 77;

/// Returns `reference.rs` of the command line.
pub(crate) fn reference(all: &[(&Operation, Examples)]) -> String {
    let mut text = HEAD.to_owned();
    for (operation, examples) in all {
        let details = docs::text(operation.group, operation.params, operation.details);
        let details = commands(operation, &details.replace(PARTIAL.0, PARTIAL.1));
        let origin = |param: &Param| {
            let origin = commands(operation, reference::origin(operation, param)?);
            let is_flag = param.name != "orgId" && param.name != "directoryId";
            is_flag.then(|| format!("({:?}, {origin:?})", param.name))
        };
        let origins: Vec<_> = operation.params.iter().filter_map(origin).collect();
        let _ = write!(
            text,
            "    Reference {{\n        operation: {:?},\n        details: {details:?},\n        example: {:?},\n        origins: &[{}],\n    }},\n",
            operation.dotted(),
            example(operation, examples),
            origins.join(", ")
        );
    }
    text + "];\n"
}

/// Writes the operations that a text names as commands, and its arguments as flags.
fn commands(operation: &Operation, docs: &str) -> String {
    let part = |(index, part): (usize, &str)| {
        let found = atlassian_admin_core::operation(part).filter(|_| index % 2 == 1);
        let words = found.map(|operation| command_line(operation, &Map::new()).join(" "));
        let is_param = index % 2 == 1 && operation.param(part).is_some();
        let flag = || command_line(operation, &Map::from_iter([(part.to_owned(), Value::from("x"))])).pop();
        let flag = is_param.then(flag).flatten().and_then(|flag| Some(flag.strip_suffix("=x")?.to_owned()));
        match part {
            "events.follow" if index % 2 == 1 => "events follow".to_owned(),
            _ => words.or(flag).unwrap_or_else(|| part.to_owned()),
        }
    };
    docs.split('`').enumerate().map(part).collect::<Vec<_>>().join("`")
}

/// Returns the command of the first example with a response.
fn example(operation: &Operation, examples: &Examples) -> String {
    let found = examples.examples.iter().find(|example| example.response.is_some());
    let mut arguments = found.map(|example| example.arguments.clone()).unwrap_or_default();
    // Most users have one organization, and reads cover all directories.
    if operation.dotted() != "orgs.get" {
        arguments.remove("orgId");
    }
    if operation.reads && operation.param("orgId").is_some() {
        arguments.remove("directoryId");
    }
    let words: Vec<_> = command_line(operation, &arguments).iter().map(|word| shell(word)).collect();
    lines(&format!("atlassian-admin {}", words.join(" ")))
}

/// Breaks a long command before its flags, as a shell reads it.
fn lines(command: &str) -> String {
    match command.len() > MAX_LINE {
        true => command.replace(" --", " \\\n      --"),
        false => command.to_owned(),
    }
}

/// Writes a word for a shell. The value of a name, such as `$accountId`, is `ACCOUNT_ID`.
fn shell(word: &str) -> String {
    let (flag, value) = match word.strip_prefix("--").and_then(|flag| flag.split_once('=')) {
        Some((flag, value)) => (format!("--{flag} "), value),
        None => (String::new(), word),
    };
    if let Some(name) = value.strip_prefix('$') {
        return flag + &placeholder(name);
    }
    let is_json = value.starts_with('{') && value.ends_with('}');
    if is_json && value.len() > MAX_JSON && flag == "--data " {
        return flag + "@data.json";
    }
    if let Some(pairs) = is_json.then(|| pairs(value)).flatten().filter(|_| flag != "--data ") {
        return flag + &pairs;
    }
    // A boolean takes its value after an equals sign.
    if value == "false" {
        return word.to_owned();
    }
    match value.chars().all(|character| character.is_ascii_alphanumeric() || "-_./:@%".contains(character)) {
        true if !value.is_empty() => flag + value,
        _ => format!("{flag}'{value}'"),
    }
}

/// Writes an object of texts as `resource=RESOURCE,role=atlassian/user`.
fn pairs(json: &str) -> Option<String> {
    let object: Map<String, Value> = serde_json::from_str(json).ok()?;
    let pair = |(name, value): (&String, &Value)| {
        let value = value.as_str()?;
        let value = value.strip_prefix('$').map_or_else(|| value.to_owned(), placeholder);
        Some(format!("{name}={value}"))
    };
    object.iter().map(pair).collect::<Option<Vec<_>>>().map(|pairs| pairs.join(","))
}

/// Writes `accountId` as `ACCOUNT_ID`.
fn placeholder(name: &str) -> String {
    let mut text = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            text.push('_');
        }
        text.push(character.to_ascii_uppercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation;

    #[test]
    fn shell_quotes_values_and_names_placeholders() {
        for (word, expected) in [
            ("$accountId", "ACCOUNT_ID"),
            ("--directory=$directoryId", "--directory DIRECTORY_ID"),
            ("--status=active", "--status active"),
            ("--filter=a eq \"b\"", "--filter 'a eq \"b\"'"),
            ("--send-notification=false", "--send-notification=false"),
            (
                r#"--permission-rule={"resource":"$site","role":"r/u"}"#,
                "--permission-rule resource=SITE,role=r/u",
            ),
            (r#"--data={"displayName":"d"}"#, r#"--data '{"displayName":"d"}'"#),
        ] {
            assert_eq!(shell(word), expected);
        }
    }

    #[test]
    fn long_command_is_broken_before_its_flags() {
        let name = "n".repeat(60);
        assert_eq!(lines(&format!("groups create --name {}", "n".repeat(20))).lines().count(), 1);
        assert_eq!(
            lines(&format!("groups create --name {name} --quiet")),
            format!("groups create \\\n      --name {name} \\\n      --quiet")
        );
    }

    #[test]
    fn commands_name_operations_and_flags() {
        let search = operation("users.search").unwrap();
        assert_eq!(
            commands(search, "Use `users.listRoles`, or `emailDomains` with `-`, or `events.follow`."),
            "Use `users list-roles`, or `--email-domain` with `-`, or `events follow`."
        );
    }
}
