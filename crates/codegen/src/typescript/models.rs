//! `models.ts`: every object and enum in the arguments and responses of operations, by name.

use std::collections::BTreeMap;

use atlassian_admin_core::schema::{EnumSchema, ObjectSchema, Schema};
use atlassian_admin_core::{OPERATIONS, response_schema};

use super::syntax::{HEAD, alias, model, type_name};

/// A type with a name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Model {
    Object(&'static ObjectSchema),
    Enum(&'static EnumSchema),
}

pub(super) fn render() -> String {
    let mut models = BTreeMap::new();
    for operation in OPERATIONS {
        let schemas = operation.params.iter().map(|param| param.schema).chain(response_schema(operation));
        schemas.for_each(|schema| collect(schema, true, &mut models));
    }
    let types = models.into_values().map(|it| match it {
        Model::Object(object) => model(object),
        Model::Enum(values) => alias(values),
    });
    format!("{HEAD}\n{}", types.collect::<Vec<_>>().join("\n"))
}

/// Adds the types that a schema names, each once; with `deep`, those in their properties as well.
pub(super) fn collect(schema: Schema, deep: bool, models: &mut BTreeMap<String, Model>) {
    match schema {
        Schema::List(item) => collect(*item, deep, models),
        Schema::Enum(values) => {
            models.insert(type_name(values.name).to_owned(), Model::Enum(values));
        }
        Schema::Object(object) => {
            if let Some(of) = object.of {
                collect(*of, deep, models);
            }
            let name = type_name(object.name).to_owned();
            if models.insert(name, Model::Object(object)).is_none() && deep {
                (object.properties)().iter().for_each(|member| collect(member.schema, deep, models));
            }
        }
        _ => {}
    }
}
