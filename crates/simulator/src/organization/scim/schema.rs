//! The table of attributes: how their names are spelled, what they hold and who may write them.
//!
//! The client's types are the first part of the table. [`OTHERS`] and [`PARTS`] add what they do
//! not have. Unknown attributes are kept as sent.

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser, ScimUser};
use atlassian_admin_core::schema::{self, HasSchema, Property};
use serde_json::{Map, Value};

use crate::problem::{Problem, ScimType};

/// Attributes that the type of users does not have: that of groups, and those of RFC 7643 (section
/// 4.1) that Atlassian does not document.
const OTHERS: [&str; 10] = [
    "locale",
    "profileUrl",
    "userType",
    "members",
    "addresses",
    "entitlements",
    "ims",
    "photos",
    "roles",
    "x509Certificates",
];

/// The sub-attributes of every multi-valued attribute (RFC 7643, section 2.4).
const PARTS: [&str; 5] = ["value", "type", "primary", "display", "$ref"];

/// Whether the server alone sets it. Requests may hold it, and it is ignored.
pub(super) fn is_read_only(name: &str) -> bool {
    ["id", "meta", "groups", AtlassianUser::URN].iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether it always has a value. The server sets one where a request leaves it out.
pub(super) fn is_always_set(name: &str) -> bool {
    ["active", "schemas"].iter().any(|known| known.eq_ignore_ascii_case(name))
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

/// The attributes that an object can have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema {
    documented: &'static [Property],
    others: &'static [&'static str],
}

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

impl Kind {
    pub(super) const UNKNOWN: Self = Self::Complex(Schema::UNKNOWN);

    pub(super) const fn is_unknown(self) -> bool {
        matches!(self, Self::Complex(Schema { documented: [], others: [] }))
    }

    fn of(member: &Property) -> Self {
        match member.schema {
            schema::Schema::Boolean => Self::Boolean,
            schema::Schema::List(of) => Self::List(List {
                schema: Schema { documented: properties(*of), others: &PARTS },
                objects: matches!(of, schema::Schema::Object(_)),
                case_exact: false,
            }),
            of @ schema::Schema::Object(_) => {
                Self::Complex(Schema { documented: properties(of), others: &[] })
            }
            _ => Self::Text,
        }
    }

    fn of_other(name: &str) -> Self {
        match name {
            "primary" => Self::Boolean,
            "locale" | "profileUrl" | "userType" => Self::Text,
            name if OTHERS.contains(&name) => {
                Self::List(List { case_exact: is_reference(name), ..List::unknown(true) })
            }
            _ => Self::UNKNOWN,
        }
    }
}

impl Schema {
    /// An extension or complex attribute that is not documented.
    pub(super) const UNKNOWN: Self = Self { documented: &[], others: &[] };

    /// One value of a multi-valued attribute that is not documented.
    pub(super) const UNKNOWN_ITEM: Self = Self { documented: &[], others: &PARTS };

    /// The attributes of users and groups.
    pub(super) fn core() -> Self {
        Self { documented: properties(ScimUser::SCHEMA), others: &OTHERS }
    }

    pub(super) fn of_extension(urn: &str) -> Self {
        let schema =
            if urn == EnterpriseUser::URN { EnterpriseUser::SCHEMA } else { schema::Schema::Nothing };
        Self { documented: properties(schema), others: &[] }
    }

    /// The spelling and the kind of a documented attribute.
    fn find(self, name: &str) -> Option<(&'static str, Kind)> {
        let is_it = |known: &str| known.eq_ignore_ascii_case(name);
        let documented = self.documented.iter().find(|member| is_it(member.name));
        let other = || self.others.iter().find(|known| is_it(known));
        documented
            .map(|member| (member.name, Kind::of(member)))
            .or_else(|| other().map(|name| (*name, Kind::of_other(name))))
    }

    /// Whether it has an attribute. What is not documented may have any.
    pub(super) fn knows(self, name: &str) -> bool {
        self.documented.is_empty() || self.find(name).is_some()
    }

    pub(super) fn kind(self, name: &str) -> Kind {
        self.find(name).map_or(Kind::UNKNOWN, |(_, kind)| kind)
    }

    /// The spelling of a name in an object: the object's own, else the schema's.
    pub(super) fn spelling<'a>(self, object: &'a Map<String, Value>, name: &'a str) -> &'a str {
        let present = object.keys().map(String::as_str).find(|known| known.eq_ignore_ascii_case(name));
        present.or_else(|| self.find(name).map(|(known, _)| known)).unwrap_or(name)
    }

    /// Puts attributes into an object; those that are not named stay.
    pub(super) fn merge(self, old: &mut Map<String, Value>, new: Map<String, Value>) {
        for (name, value) in new {
            let name = self.spelling(old, &name).to_owned();
            old.insert(name, value);
        }
    }
}

/// The attributes of one of the client's types.
pub(super) fn properties(schema: schema::Schema) -> &'static [Property] {
    if let schema::Schema::Object(object) = schema { (object.properties)() } else { &[] }
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
