//! The format of the case files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use atlassian_admin_testing::examples::{self, ACCOUNTS, Call, EVENTS, Examples, Response};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The file's name without its extension, or the operation.
    #[serde(skip)]
    pub file: String,
    /// The number of the example, or of the refusal, in the operation's file.
    #[serde(skip)]
    pub example: Option<usize>,
    pub name: String,
    /// A feature of this crate that the case requires.
    #[serde(default)]
    needs: Option<String>,
    #[serde(default)]
    pub simulator: Setup,
    #[serde(default)]
    pub client: ClientSetup,
    pub steps: Vec<Step>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Setup {
    pub seed: Option<u64>,
    pub accounts: Option<u64>,
    pub events: Option<u64>,
    pub events_per_minute: Option<f64>,
    #[serde(default)]
    pub quirks: Vec<String>,
    #[serde(default)]
    pub faults: Vec<String>,
    #[serde(default)]
    pub rate_limits: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientSetup {
    pub api_key: Option<String>,
    pub directory_key: Option<String>,
    pub retry: Option<Retry>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Retry {
    Never(bool),
    #[serde(rename_all = "camelCase")]
    Some {
        attempts: Option<u32>,
    },
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    pub call: Option<String>,
    pub walk: Option<String>,
    pub stream: Option<Value>,
    pub follow: Option<Value>,
    pub faults: Option<Value>,
    pub answers: Option<Vec<Map<String, Value>>>,
    pub clock: Option<u64>,
    pub scenario: Option<Value>,
    pub together: Option<Value>,

    #[serde(default)]
    pub with: Map<String, Value>,
    pub timeout_ms: Option<u64>,
    pub pick: Option<String>,
    pub pages: Option<usize>,
    pub batches: Option<usize>,
    pub items: Option<usize>,

    #[serde(default, deserialize_with = "given")]
    pub gives: Option<Value>,
    #[serde(default, deserialize_with = "given")]
    pub holds: Option<Value>,
    pub fails: Option<Value>,
    pub requests: Option<Value>,
    #[serde(default)]
    pub keep: BTreeMap<String, String>,
}

/// Distinguishes `null` from an absent value.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Returns all cases that this build can run: those of the files, and the examples of operations.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| -> Vec<Case> {
        let mut cases: Vec<Case> = serde_json::from_slice(&fs::read(path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file = path.file_stem().unwrap().to_str().unwrap();
        cases.iter_mut().for_each(|case| case.file = file.to_owned());
        cases
    };
    let runs = |case: &Case| case.needs.as_deref() != Some("legacy") || cfg!(feature = "legacy");
    let stories = files.iter().flat_map(|path| read(path)).filter(runs);
    stories.chain(examples()).collect()
}

/// Returns the examples of operations as cases, and the refusals.
fn examples() -> Vec<Case> {
    let all = examples::all().unwrap_or_else(|error| panic!("{error}"));
    let cases = all.into_iter().flat_map(|(operation, Examples { examples, refusals })| {
        let call =
            |with: Map<String, Value>| Step { call: Some(operation.dotted()), with, ..Step::default() };
        let answered = examples.into_iter().filter_map(move |it| {
            let Response { status, body } = it.response?;
            let line = format!("{} {status}", it.request.line(&Map::new()));
            let requests = Some(json!([line]));
            let holds = Some(body.unwrap_or_default());
            Some((it.name, it.setup, Step { requests, holds, ..call(it.arguments) }))
        });
        let refused = refusals.into_iter().map(move |it| {
            let code = it.code.map_or_else(|| json!({ "$absent": true }), Value::from);
            let mut fails =
                json!({ "kind": kind(it.status), "status": it.status, "code": code, "attempts": 1 });
            fails.as_object_mut().unwrap().extend(it.hint.map(|hint| ("hint".to_owned(), hint)));
            let requests = Some(json!([it.status]));
            (it.name, it.setup, Step { requests, fails: Some(fails), ..call(it.arguments) })
        });
        let case = |(number, (name, setup, step)): (usize, (String, examples::Setup, Step))| Case {
            file: operation.dotted(),
            example: Some(number),
            name,
            needs: None,
            simulator: Setup {
                accounts: Some(ACCOUNTS),
                events: Some(EVENTS),
                quirks: setup.quirks,
                ..Setup::default()
            },
            client: ClientSetup::default(),
            steps: before(setup.scenario, setup.calls).chain([step]).collect(),
        };
        answered.enumerate().chain(refused.enumerate()).map(case).collect::<Vec<_>>()
    });
    cases.collect()
}

/// Returns the steps before the request of an example.
fn before(scenario: Vec<Value>, calls: Vec<Call>) -> impl Iterator<Item = Step> {
    let scenario = Step { scenario: Some(scenario.into()), ..Step::default() };
    let calls = calls.into_iter().map(|Call(operation, with, keep)| Step {
        call: Some(operation),
        with,
        keep,
        ..Step::default()
    });
    [scenario].into_iter().chain(calls)
}

/// Returns the kind of the error that a status becomes.
fn kind(status: u16) -> &'static str {
    match status {
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 | 410 => "NotFound",
        409 => "Conflict",
        _ => "BadRequest",
    }
}
