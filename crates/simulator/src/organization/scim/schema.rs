//! The table of attributes: how their names are spelled, what they hold and who may write them.
//!
//! The schema documents that discovery serves are the first part of the table. [`UNDOCUMENTED`],
//! [`SUB_ATTRIBUTES`] and [`RULES`] add what they do not say. Unknown attributes are kept as sent.

use std::sync::LazyLock;

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser};
use serde::Deserialize;
use serde_json::{Map, Value};

pub(super) const USER: &str = include_str!("documents/user_schema.json");
pub(super) const GROUP: &str = include_str!("documents/group_schema.json");
pub(super) const ENTERPRISE_USER: &str = include_str!("documents/enterprise_user_schema.json");

/// An attribute, as a schema document describes it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attribute {
    name: &'static str,
    #[serde(rename = "type")]
    data_type: DataType,
    multi_valued: bool,
    #[serde(default)]
    sub_attributes: Vec<Attribute>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum DataType {
    Boolean,
    Complex,
    String,
    #[serde(skip)]
    Unknown,
}

impl Attribute {
    const fn new(name: &'static str, data_type: DataType, multi_valued: bool) -> Self {
        Self { name, data_type, multi_valued, sub_attributes: Vec::new() }
    }
}

/// Multi-valued attributes of RFC 7643 (sections 3 and 4.1.2) that no document of Atlassian has.
static UNDOCUMENTED: [Attribute; 7] = [
    Attribute::new("schemas", DataType::String, true),
    Attribute::new("addresses", DataType::Complex, true),
    Attribute::new("entitlements", DataType::Complex, true),
    Attribute::new("ims", DataType::Complex, true),
    Attribute::new("photos", DataType::Complex, true),
    Attribute::new("roles", DataType::Complex, true),
    Attribute::new("x509Certificates", DataType::Complex, true),
];

/// The sub-attributes of every multi-valued attribute (RFC 7643, section 2.4).
static SUB_ATTRIBUTES: [Attribute; 5] = [
    Attribute::new("value", DataType::Unknown, false),
    Attribute::new("type", DataType::Unknown, false),
    Attribute::new("primary", DataType::Boolean, false),
    Attribute::new("display", DataType::Unknown, false),
    Attribute::new("$ref", DataType::Unknown, false),
];

/// Who may write an attribute, where it is not simply read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// The server alone sets it. Requests may hold it, and it is ignored.
    ReadOnly,
    /// It always has a value. The server sets one where a request leaves it out.
    AlwaysSet,
    /// Its values are identifiers, which differ where their case does. All other parts of a value
    /// follow from the identifier.
    Reference,
    /// A password: accepted, and neither kept nor returned (RFC 7643, section 4.1.1).
    WriteOnly,
}

const RULES: [(&str, Rule); 8] = [
    ("id", Rule::ReadOnly),
    ("meta", Rule::ReadOnly),
    ("groups", Rule::ReadOnly),
    (AtlassianUser::SCHEMA, Rule::ReadOnly),
    ("active", Rule::AlwaysSet),
    ("schemas", Rule::AlwaysSet),
    ("members", Rule::Reference),
    ("password", Rule::WriteOnly),
];

/// The rule of the attribute or extension of this name.
pub(super) fn rule(name: &str) -> Option<Rule> {
    RULES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, rule)| *rule)
}

pub(super) fn is_read_only(name: &str) -> bool {
    rule(name) == Some(Rule::ReadOnly)
}

pub(super) fn is_password(name: &str) -> bool {
    rule(name) == Some(Rule::WriteOnly)
}

/// The attributes that an object can have: tables, of which the first that has a name counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema([&'static [Attribute]; 3]);

/// What an attribute holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Boolean,
    List(List),
    Complex(Schema),
    /// A single value, whose type the client's types check.
    Text,
    Unknown,
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
    pub(super) const UNKNOWN: Self = Self([&[], &[], &[]]);
    /// One value of a multi-valued attribute that is not documented.
    pub(super) const UNKNOWN_ITEM: Self = Self([&[], &SUB_ATTRIBUTES, &[]]);

    /// The attributes of users and groups.
    pub(super) fn core() -> Self {
        static DOCUMENTED: LazyLock<[Vec<Attribute>; 2]> =
            LazyLock::new(|| [attributes(USER), attributes(GROUP)]);
        let [user, group] = &*DOCUMENTED;
        Self([user, group, &UNDOCUMENTED])
    }

    pub(super) fn of_extension(urn: &str) -> Self {
        static DOCUMENTED: LazyLock<Vec<Attribute>> = LazyLock::new(|| attributes(ENTERPRISE_USER));
        if urn == EnterpriseUser::SCHEMA { Self([&DOCUMENTED, &[], &[]]) } else { Self::UNKNOWN }
    }

    fn find(self, name: &str) -> Option<&'static Attribute> {
        self.0.into_iter().flatten().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }

    /// The spelling of a name in an object: the object's own, else the schema's.
    pub(super) fn spelling<'a>(self, object: &'a Map<String, Value>, name: &'a str) -> &'a str {
        let present = object.keys().map(String::as_str).find(|known| known.eq_ignore_ascii_case(name));
        present.or_else(|| self.find(name).map(|attribute| attribute.name)).unwrap_or(name)
    }

    /// Puts attributes into an object; those that are not named stay.
    pub(super) fn merge(self, old: &mut Map<String, Value>, new: Map<String, Value>) {
        for (name, value) in new {
            let name = self.spelling(old, &name).to_owned();
            old.insert(name, value);
        }
    }

    pub(super) fn kind(self, name: &str) -> Kind {
        let Some(attribute) = self.find(name) else { return Kind::Unknown };
        match attribute.data_type {
            data_type if attribute.multi_valued => Kind::List(List {
                schema: Self([&attribute.sub_attributes, &SUB_ATTRIBUTES, &[]]),
                objects: data_type == DataType::Complex,
                case_exact: rule(attribute.name) == Some(Rule::Reference),
            }),
            DataType::Boolean => Kind::Boolean,
            DataType::Complex => Kind::Complex(Self([&attribute.sub_attributes, &[], &[]])),
            DataType::String => Kind::Text,
            DataType::Unknown => Kind::Unknown,
        }
    }
}

fn attributes(document: &'static str) -> Vec<Attribute> {
    #[derive(Default, Deserialize)]
    #[serde(bound(deserialize = "'de: 'static"))]
    struct Document {
        attributes: Vec<Attribute>,
    }
    serde_json::from_str::<Document>(document).unwrap_or_default().attributes
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
            let names: Vec<_> = attributes(document).iter().map(|attribute| attribute.name).collect();
            assert_eq!(names, attributes_of(kind));
        }
    }

    #[test]
    fn attributes_have_the_spelling_of_the_object_else_of_the_table() {
        let object = Map::from_iter([("BADGE".to_owned(), Value::from(7))]);
        let enterprise = Schema::of_extension(EnterpriseUser::SCHEMA);
        for (schema, name, spelling, expected) in [
            (Schema::core(), "badge", "BADGE", "Unknown"),
            (Schema::core(), "USERNAME", "userName", "Text"),
            (Schema::core(), "Active", "active", "Boolean"),
            (Schema::core(), "NAME", "name", "Complex"),
            (Schema::core(), "schemas", "schemas", "List of text"),
            (Schema::core(), "Emails", "emails", "List"),
            (Schema::core(), "Members", "members", "List of references"),
            (Schema::core(), "x509certificates", "x509Certificates", "List"),
            (Schema::core(), "Floor", "Floor", "Unknown"),
            (Schema::UNKNOWN_ITEM, "Primary", "primary", "Boolean"),
            (Schema::UNKNOWN_ITEM, "Value", "value", "Unknown"),
            (Schema::UNKNOWN, "Primary", "Primary", "Unknown"),
            (enterprise, "Department", "department", "Text"),
        ] {
            let kind = match schema.kind(name) {
                Kind::Boolean => "Boolean",
                Kind::List(list) => match (list.objects, list.case_exact, list.schema.kind("primary")) {
                    (true, false, Kind::Boolean) => "List",
                    (true, true, Kind::Boolean) => "List of references",
                    _ => "List of text",
                },
                Kind::Complex(_) => "Complex",
                Kind::Text => "Text",
                Kind::Unknown => "Unknown",
            };
            assert_eq!((schema.spelling(&object, name), kind), (spelling, expected), "{name}");
        }
    }
}
