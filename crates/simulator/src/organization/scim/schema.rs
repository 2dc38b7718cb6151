//! What is known of attributes: how their names are spelled, and which of them hold booleans or
//! several values.
//!
//! Unknown attributes are kept as they came. Of their values, only what RFC 7643 says of every
//! multi-valued attribute is known (section 2.4).

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser, ScimGroup, ScimUser};
use atlassian_admin_core::shape::{Described, Kind, Member};
use serde_json::{Map, Value};

/// Multi-valued attributes of RFC 7643 (section 4.1.2) that Atlassian does not document.
const OTHER_LISTS: [&str; 6] = ["addresses", "entitlements", "ims", "photos", "roles", "x509Certificates"];

/// The sub-attributes of every multi-valued attribute.
const SUB_ATTRIBUTES: [&str; 5] = ["value", "type", "primary", "display", "$ref"];

/// Attributes that the server alone sets.
const READ_ONLY: [&str; 3] = ["id", "meta", "groups"];

/// Whose attributes an object has.
#[derive(Debug, Clone, Copy)]
pub(super) enum Schema {
    /// Those of users and groups.
    Core,
    /// Those of an extension or of an attribute with parts.
    Parts(Kind),
    /// Those of one of several values.
    Item(Kind),
}

/// What an attribute holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Attribute {
    Boolean,
    /// Several values; objects or not.
    List {
        of: Schema,
        objects: bool,
    },
    Complex(Schema),
    /// Another documented kind, which the types of the wire check.
    Other,
    Unknown,
}

impl Schema {
    /// The parts or values of an attribute that is not documented.
    pub(super) const UNKNOWN_PARTS: Self = Self::Parts(Kind::Json);
    pub(super) const UNKNOWN_ITEM: Self = Self::Item(Kind::Json);

    pub(super) fn of_extension(urn: &str) -> Self {
        Self::Parts(if urn == EnterpriseUser::SCHEMA { EnterpriseUser::KIND } else { Kind::Json })
    }

    /// What an attribute is called in an object: names may be written in any case.
    pub(super) fn name<'a>(self, object: &'a Map<String, Value>, name: &'a str) -> &'a str {
        let is_same = |known: &&str| known.eq_ignore_ascii_case(name);
        let common: &[&str] = match self {
            Self::Core => &OTHER_LISTS,
            Self::Parts(_) => &[],
            Self::Item(_) => &SUB_ATTRIBUTES,
        };
        let present = object.keys().map(String::as_str).find(is_same);
        let documented = || self.documented().map(|member| member.name).find(is_same);
        present.or_else(documented).or_else(|| common.iter().copied().find(is_same)).unwrap_or(name)
    }

    /// Puts attributes into an object; those that are not named stay.
    pub(super) fn merge(self, old: &mut Map<String, Value>, new: Map<String, Value>) {
        for (name, value) in new {
            let name = self.name(old, &name).to_owned();
            old.insert(name, value);
        }
    }

    /// What the attribute of this name holds.
    pub(super) fn attribute(self, name: &str) -> Attribute {
        let is_same = |known: &str| known.eq_ignore_ascii_case(name);
        match self.documented().find(|member| is_same(member.name)).map(|member| member.kind) {
            Some(Kind::Boolean) => Attribute::Boolean,
            Some(kind @ Kind::Object(_)) => Attribute::Complex(Self::Parts(kind)),
            Some(Kind::List(kind)) => {
                Attribute::List { of: Self::Item(*kind), objects: matches!(kind, Kind::Object(_)) }
            }
            Some(_) => Attribute::Other,
            None if matches!(self, Self::Item(_)) && is_same("primary") => Attribute::Boolean,
            None if matches!(self, Self::Core) && OTHER_LISTS.into_iter().any(is_same) => {
                Attribute::List { of: Self::UNKNOWN_ITEM, objects: true }
            }
            None => Attribute::Unknown,
        }
    }

    fn documented(self) -> impl Iterator<Item = &'static Member> {
        let members = |kind| match kind {
            Kind::Object(shape) => (shape.members)(),
            _ => &[],
        };
        let (one, other) = match self {
            Self::Core => (ScimUser::KIND, ScimGroup::KIND),
            Self::Parts(kind) | Self::Item(kind) => (kind, Kind::Json),
        };
        members(one).iter().chain(members(other))
    }
}

/// Whether the attribute is the server's alone: requests may hold it, and it is ignored.
pub(super) fn is_read_only(name: &str) -> bool {
    name == AtlassianUser::SCHEMA || READ_ONLY.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether the attribute always has a value, which the server sets where a request leaves it out.
pub(super) fn is_always_set(name: &str) -> bool {
    ["active", "schemas"].iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether the attribute is a password, which is taken and forgotten (RFC 7643, section 4.1.1).
pub(super) fn is_password(name: &str) -> bool {
    name.eq_ignore_ascii_case("password")
}

/// Whether the values of the attribute are identifiers, which differ where their case does.
pub(super) fn is_reference(name: &str) -> bool {
    ["members", "groups"].iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_spells_names_as_present_else_as_documented() {
        let present = Map::from_iter([("BADGE".to_owned(), Value::from(7))]);
        for (name, spelled) in [
            ("badge", "BADGE"),
            ("USERNAME", "userName"),
            ("Members", "members"),
            ("x509certificates", "x509Certificates"),
            ("floor", "floor"),
        ] {
            assert_eq!(Schema::Core.name(&present, name), spelled);
        }
        assert_eq!(Schema::UNKNOWN_ITEM.name(&present, "Primary"), "primary");
        assert_eq!(Schema::UNKNOWN_PARTS.name(&present, "Primary"), "Primary");
    }

    #[test]
    fn schema_knows_booleans_and_lists() {
        let kind = |schema: Schema, name| format!("{:?}", schema.attribute(name));
        assert_eq!(kind(Schema::Core, "ACTIVE"), "Boolean");
        assert_eq!(kind(Schema::UNKNOWN_ITEM, "primary"), "Boolean");
        assert_eq!(kind(Schema::UNKNOWN_PARTS, "primary"), "Unknown");
        assert_eq!(kind(Schema::Core, "userName"), "Other");
        assert_eq!(kind(Schema::Core, "badge"), "Unknown");
        for name in ["emails", "phoneNumbers", "members", "groups", "addresses"] {
            let Attribute::List { of, objects: true } = Schema::Core.attribute(name) else {
                panic!("{name}")
            };
            assert_eq!(kind(of, "primary"), "Boolean", "{name}");
        }
        assert!(matches!(Schema::Core.attribute("schemas"), Attribute::List { objects: false, .. }));
        let extension = Schema::of_extension(EnterpriseUser::SCHEMA);
        assert_eq!(kind(extension, "department"), "Other");
    }
}
