//! Operations, with only what the core reads of them during a call.

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{Bounds, Operation};
use atlassian_admin_core::response_schema;

use crate::output::{Output, Texts};
use crate::schemas::{Schemas, checked};
use crate::{Outcome, codes};

pub(crate) fn write(
    operation: &'static Operation,
    output: &mut Output,
    texts: &mut Texts,
    schemas: &mut Schemas,
) -> Outcome {
    let answer = response_schema(operation).ok_or("an operation answers nothing known")?;
    output.number(texts.reference(operation.group));
    output.number(texts.reference(operation.name));
    output.number(code(codes::METHODS, operation.method)?);
    output.number(texts.reference(operation.path));
    output.number(flags(operation));
    output.number(code(codes::PAGINGS, operation.paging)?);
    if let Some(limit) = operation.limit {
        output.number(texts.reference(limit.family));
        output.number(limit.per_minute as usize);
    }
    if let Some(retirement) = operation.retirement() {
        output.number(texts.reference(retirement.date));
        output.number(texts.reference(retirement.hint));
    }
    schemas.write(answer, output, texts)?;
    output.number(checked(operation.params.len())?);
    for param in operation.params {
        output.number(texts.reference(param.name) * 2 + usize::from(param.required));
        let has_bounds = if param.bounds.is_some() { codes::HAS_BOUNDS } else { 0 };
        let has_wire_name = if param.wire == param.name { 0 } else { codes::HAS_WIRE_NAME };
        output.number(code(codes::LOCATIONS, param.location)? * 4 + has_bounds + has_wire_name);
        if has_wire_name != 0 {
            output.number(texts.reference(param.wire));
        }
        if let Some(bounds) = param.bounds {
            output.number(limits(bounds)?);
        }
        schemas.write(param.schema, output, texts)?;
    }
    Ok(())
}

/// Encodes both bounds in one number. The documents have no other minimum than 0 and 1.
fn limits(bounds: Bounds) -> Outcome<usize> {
    match bounds.min {
        0 | 1 => Ok(bounds.max as usize * 2 + bounds.min as usize),
        min => Err(format!("the table has no way to write the minimum {min}").into()),
    }
}

fn flags(operation: &Operation) -> usize {
    [
        (operation.reads, codes::READS),
        (operation.idempotent, codes::IDEMPOTENT),
        (operation.auth == KeyKind::Directory, codes::DIRECTORY_KEY),
        (operation.limit.is_some(), codes::LIMITED),
        (operation.retirement().is_some(), codes::STOPS),
        (operation.retirement().is_some_and(|retirement| retirement.works_on_date), codes::WORKS_ON_DATE),
    ]
    .into_iter()
    .filter_map(|(is_so, flag)| is_so.then_some(flag))
    .sum()
}

/// Returns the number that encodes a value.
fn code<T: PartialEq + std::fmt::Debug>(known: &[T], value: T) -> Outcome<usize> {
    let place = known.iter().position(|known| *known == value);
    place.ok_or_else(|| format!("the table has no number for {value:?}").into())
}
