//! The table of attributes: how their names are spelled, what they hold and who may write them.
//!
//! The schema documents that discovery serves are the first part of the table. `undocumented.json`
//! adds what they do not say. Unknown attributes are kept as sent.

use std::sync::LazyLock;

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::problem::{Problem, ScimType};

pub(super) const USER: &str = include_str!("documents/user_schema.json");
pub(super) const GROUP: &str = include_str!("documents/group_schema.json");
pub(super) const ENTERPRISE_USER: &str = include_str!("documents/enterprise_user_schema.json");

/// Multi-valued attributes of RFC 7643 (sections 3 and 4.1.2) that no document of Atlassian has,
/// and the sub-attributes of every multi-valued attribute (section 2.4).
const UNDOCUMENTED: &str = include_str!("documents/undocumented.json");

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Table {
    attributes: Vec<Attribute>,
    sub_attributes: Vec<Attribute>,
}

/// An attribute, as a schema document describes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attribute {
    name: String,
    #[serde(rename = "type")]
    data_type: String,
    multi_valued: bool,
    #[serde(default)]
    sub_attributes: Vec<Attribute>,
}

impl Table {
    fn read(document: &str) -> Self {
        serde_json::from_str(document).unwrap_or_default()
    }

    /// The attributes of users and groups, and those of one of several values.
    fn core() -> &'static Self {
        static CORE: LazyLock<Table> = LazyLock::new(|| {
            let [user, group, mut core] = [USER, GROUP, UNDOCUMENTED].map(Table::read);
            core.attributes.splice(..0, user.attributes.into_iter().chain(group.attributes));
            for several in core.attributes.iter_mut().filter(|attribute| attribute.multi_valued) {
                several.sub_attributes.extend_from_slice(&core.sub_attributes);
            }
            core
        });
        &CORE
    }
}

/// The server alone sets them. Requests may hold them, and they are ignored.
const READ_ONLY: [&str; 4] = ["id", "meta", "groups", AtlassianUser::SCHEMA];

/// They always have a value. The server sets one where a request leaves it out.
const ALWAYS_SET: [&str; 2] = ["active", "schemas"];

pub(super) fn is_read_only(name: &str) -> bool {
    READ_ONLY.iter().any(|known| known.eq_ignore_ascii_case(name))
}

pub(super) fn is_always_set(name: &str) -> bool {
    ALWAYS_SET.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether its values are identifiers, which differ where their case does. All other parts of a
/// value follow from the identifier.
pub(super) fn is_reference(name: &str) -> bool {
    name.eq_ignore_ascii_case("members")
}

/// Whether it is accepted, and neither kept nor returned (RFC 7643, section 4.1.1).
pub(super) fn is_password(name: &str) -> bool {
    name.eq_ignore_ascii_case("password")
}

/// The attributes that an object can have. The first of a name counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema(pub(super) &'static [Attribute]);

/// What an attribute holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Boolean,
    List(List),
    /// An object with these attributes; where there are none, anything.
    Complex(Schema),
    /// A single value, whose type the client's types check.
    Text,
}

/// A multi-valued attribute.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    /// The attributes of each value.
    pub(super) schema: Schema,
    /// Whether its values are objects, so that a bare text is the `value` of one.
    pub(super) objects: bool,
    /// Whether upper and lower case make a difference.
    pub(super) case_exact: bool,
}

impl Schema {
    /// An extension or complex attribute that is not documented.
    pub(super) const UNKNOWN: Self = Self(&[]);

    /// One value of a multi-valued attribute that is not documented.
    pub(super) fn unknown_item() -> Self {
        Self(&Table::core().sub_attributes)
    }

    /// The attributes of users and groups.
    pub(super) fn core() -> Self {
        Self(&Table::core().attributes)
    }

    pub(super) fn of_extension(urn: &str) -> Self {
        static ENTERPRISE: LazyLock<Table> = LazyLock::new(|| Table::read(ENTERPRISE_USER));
        if urn == EnterpriseUser::SCHEMA { Self(&ENTERPRISE.attributes) } else { Self::UNKNOWN }
    }

    fn find(self, name: &str) -> Option<&'static Attribute> {
        self.0.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }

    /// The spelling of a name in an object: the object's own, else the schema's.
    pub(super) fn spelling<'a>(self, object: &'a Map<String, Value>, name: &'a str) -> &'a str {
        let present = object.keys().map(String::as_str).find(|known| known.eq_ignore_ascii_case(name));
        present.or_else(|| self.find(name).map(|attribute| attribute.name.as_str())).unwrap_or(name)
    }

    /// Puts attributes into an object; those that are not named stay.
    pub(super) fn merge(self, old: &mut Map<String, Value>, new: Map<String, Value>) {
        for (name, value) in new {
            let name = self.spelling(old, &name).to_owned();
            old.insert(name, value);
        }
    }

    pub(super) fn kind(self, name: &str) -> Kind {
        let Some(attribute) = self.find(name) else { return Kind::Complex(Self::UNKNOWN) };
        let parts = Self(&attribute.sub_attributes);
        match (attribute.data_type.as_str(), attribute.multi_valued) {
            (of, true) => {
                Kind::List(List { schema: parts, objects: of == "complex", case_exact: is_reference(name) })
            }
            ("boolean", false) => Kind::Boolean,
            ("string", false) => Kind::Text,
            _ => Kind::Complex(parts),
        }
    }
}

/// Reads a boolean, which some identity providers write as text.
pub(super) fn truth(at: &str, value: &Value) -> Result<bool, Problem> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(Problem::scim(ScimType::InvalidValue, format!("{at} must be true or false"))),
    }
}

/// Whether two values are equal; of texts, the case counts only if `case_exact`.
pub(super) fn is_equal(one: &Value, other: &Value, case_exact: bool) -> bool {
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) if !case_exact => one.eq_ignore_ascii_case(other),
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::{ScimGroup, ScimUser};
    use atlassian_admin_core::shape::{Described, Kind as Shape};

    /// The attributes that a type of the client has, except extensions and `schemas`.
    fn attributes_of(kind: Shape) -> Vec<&'static str> {
        let Shape::Object(shape) = kind else { return Vec::new() };
        let names = (shape.members)().iter().map(|member| member.name);
        names.filter(|name| !name.contains(':') && *name != "schemas").collect()
    }

    #[test]
    fn documents_describe_the_attributes_of_the_clients_types() {
        for (document, kind) in
            [(USER, ScimUser::KIND), (GROUP, ScimGroup::KIND), (ENTERPRISE_USER, EnterpriseUser::KIND)]
        {
            let table = Table::read(document);
            let names: Vec<_> = table.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
            assert_eq!(names, attributes_of(kind));
        }
    }
}
