//! Converts schemas to TypeScript types.

use atlassian_admin_core::schema::{EnumSchema, ObjectSchema, Property, Schema};

use super::docs;

/// The header of a generated file.
pub(super) const HEAD: &str = "// Made by `cargo xtask types` of the list of operations. Do not edit.\n";

/// Returns a type as it is written where it is used. `parameter` is the argument of a generic
/// type: it is written `T`.
pub(super) fn of(schema: Schema, parameter: Option<Schema>) -> String {
    if parameter == Some(schema) {
        return "T".to_owned();
    }
    match schema {
        Schema::Text => "string".to_owned(),
        Schema::Integer => "number".to_owned(),
        Schema::Boolean => "boolean".to_owned(),
        Schema::Time => "number | string | Date".to_owned(),
        Schema::Enum(values) => type_name(values.name).to_owned(),
        Schema::List(item) => format!("{}[]", of(*item, parameter)),
        Schema::Object(object) => reference(object, parameter),
        Schema::Nothing => "void".to_owned(),
        _ => "unknown".to_owned(),
    }
}

/// Returns the name of an object's type, with its type argument.
fn reference(object: &ObjectSchema, parameter: Option<Schema>) -> String {
    match object.of {
        Some(of) => format!("{}<{}>", type_name(object.name), self::of(*of, parameter)),
        None => type_name(object.name).to_owned(),
    }
}

/// Returns the name of a type in TypeScript.
pub(super) fn type_name(name: &str) -> &str {
    match name {
        // `Event` would hide the type of the DOM.
        "Event" => "AuditEvent",
        "RoleId" => "Role",
        name => name,
    }
}

/// Returns the type of an enum. Atlassian adds values: any other string is accepted, and the known
/// ones are still offered.
pub(super) fn alias(values: &EnumSchema) -> String {
    let known: String = values.values.iter().map(|value| format!("\n  | {}", quoted(value))).collect();
    let docs = comment(&docs::model(values.docs), "");
    format!("{docs}export type {} ={known}\n  | (string & {{}});\n", type_name(values.name))
}

/// Returns an object's type. It has no index signature for unknown properties, although they
/// arrive: with one, every misspelled name would be `unknown` instead of an error.
pub(super) fn model(object: &ObjectSchema) -> String {
    let parameter = if object.of.is_some() { "<T>" } else { "" };
    let members = (object.properties)().iter().map(|member| self::member(member, object.of.copied()));
    interface(&docs::model(object.docs), &format!("{}{parameter}", type_name(object.name)), members)
}

/// Returns an interface with these properties or methods.
pub(super) fn interface(docs: &str, name: &str, members: impl Iterator<Item = String>) -> String {
    format!("{}export interface {name} {{\n{}}}\n", comment(docs, ""), members.collect::<String>())
}

fn member(member: &Property, parameter: Option<Schema>) -> String {
    let absent = if member.required { "" } else { " | null | undefined" };
    let docs = docs::model(member.docs);
    let schema = literal(&docs).unwrap_or_else(|| of(member.schema, parameter));
    property(&docs, member.name, &schema, absent)
}

/// Returns the type of a property that is documented to have one value: ``Always `policy`.``
fn literal(docs: &str) -> Option<String> {
    let value = docs.strip_prefix("Always `")?.strip_suffix("`.")?;
    Some(quoted(value))
}

/// Returns a property of an interface; `absent` lists the types that represent an absent value.
///
/// `undefined` is one of them: otherwise a caller with `exactOptionalPropertyTypes` could not pass
/// on an optional value.
pub(super) fn property(docs: &str, name: &str, schema: &str, absent: &str) -> String {
    let optional = if absent.is_empty() { "" } else { "?" };
    // `unknown` includes all of them.
    let absent = if schema == "unknown" { "" } else { absent };
    format!("{}  {}{optional}: {schema}{absent};\n", comment(docs, "  "), property_name(name))
}

/// Returns a doc comment. Long paragraphs are wrapped; a tag must begin a line.
pub(super) fn comment(docs: &str, indent: &str) -> String {
    let docs = docs.replace("*/", "* /");
    let lines = wrapped(&docs);
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
            format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
        }
    }
}

/// Returns the lines of a text, each at most [`WIDTH`] wide, except those of code and tags.
fn wrapped(docs: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_code = false;
    for line in docs.lines() {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        if is_code || is_fence || line.starts_with('@') {
            lines.push(line.to_owned());
            continue;
        }
        // The lines after that of an item belong to it.
        let hang = if line.starts_with("- ") { "  " } else { "" };
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.len() + word.len() >= WIDTH {
                lines.push(std::mem::replace(&mut current, format!("{hang}{word}")));
            } else {
                let separator = if current.is_empty() { "" } else { " " };
                current += &format!("{separator}{word}");
            }
        }
        lines.push(current);
    }
    lines
}

const WIDTH: usize = 120;

/// Returns the name of a property, in quotes if it is not an identifier.
pub(super) fn property_name(name: &str) -> String {
    let identifier = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    if identifier { name.to_owned() } else { quoted(name) }
}

/// Converts a name in snake case to camel case.
pub(super) fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &capitalized(word))
}

/// Converts a name in camel case to the name of a file: `scim-links`.
pub(super) fn kebab(name: &str) -> String {
    let separated = |character: char| match character.is_ascii_uppercase() {
        true => format!("-{}", character.to_ascii_lowercase()),
        false => character.to_string(),
    };
    name.chars().map(separated).collect()
}

/// Capitalizes a text.
pub(super) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|character| character.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// Returns a string literal.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::{One, Org, RoleId, SortOrder};
    use atlassian_admin_core::page::LinkedPage;
    use atlassian_admin_core::schema::HasSchema;

    #[test]
    fn kinds_are_written_as_typescript_types() {
        assert_eq!(of(Vec::<String>::SCHEMA, None), "string[]");
        assert_eq!(of(Vec::<SortOrder>::SCHEMA, None), "SortOrder[]");
        assert_eq!(of(RoleId::SCHEMA, None), "Role");
        assert_eq!(of(LinkedPage::<Org>::SCHEMA, None), "Page<Org>");
        assert_eq!(property_name("email.set"), "'email.set'");
    }

    #[test]
    fn comment_is_one_block_when_it_has_several_lines() {
        assert_eq!(comment("One.", "  "), "  /** One. */\n");
        assert_eq!(comment("One.\n\n@see two", ""), "/**\n * One.\n *\n * @see two\n */\n");
    }

    #[test]
    fn comment_wraps_long_lines_except_code_and_tags() {
        let long = "word ".repeat(30).trim().to_owned();
        let (first, second) = long.split_at(119);
        let second = second.trim();
        for (docs, expected) in [
            (long.clone(), format!("/**\n * {first}\n * {second}\n */\n")),
            (format!("- {long}"), format!("/**\n * - {}\n *   word {second}\n */\n", &first[..114])),
            (format!("@see {long}"), format!("/** @see {long} */\n")),
            (format!("```ts\n{long}\n```"), format!("/**\n * ```ts\n * {long}\n * ```\n */\n")),
        ] {
            assert_eq!(comment(&docs, ""), expected);
        }
    }

    #[test]
    fn enum_is_an_open_union_with_a_name() {
        let Schema::Enum(values) = SortOrder::SCHEMA else { panic!() };
        assert_eq!(
            alias(values),
            "/** The sort direction of a listing. */\nexport type SortOrder =\n  | 'asc'\n  | 'desc'\n  | (string & {});\n"
        );
    }

    #[test]
    fn property_with_one_value_has_a_literal_type() {
        assert_eq!(literal("Always `policy`.").as_deref(), Some("'policy'"));
        assert_eq!(literal("The type, such as `policy`."), None);
    }

    #[test]
    fn generic_type_is_written_once() {
        let Schema::Object(object) = One::<Org>::SCHEMA else { panic!() };
        assert_eq!(
            model(object),
            "/** The envelope around a single item: `{\"data\": …}`. */\nexport interface One<T> {\n  /** The item. */\n  data: T;\n}\n"
        );
    }
}
