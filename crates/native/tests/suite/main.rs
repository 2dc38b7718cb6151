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
//! - `scenario`: makes the changes of a scenario, and keeps the ids that it returns.
//! - `faults`, `answers`, `clock`: replaces the simulator's faults; scripts responses for its next
//!   requests; advances its clock by milliseconds.
//! - `together`: concatenates kept lists.
//!
//! A step with a result `holds` what `matching.rs` understands, or `gives` exactly that; or it
//! `fails` with an error that matches. Its `requests` are a number, the statuses, or methods,
//! targets and statuses. It may `keep` the value at a pointer under a name, which `$name` refers
//! to from then on; `$orgId`, `$directoryId` and the keys are predefined.
//!
//! The examples beside each operation (`crates/core/src/api/<group>/<verb>.json`) run as cases,
//! too: by name, as typed calls, and over reqwest.
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
mod run;
mod steps;
mod world;

use std::collections::BTreeSet;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};

use crate::case::{Case, cases};
use crate::steps::Calls;
use crate::world::Backend;

/// Makes each case a separate test on each backend, so that a test runner can list, select, time
/// and repeat it by name. Over reqwest, an operation has its first example and its first refusal:
/// the transport does not know operations.
fn main() {
    let cases: Vec<_> = cases().into_iter().map(Arc::new).collect();
    let names: BTreeSet<_> = cases.iter().map(|case| (&case.file, &case.name)).collect();
    assert_eq!(names.len(), cases.len(), "names must be unique");
    let on = |host: &'static str, backend: Backend, calls: Calls, runs: fn(&Case) -> bool| {
        cases.iter().filter(move |case| runs(case)).map(move |case| {
            let case = Arc::clone(case);
            Trial::test(format!("{host}::{}/{}", case.file, case.name), move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
                Ok(runtime.block_on(run::run(&case, backend, calls))?)
            })
        })
    };
    let trials = on("in_process", Backend::InProcess, Calls::ByName, |_| true)
        .chain(on("typed", Backend::InProcess, Calls::Typed, |case| case.example.is_some()))
        .chain(on("over_reqwest", Backend::Reqwest, Calls::ByName, |case| {
            case.example.is_none_or(|number| number == 0)
        }));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
