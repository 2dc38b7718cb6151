//! `models.ts`: every object in the arguments and responses of operations, by name.

use std::collections::BTreeMap;

use atlassian_admin_core::schema::{ObjectSchema, Schema};
use atlassian_admin_core::{OPERATIONS, response_schema};

use super::syntax::{HEAD, model};

pub(crate) fn render() -> String {
    let mut objects = BTreeMap::new();
    for operation in OPERATIONS {
        let schemas = operation.params.iter().map(|param| param.schema).chain(response_schema(operation));
        schemas.for_each(|schema| collect(schema, true, &mut objects));
    }
    let interfaces: Vec<_> = objects.into_values().map(model).collect();
    format!("{HEAD}\n{}", interfaces.join("\n"))
}

/// Adds the objects that a schema names, each once; with `deep`, those in their properties as well.
pub(super) fn collect(
    schema: Schema,
    deep: bool,
    objects: &mut BTreeMap<&'static str, &'static ObjectSchema>,
) {
    match schema {
        Schema::List(item) => collect(*item, deep, objects),
        Schema::Object(object) => {
            if let Some(of) = object.of {
                collect(*of, deep, objects);
            }
            if objects.insert(object.name, object).is_none() && deep {
                (object.properties)().iter().for_each(|member| collect(member.schema, deep, objects));
            }
        }
        _ => {}
    }
}
