//! The paths of types, which the schemas do not have.

use atlassian_admin_core::api::legacy::V1UserExpansion;
use atlassian_admin_core::model::{PolicyStatus, PolicyType, RoleId, SortOrder};
use atlassian_admin_core::schema::EnumSchema;

/// The types that are in the module of their group.
const IN_GROUPS: &[(&str, &str)] = &[
    ("PermissionRule", "api::users"),
    ("UserStats", "api::users"),
    ("GroupStats", "api::groups"),
    ("RoleAssociation", "api::legacy"),
];

/// Returns the module of a type.
pub(super) fn module(name: &str) -> &'static str {
    match IN_GROUPS.iter().find(|(known, _)| *known == name) {
        Some((_, module)) => module,
        None if name.starts_with("V1") => "api::legacy",
        None => "model",
    }
}

/// The name of an enum, and the name of the variant of a value.
type Enum = (&'static str, fn(&str) -> String);

macro_rules! enums {
    ($($name:ident)*) => {
        &[$((stringify!($name), |value| format!("{:?}", $name::from(value)))),*]
    };
}

/// The enums of the examples: a schema has the values of an enum, not its variants.
const ENUMS: &[Enum] = enums![PolicyStatus PolicyType RoleId SortOrder V1UserExpansion];

/// Returns the name of the variant of a value.
///
/// # Errors
/// The enum is not in the table, or does not know the value.
pub(super) fn variant(schema: &EnumSchema, value: &str) -> Result<String, String> {
    let name = schema.name;
    match ENUMS.iter().find(|(known, _)| *known == name) {
        Some((_, variant)) if schema.values.contains(&value) => Ok(variant(value)),
        Some(_) => Err(format!("`{value}` is not a value of `{name}`")),
        None => Err(format!("the enum `{name}` needs a place in `ENUMS` of codegen")),
    }
}

#[cfg(test)]
mod tests {
    use atlassian_admin_core::model::AccountType;
    use atlassian_admin_core::schema::{HasSchema, Schema};

    use super::*;

    #[test]
    fn variant_is_named_when_enum_and_value_are_known() {
        let variant = |schema, value| match schema {
            Schema::Enum(schema) => variant(schema, value).ok(),
            _ => None,
        };
        assert_eq!(variant(RoleId::SCHEMA, "atlassian/user"), Some("User".to_owned()));
        assert_eq!(variant(RoleId::SCHEMA, "novel"), None);
        assert_eq!(variant(AccountType::SCHEMA, "atlassian"), None, "it is not in the table");
    }
}
