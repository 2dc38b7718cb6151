//! The exact requests of the examples beside the operations: each example is a test, typed and by
//! name.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "tests fail loudly")]

use std::collections::BTreeSet;
use std::fs;

use atlassian_admin_core::operation::{Endpoint, ListStyle, Method, Operation, RequestParts};
use atlassian_admin_core::schema::Violation;
use atlassian_admin_core::{EndpointVisitor, OPERATIONS, visit_endpoints};
use atlassian_admin_testing::examples::{self, Example, Examples, Request};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::{Map, Value};

fn main() {
    let all = examples::all();
    let mut trials = vec![
        Trial::test("every_operation_has_examples", {
            let missing = all.as_ref().err().cloned();
            move || missing.map_or(Ok(()), |missing| Err(missing.into()))
        }),
        Trial::test("every_examples_file_has_an_operation", every_examples_file_has_an_operation),
    ];
    for (operation, Examples { examples, refusals }) in all.unwrap_or_default() {
        let name = operation.dotted();
        trials.push(Trial::test(format!("{name} has a response and a refusal"), {
            let is_complete = examples.iter().any(|it| it.response.is_some()) && !refusals.is_empty();
            move || is_complete.then_some(()).ok_or_else(|| Failed::from("an example is missing"))
        }));
        for example in examples {
            trials.push(Trial::test(format!("{name}/{}", example.name), move || {
                sends(operation, &example);
                Ok(())
            }));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn every_examples_file_has_an_operation() -> Result<(), Failed> {
    let known: BTreeSet<_> = OPERATIONS
        .iter()
        .map(|it| examples::folder().join(it.group).join(it.name).with_extension("json"))
        .collect();
    for group in fs::read_dir(examples::folder())? {
        let group = group?;
        let is_built = group.file_name() != "legacy" || cfg!(feature = "legacy");
        if !group.file_type()?.is_dir() || !is_built {
            continue;
        }
        for file in fs::read_dir(group.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|it| it == "json") && !known.contains(&path) {
                return Err(format!("{} belongs to no operation", path.display()).into());
            }
        }
    }
    Ok(())
}

/// Checks that an example's arguments make its request.
fn sends(operation: &'static Operation, example: &Example) {
    // Unknown values are sent, but what else is not declared is a mistake.
    let mut violations = operation.violations(&example.arguments);
    violations.retain(|violation| !matches!(violation, Violation::UnknownValue { .. }));
    assert_eq!(violations, []);
    // The names, such as `$orgId`, are sent as they are.
    let by_name = RequestParts::from_arguments(operation, example.arguments.clone()).unwrap();
    assert_is(&example.request, operation.method, &by_name, "by name");
    let mut typed = Typed { operation, arguments: example.arguments.clone().into(), parts: None };
    visit_endpoints(&mut typed);
    assert_is(&example.request, operation.method, &typed.parts.unwrap(), "typed");
}

fn assert_is(expected: &Request, method: Method, parts: &RequestParts, form: &str) {
    let target = parts.path_and_query(ListStyle::AsDocumented).replace("%24", "$");
    let sent = format!("{} {target}", method.as_str());
    assert_eq!(sent, expected.line(&Map::new()), "{form}");
    assert_eq!(parts.body, expected.body, "{form}");
}

/// The request of a typed call.
struct Typed {
    operation: &'static Operation,
    arguments: Value,
    parts: Option<RequestParts>,
}

impl EndpointVisitor for Typed {
    fn visit<E: Endpoint>(&mut self) {
        if E::OPERATION.id == self.operation.id {
            let call: E = serde_json::from_value(self.arguments.take()).unwrap();
            self.parts = Some(call.encode().unwrap());
        }
    }
}
