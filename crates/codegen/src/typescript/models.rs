//! `models.ts`: every object in the arguments and responses of operations, by name.

use std::collections::BTreeMap;

use atlassian_admin_core::schema::{Kind, ObjectSchema};
use atlassian_admin_core::{OPERATIONS, response_kind};

use super::syntax::{HEAD, model};

pub(crate) fn render() -> String {
    let mut shapes = BTreeMap::new();
    for operation in OPERATIONS {
        let kinds = operation.params.iter().map(|param| param.kind).chain(response_kind(operation));
        kinds.for_each(|kind| collect(kind, true, &mut shapes));
    }
    let interfaces: Vec<_> = shapes.into_values().map(model).collect();
    format!("{HEAD}\n{}", interfaces.join("\n"))
}

/// Adds the objects that a kind names, each once; with `deep`, those in their properties as well.
pub(super) fn collect(kind: Kind, deep: bool, shapes: &mut BTreeMap<&'static str, &'static ObjectSchema>) {
    match kind {
        Kind::List(item) => collect(*item, deep, shapes),
        Kind::Object(shape) => {
            if let Some(of) = shape.of {
                collect(*of, deep, shapes);
            }
            if shapes.insert(shape.name, shape).is_none() && deep {
                (shape.members)().iter().for_each(|member| collect(member.kind, deep, shapes));
            }
        }
        _ => {}
    }
}
