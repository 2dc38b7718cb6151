//! The behaviour suite as data: the same cases, the same expectations, on every host.
//!
//! `cases/*.json` run here, over the simulator in process and over reqwest → loopback, and in
//! `bindings/js/test/suite`, in Node and in a browser, by each way to send a request. They are
//! beside this runner because they specify the core.
//!
//! A case sets up a simulator (with the options of `atlassian-admin simulate`) and a client
//! (`retry`, keys), and runs steps:
//!
//! - `call`: an operation is called `with` arguments.
//! - `walk`: a listing is paginated: `items` (of each the value at the pointer `pick`) and the
//!   `sizes` of its pages; only the first `pages` of them, if given.
//! - `stream`: the event feed with these options is drained: the ids as `items`, the number of
//!   `batches` (at most the given number), the `checkpoint`.
//! - `follow`: the same for a feed that does not end, until it has returned this many `items`.
//! - `faults`, `answers`, `clock`: replaces the simulator's faults; scripts responses for its next
//!   requests; advances its clock by milliseconds.
//! - `together`: concatenates kept lists.
//!
//! A step with a result `holds` what `matching.rs` understands, or `gives` exactly that; or it
//! `fails` with an error that matches. Its `requests` are a number, the statuses, or methods,
//! targets and statuses. It may `keep` the value at a pointer under a name, which `$name` refers
//! to from then on; `$orgId`, `$directoryId` and the keys are predefined. A row of `rows` is a
//! short call: operation, arguments, request, expected response, values to keep.
//!
//! Waits take a millisecond or two, so that no host sleeps long; only the in-process runner has
//! virtual time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod case;
mod matching;
mod run;
mod steps;
mod world;

use std::collections::BTreeSet;

use atlassian_admin::OPERATIONS;
use libtest_mimic::{Arguments, Trial};

use crate::case::{Case, cases};
use crate::world::Backend;

/// Makes each case a separate test on each backend, so that a test runner can list, select, time
/// and repeat it by name.
fn main() {
    let on = |backend: Backend, host: &'static str| {
        cases().into_iter().map(move |case| {
            Trial::test(format!("{host}::{}::{}", case.file, case.name), move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
                Ok(runtime.block_on(run::run(&case, backend))?)
            })
        })
    };
    let mut trials: Vec<_> =
        on(Backend::InProcess, "in_process").chain(on(Backend::Reqwest, "over_reqwest")).collect();
    for (name, check) in [
        ("cases_call_every_operation_with_success", cases_call_every_operation_with_success as fn()),
        ("cases_have_unique_names", cases_have_unique_names),
        ("matching_fails_by_each_rule", matching::matching_fails_by_each_rule),
    ] {
        trials.push(Trial::test(name, move || {
            check();
            Ok(())
        }));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn cases_call_every_operation_with_success() {
    let cases = cases();
    let called: BTreeSet<_> = cases.iter().flat_map(Case::succeeding).collect();
    let missing: Vec<_> =
        OPERATIONS.iter().map(|operation| operation.dotted()).filter(|name| !called.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}

fn cases_have_unique_names() {
    let cases = cases();
    let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len());
}
