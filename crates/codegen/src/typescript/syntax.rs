//! Converts kinds to TypeScript types.

use atlassian_admin_core::schema::{Kind, ObjectSchema, Property};

/// The header of a generated file.
pub(super) const HEAD: &str = "// Made by `cargo xtask types` of the list of operations. Do not edit.\n";

/// Returns a type as it is written where it is used. `parameter` is the argument of a generic
/// type: it is written `T`.
pub(super) fn of(kind: Kind, parameter: Option<Kind>) -> String {
    if parameter == Some(kind) {
        return "T".to_owned();
    }
    match kind {
        Kind::Text => "string".to_owned(),
        Kind::Integer => "number".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Time => "number | string | Date".to_owned(),
        Kind::Enum(known) => {
            let known: Vec<_> = known.iter().map(|value| quoted(value)).collect();
            // Atlassian adds values: any other string is accepted, and the known ones are still
            // offered.
            format!("{} | (string & {{}})", known.join(" | "))
        }
        Kind::List(item) => match of(*item, parameter) {
            simple if simple.chars().all(|c| c.is_alphanumeric() || "<>".contains(c)) => {
                format!("{simple}[]")
            }
            compound => format!("Array<{compound}>"),
        },
        Kind::Object(shape) => reference(shape, parameter),
        Kind::Nothing => "void".to_owned(),
        _ => "unknown".to_owned(),
    }
}

/// Returns the name of an object's type, with its type argument.
fn reference(shape: &ObjectSchema, parameter: Option<Kind>) -> String {
    match shape.of {
        Some(of) => format!("{}<{}>", shape.name, self::of(*of, parameter)),
        None => shape.name.to_owned(),
    }
}

/// Returns an object's type. It has no index signature for unknown properties, although they
/// arrive: with one, every misspelled name would be `unknown` instead of an error.
pub(super) fn model(shape: &ObjectSchema) -> String {
    let parameter = if shape.of.is_some() { "<T>" } else { "" };
    let members = (shape.members)().iter().map(|member| self::member(member, shape.of.copied()));
    interface(shape.docs, &format!("{}{parameter}", shape.name), members)
}

/// Returns an interface with these properties or methods.
pub(super) fn interface(docs: &str, name: &str, members: impl Iterator<Item = String>) -> String {
    format!("{}export interface {name} {{\n{}}}\n", comment(docs, ""), members.collect::<String>())
}

fn member(member: &Property, parameter: Option<Kind>) -> String {
    let absent = if member.required { "" } else { " | null | undefined" };
    property(member.docs, member.name, &of(member.kind, parameter), absent)
}

/// Returns a property of an interface; `absent` lists the types that represent an absent value.
///
/// `undefined` is one of them: otherwise a caller with `exactOptionalPropertyTypes` could not pass
/// on an optional value.
pub(super) fn property(docs: &str, name: &str, kind: &str, absent: &str) -> String {
    let optional = if absent.is_empty() { "" } else { "?" };
    format!("{}  {}{optional}: {kind}{absent};\n", comment(docs, "  "), property_name(name))
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
        assert_eq!(of(Vec::<String>::KIND, None), "string[]");
        assert_eq!(of(Vec::<SortOrder>::KIND, None), "Array<'asc' | 'desc' | (string & {})>");
        assert_eq!(of(LinkedPage::<Org>::KIND, None), "Page<Org>");
        assert_eq!(property_name("email.set"), "'email.set'");
    }

    #[test]
    fn a_comment_of_several_lines_is_one() {
        assert_eq!(comment("One.", "  "), "  /** One. */\n");
        assert_eq!(comment("One.\n\n@see two", ""), "/**\n * One.\n *\n * @see two\n */\n");
    }

    #[test]
    fn a_generic_type_is_written_once() {
        let Kind::Object(shape) = One::<Org>::KIND else { panic!() };
        assert_eq!(
            model(shape),
            "/** The envelope around a single item: `{\"data\": …}`. */\nexport interface One<T> {\n  /** The item. */\n  data: T;\n}\n"
        );
    }
}
