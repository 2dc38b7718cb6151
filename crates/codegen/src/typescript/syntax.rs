//! Converts schemas to TypeScript types.

use atlassian_admin_core::schema::{ObjectSchema, Property, Schema};

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
        Schema::Enum(known) => {
            let known: Vec<_> = known.values.iter().map(|value| quoted(value)).collect();
            // Atlassian adds values: any other string is accepted, and the known ones are still
            // offered.
            format!("{} | (string & {{}})", known.join(" | "))
        }
        Schema::List(item) => match of(*item, parameter) {
            simple if simple.chars().all(|c| c.is_alphanumeric() || "<>".contains(c)) => {
                format!("{simple}[]")
            }
            compound => format!("Array<{compound}>"),
        },
        Schema::Object(object) => reference(object, parameter),
        Schema::Nothing => "void".to_owned(),
        _ => "unknown".to_owned(),
    }
}

/// Returns the name of an object's type, with its type argument.
fn reference(object: &ObjectSchema, parameter: Option<Schema>) -> String {
    match object.of {
        Some(of) => format!("{}<{}>", object.name, self::of(*of, parameter)),
        None => object.name.to_owned(),
    }
}

/// Returns an object's type. It has no index signature for unknown properties, although they
/// arrive: with one, every misspelled name would be `unknown` instead of an error.
pub(super) fn model(object: &ObjectSchema) -> String {
    let parameter = if object.of.is_some() { "<T>" } else { "" };
    let members = (object.properties)().iter().map(|member| self::member(member, object.of.copied()));
    interface(object.docs, &format!("{}{parameter}", object.name), members)
}

/// Returns an interface with these properties or methods.
pub(super) fn interface(docs: &str, name: &str, members: impl Iterator<Item = String>) -> String {
    format!("{}export interface {name} {{\n{}}}\n", comment(docs, ""), members.collect::<String>())
}

fn member(member: &Property, parameter: Option<Schema>) -> String {
    let absent = if member.required { "" } else { " | null | undefined" };
    property(member.docs, member.name, &of(member.schema, parameter), absent)
}

/// Returns a property of an interface; `absent` lists the types that represent an absent value.
///
/// `undefined` is one of them: otherwise a caller with `exactOptionalPropertyTypes` could not pass
/// on an optional value.
pub(super) fn property(docs: &str, name: &str, schema: &str, absent: &str) -> String {
    let optional = if absent.is_empty() { "" } else { "?" };
    format!("{}  {}{optional}: {schema}{absent};\n", comment(docs, "  "), property_name(name))
}

/// Returns a doc comment. Several lines are written as several, since tags must begin a line.
pub(super) fn comment(docs: &str, indent: &str) -> String {
    let docs = docs.replace("*/", "* /");
    if docs.is_empty() {
        return String::new();
    }
    if !docs.contains('\n') {
        return format!("{indent}/** {docs} */\n");
    }
    let lines = docs.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
    format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
}

/// Returns the name of a property, in quotes if it is not an identifier.
pub(super) fn property_name(name: &str) -> String {
    let identifier = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    if identifier { name.to_owned() } else { quoted(name) }
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
    use atlassian_admin_core::model::{One, Org, SortOrder};
    use atlassian_admin_core::page::LinkedPage;
    use atlassian_admin_core::schema::HasSchema;

    #[test]
    fn kinds_are_written_as_one_would() {
        assert_eq!(of(Vec::<String>::SCHEMA, None), "string[]");
        assert_eq!(of(Vec::<SortOrder>::SCHEMA, None), "Array<'asc' | 'desc' | (string & {})>");
        assert_eq!(of(LinkedPage::<Org>::SCHEMA, None), "Page<Org>");
        assert_eq!(property_name("email.set"), "'email.set'");
    }

    #[test]
    fn a_comment_of_several_lines_is_one() {
        assert_eq!(comment("One.", "  "), "  /** One. */\n");
        assert_eq!(comment("One.\n\n@see two", ""), "/**\n * One.\n *\n * @see two\n */\n");
    }

    #[test]
    fn a_generic_type_is_written_once() {
        let Schema::Object(object) = One::<Org>::SCHEMA else { panic!() };
        assert_eq!(
            model(object),
            "/** The envelope around a single item: `{\"data\": …}`. */\nexport interface One<T> {\n  /** The item. */\n  data: T;\n}\n"
        );
    }
}
