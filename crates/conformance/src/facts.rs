//! The table of facts: what Atlassian's documents say about each operation, without a sentence of
//! theirs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Outcome;

const FILE: &str = include_str!("../facts.json");

/// Where `extract` writes the table.
pub(crate) const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/facts.json");

/// The whole table.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    pub(crate) operations: Vec<Documented>,
    /// The schemas that operations refer to, by document and name.
    pub(crate) schemas: BTreeMap<String, BTreeMap<String, Value>>,
}

/// What a document says about an operation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Documented {
    /// The identifier, which not all operations have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    pub(crate) method: String,
    /// From the host's root.
    pub(crate) path: String,
    /// The place on Atlassian's site.
    pub(crate) docs: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) scopes: Vec<String>,
    /// Requests per minute, by what they are counted for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) limits: BTreeMap<String, u32>,
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) deprecated: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) experimental: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) query: Vec<Query>,
    /// The schema of the request body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<Value>,
    /// The schemas of the responses by status; `null` where no body is documented.
    pub(crate) responses: BTreeMap<u16, Option<Value>>,
}

/// A query parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Query {
    pub(crate) name: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) required: bool,
    /// Whether a list is written with commas.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) commas: bool,
    pub(crate) schema: Value,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Facts {
    /// Reads the table of this repository.
    pub(crate) fn load() -> Outcome<Self> {
        serde_json::from_str(FILE).map_err(|error| format!("facts.json: {error}").into())
    }

    /// The text of the file: one line per operation and per schema, so that a change is seen in
    /// review.
    pub(crate) fn text(&self) -> Outcome<String> {
        let lines = |lines: Vec<String>| lines.join(",\n");
        let operations = self.operations.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
        let mut documents = Vec::new();
        for (document, schemas) in &self.schemas {
            let schemas = schemas.iter().map(|(name, schema)| format!("\"{name}\":{schema}")).collect();
            documents.push(format!("\"{document}\":{{\n{}\n}}", lines(schemas)));
        }
        Ok(format!(
            "{{\"operations\":[\n{}\n],\n\"schemas\":{{\n{}\n}}}}\n",
            lines(operations),
            lines(documents)
        ))
    }

    /// The lines that only one of the two tables has.
    pub(crate) fn differing_lines(&self, extracted: &Self) -> Outcome<Vec<String>> {
        let (ours, theirs) = (self.text()?, extracted.text()?);
        let lines = |text| str::lines(text).map(|line| line.trim_end_matches(',')).collect::<BTreeSet<_>>();
        let (ours, theirs) = (lines(&ours), lines(&theirs));
        let differing = ours.symmetric_difference(&theirs).map(|line| {
            let side = if ours.contains(line) { "the table" } else { "the documents" };
            format!("facts.json: only in {side}: {line}")
        });
        Ok(differing.collect())
    }

    /// What a reference leads to, and its name; anything else is returned as it is.
    pub(crate) fn follow<'a>(&'a self, mut value: &'a Value) -> (&'a Value, Option<&'a str>) {
        let mut name = None;
        while let Some(target) = value.get("$ref").and_then(Value::as_str) {
            let mut segments = target.rsplit('/');
            name = segments.next();
            let found =
                segments.next().zip(name).and_then(|(document, name)| self.schemas.get(document)?.get(name));
            value = found.unwrap_or(&Value::Null);
        }
        (value, name)
    }
}

impl Documented {
    /// Whether it is the operation of this method and path; the names of the path's variables do
    /// not count.
    pub(crate) fn is(&self, method: &str, path: &str) -> bool {
        self.method == method && without_names(&self.path) == without_names(path)
    }

    /// The documented statuses of success.
    pub(crate) fn success(&self) -> impl Iterator<Item = u16> {
        self.responses.keys().copied().filter(|status| (200..300).contains(status))
    }
}

/// A path with the same name for all of its variables.
fn without_names(path: &str) -> Vec<&str> {
    path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment }).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::json;

    /// A table of one operation, `GET` unless the operation says otherwise, and of these schemas.
    pub(crate) fn facts(operation: Value, schemas: Value) -> Facts {
        let mut facts: Facts =
            serde_json::from_value(json!({"operations": [operation], "schemas": {"test": schemas}})).unwrap();
        let operation = &mut facts.operations[0];
        if operation.method.is_empty() {
            operation.method = "GET".to_owned();
        }
        facts
    }

    #[test]
    fn text_is_the_file_that_load_reads() {
        assert_eq!(Facts::load().unwrap().text().unwrap(), FILE);
    }

    #[test]
    fn differing_lines_name_both_sides() {
        let table = |name: &str| facts(json!({"path": "/a"}), json!({name: {}, "Z": {}}));
        assert_eq!(table("A").differing_lines(&table("A")).unwrap(), [""; 0]);
        assert_eq!(
            table("A").differing_lines(&table("B")).unwrap(),
            [r#"facts.json: only in the table: "A":{}"#, r#"facts.json: only in the documents: "B":{}"#]
        );
    }
}
