//! The format of the case files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The file's name without its extension.
    #[serde(skip)]
    pub file: String,
    pub name: String,
    /// A feature of this crate that the case requires.
    needs: Option<String>,
    #[serde(default)]
    pub simulator: Setup,
    #[serde(default)]
    pub client: ClientSetup,
    #[serde(default)]
    steps: Vec<Step>,
    #[serde(default)]
    rows: Vec<Row>,
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

/// A row: operation, arguments, request, expected response, values to keep.
#[derive(Debug, Clone, Deserialize)]
struct Row(String, Map<String, Value>, String, Value, #[serde(default)] BTreeMap<String, String>);

/// Distinguishes `null` from an absent value.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Case {
    /// Returns all steps, with those of the rows.
    pub fn steps(&self) -> Vec<Step> {
        let rows = self.rows.iter().cloned().map(|Row(call, with, request, holds, keep)| Step {
            call: Some(call),
            with,
            requests: Some(Value::from(vec![request])),
            holds: Some(holds),
            keep,
            ..Step::default()
        });
        self.steps.iter().cloned().chain(rows).collect()
    }

    /// Returns the operations that it calls successfully.
    pub fn succeeding(&self) -> Vec<String> {
        let steps = self.steps().into_iter().filter(|step| step.fails.is_none());
        steps.filter_map(|step| step.call.or(step.walk)).collect()
    }
}

/// Returns all cases that this build can run.
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
    files.iter().flat_map(|path| read(path)).filter(runs).collect()
}
