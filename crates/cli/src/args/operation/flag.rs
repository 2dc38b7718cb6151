//! The flags of an operation's command, by one rule.
//!
//! - An argument of the path is typed without a flag, in the order of the path. The organization
//!   and the directory are `--org` and `--directory`.
//! - Any other argument is a flag of its documented name in kebab-case: `--search-term`. A list is
//!   given one value at a time, by the singular: `--email-domain` for `emailDomains`. The plural is
//!   accepted as well.
//! - An object of plain values is a flag for each property: `--counts-include-users`. A deeper one
//!   is JSON. The whole body is `--data`.
//! - An operation's own `limit` is `--page-size`.
//!
//! The generator of documentation includes this file, for the examples in help.

use std::fmt;

use atlassian_admin::operation::{BodyPart, Bounds, Location, Operation, Param};
use atlassian_admin::schema::{ObjectSchema, Schema};
use serde_json::{Map, Value};

/// A flag, or an argument without one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Flag {
    /// The operation's argument, and the property if the argument is an object of plain values.
    pub(crate) path: Vec<&'static str>,
    /// The name without dashes; `None` for an argument of the path.
    pub(crate) long: Option<String>,
    /// The same as documented, where that is the plural.
    pub(crate) alias: Option<String>,
    pub(crate) schema: Schema,
    pub(crate) required: bool,
    pub(crate) docs: &'static str,
    pub(crate) bounds: Option<Bounds>,
}

/// Returns the flags of an operation. The organization has none of its own: every command takes
/// `--org`.
pub(crate) fn flags(operation: &Operation) -> Vec<Flag> {
    operation.params.iter().filter(|param| param.name != "orgId").flat_map(of).collect()
}

fn of(param: &Param) -> Vec<Flag> {
    let flag = |path: Vec<&'static str>, schema, required, docs| {
        let documented = path.iter().map(|name| kebab(name)).collect::<Vec<_>>().join("-");
        let long = match (path.as_slice(), param.location) {
            (["directoryId"], Location::Path(_)) => Some("directory".to_owned()),
            (_, Location::Path(_)) => None,
            (["limit"], _) => Some("page-size".to_owned()),
            (_, Location::Body(BodyPart::Whole)) => Some("data".to_owned()),
            _ if matches!(schema, Schema::List(_)) => Some(singular(&documented)),
            _ => Some(documented.clone()),
        };
        let is_plural = matches!(schema, Schema::List(_)) && long.as_ref() != Some(&documented);
        let alias = is_plural.then_some(documented);
        // The bounds of an object are those of its list.
        let bounds = param.bounds.filter(|_| path.len() == 1 || matches!(schema, Schema::List(_)));
        Flag { path, long, alias, schema, required, docs, bounds }
    };
    match param.schema {
        Schema::Object(object) if is_plain(object) => (object.properties)()
            .iter()
            .map(|property| flag(vec![param.name, property.name], property.schema, false, property.docs))
            .collect(),
        schema => vec![flag(vec![param.name], schema, param.required, param.docs)],
    }
}

impl Flag {
    /// Returns the name of its clap argument.
    pub(crate) fn id(&self) -> String {
        self.path.join(".")
    }

    /// Returns the name of the operation's argument.
    pub(crate) fn argument(&self) -> &'static str {
        self.path.first().copied().unwrap_or_default()
    }

    /// Returns whether the value is JSON, which may come from a file or standard input.
    pub(crate) fn is_json(&self) -> bool {
        matches!(self.schema, Schema::Object(_) | Schema::Json)
    }

    /// Returns the known values.
    pub(crate) fn values(&self) -> &'static [&'static str] {
        match self.schema {
            Schema::Enum(known) | Schema::List(&Schema::Enum(known)) => known.values,
            Schema::Boolean => &["true", "false"],
            _ => &[],
        }
    }

    /// Returns the name of the value in help.
    pub(crate) fn value_name(&self) -> String {
        let item = match self.schema {
            Schema::List(item) => *item,
            other => other,
        };
        let name = self.path.last().copied().unwrap_or_default();
        match item {
            _ if self.long.is_none() => kebab(name).replace('-', "_").to_uppercase(),
            Schema::Integer => "N".to_owned(),
            Schema::Time => "TIME".to_owned(),
            Schema::Boolean => "true|false".to_owned(),
            Schema::Object(object) if matches!(self.schema, Schema::List(_)) => {
                let names = (object.properties)().iter().map(|property| format!("{}=…", property.name));
                names.collect::<Vec<_>>().join(",")
            }
            Schema::Object(_) | Schema::Json => "JSON|@FILE|-".to_owned(),
            _ if is_id(name) => "ID".to_owned(),
            _ => {
                let long = self.long.as_deref().unwrap_or_default();
                long.rsplit('-').next().unwrap_or_default().to_uppercase()
            }
        }
    }

    /// Returns the flag with its value, as help writes it.
    pub(crate) fn usage(&self) -> String {
        match self.long {
            Some(_) => format!("{self} <{}>", self.value_name()),
            None => self.to_string(),
        }
    }

    /// Returns whether the value is an identifier, which an e-mail address never is.
    pub(crate) fn is_id(&self) -> bool {
        self.path.last().is_some_and(|name| is_id(name))
    }
}

/// Writes the flag as it is typed.
impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.long {
            Some(long) => write!(f, "--{long}"),
            None => write!(f, "<{}>", self.value_name()),
        }
    }
}

/// Returns the words of an operation's command and of arguments for it, which must be as the
/// operation declares them.
pub(crate) fn command_line(operation: &Operation, arguments: &Map<String, Value>) -> Vec<String> {
    let mut words = [operation.group, operation.name].map(|word| word.replace('_', "-")).to_vec();
    if let Some(Value::String(org)) = arguments.get("orgId") {
        words.push(format!("--org={org}"));
    }
    let mut flags = flags(operation);
    flags.sort_by_key(|flag| flag.long.is_some());
    for flag in flags {
        let found = flag.path.iter().try_fold(None, |within: Option<&Value>, name| match within {
            None => arguments.get(*name).map(Some),
            Some(object) => object.get(*name).map(Some),
        });
        let values = match found.flatten() {
            None => continue,
            Some(Value::Array(items)) if matches!(flag.schema, Schema::List(_)) => items.as_slice(),
            Some(value) => std::slice::from_ref(value),
        };
        for value in values {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            words.push(match (&flag.long, value) {
                (None, _) => text,
                (Some(long), Value::Bool(true)) => format!("--{long}"),
                (Some(long), _) => format!("--{long}={text}"),
            });
        }
    }
    words
}

fn is_id(name: &str) -> bool {
    name == "id" || ["Id", "Ids", "_id"].iter().any(|end| name.ends_with(end))
}

/// Returns whether an object has properties of plain values and lists of them only.
fn is_plain(object: &ObjectSchema) -> bool {
    (object.properties)().iter().all(|property| match property.schema {
        Schema::List(item) => item.is_scalar(),
        schema => schema.is_scalar(),
    })
}

/// Writes `emailDomains` as `email-domains`.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for character in name.chars() {
        match character {
            '_' | '.' => kebab.push('-'),
            upper if upper.is_ascii_uppercase() && !kebab.is_empty() => {
                kebab.push('-');
                kebab.push(upper.to_ascii_lowercase());
            }
            other => kebab.push(other.to_ascii_lowercase()),
        }
    }
    kebab
}

/// Writes the name of a list in the singular: `account-ids` as `account-id`.
fn singular(plural: &str) -> String {
    let stem = match plural {
        other if other.ends_with("us") => other,
        other => other
            .strip_suffix("es")
            .filter(|stem| stem.ends_with("us"))
            .unwrap_or_else(|| other.strip_suffix('s').unwrap_or(other)),
    };
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::operation;
    use serde_json::json;

    fn typed(name: &str) -> Vec<String> {
        flags(operation(name).unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn flags_follow_the_rule() {
        assert_eq!(
            typed("users.search"),
            [
                "--directory",
                "--cursor",
                "--account-id",
                "--directory-id",
                "--account-status",
                "--membership-status",
                "--status",
                "--claim-status",
                "--mfa-enabled",
                "--email-domain",
                "--email",
                "--group-id",
                "--resource-id",
                "--role-id",
                "--search-term",
                "--expand",
                "--sort-by",
                "--page-size",
            ]
        );
        assert_eq!(typed("groups.removeMember"), ["--directory", "<GROUP_ID>", "<ACCOUNT_ID>"]);
        assert_eq!(typed("groups.addMember"), ["--directory", "<GROUP_ID>", "--account-id"]);
        assert_eq!(typed("policies.create"), ["--data"]);
        assert_eq!(
            typed("scim.patchUser"),
            ["--directory", "<USER_ID>", "--attribute", "--excluded-attribute", "--data"]
        );
        assert_eq!(
            typed("account.updateProfile")[..6],
            [
                "<ACCOUNT_ID>",
                "--name",
                "--nickname",
                "--zoneinfo",
                "--locale",
                "--extended-profile-job-title"
            ]
        );
        assert_eq!(typed("legacy.assignGroupRoles"), ["<GROUP_ID>", "--role-association"]);
        assert!(typed("legacy.searchUsers").contains(&"--account-status".to_owned()));
        assert!(typed("account.permissions").contains(&"--privilege".to_owned()));
    }

    #[test]
    fn command_line_writes_each_kind_of_value() {
        let line = |name: &str, arguments: Value| {
            command_line(operation(name).unwrap(), arguments.as_object().unwrap()).join(" ")
        };
        assert_eq!(
            line(
                "users.search",
                json!({ "orgId": "o", "directoryId": "-", "mfaEnabled": true, "status": ["a", "b"], "limit": 5, "sortBy": [{ "field": "f" }] })
            ),
            r#"users search --org=o --directory=- --status=a --status=b --mfa-enabled --sort-by={"field":"f"} --page-size=5"#
        );
        assert_eq!(
            line("groups.list", json!({ "counts": { "includeUsers": false } })),
            "groups list --counts-include-users=false"
        );
        assert_eq!(
            line("scim.replaceGroup", json!({ "id": "g", "body": { "displayName": "d" } })),
            r#"scim replace-group g --data={"displayName":"d"}"#
        );
    }
}
