//! Arguments, checked before anything is sent.

use atlassian_admin_core::endpoint::Operation;
use atlassian_admin_core::shape::Misfit;
use serde_json::{Map, Value};

use crate::failure::Misuse;

type Prepared = (&'static Operation, Map<String, Value>);

/// Reads the arguments of a call and checks that they are of their kinds.
pub(crate) fn prepare(operation: Option<&'static Operation>, arguments: &str) -> Result<Prepared, Misuse> {
    let operation = operation.ok_or_else(Misuse::unknown_operation)?;
    let arguments: Map<String, Value> = serde_json::from_str(arguments)
        .map_err(|_| Misuse::new(operation, "takes an object of arguments"))?;
    // A value that is not known may have been added since this version was made.
    let misfits = operation
        .misfits(&arguments)
        .into_iter()
        .filter(|misfit| !matches!(misfit, Misfit::UnknownValue { .. }));
    let problems: Vec<_> = misfits.map(|misfit| misfit.to_string()).collect();
    if problems.is_empty() {
        Ok((operation, arguments))
    } else {
        Err(Misuse::new(operation, problems.join("; ")))
    }
}
