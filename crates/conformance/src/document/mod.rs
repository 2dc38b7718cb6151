//! Atlassian's OpenAPI documents, as far as the checks read them.

mod schema;

use std::path::Path;

use serde_json::Value;

pub(crate) use schema::{Limits, Member, Says, Schema};

use crate::Outcome;

/// Which documents there are. An operation is taken from the first that has it: the last one is older, and the only one that knows
/// the retired operations.
const NAMES: [&str; 4] = ["organizations", "user-management", "user-provisioning", "organizations-2024"];

/// One of the documents.
#[derive(Debug)]
pub(crate) struct Document {
    /// The file's name, without `.json`.
    pub(crate) name: &'static str,
    pub(crate) json: Value,
}

/// Reads the documents out of a folder.
pub(crate) fn load(folder: &Path) -> Outcome<Vec<Document>> {
    NAMES
        .into_iter()
        .map(|name| {
            let path = folder.join(name).with_extension("json");
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let json = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            Ok(Document { name, json })
        })
        .collect()
}

/// An operation that stands in a document.
#[derive(Debug)]
pub(crate) struct Documented<'a> {
    pub(crate) document: &'a Document,
    pub(crate) method: String,
    /// From the host's root, as our own paths are.
    pub(crate) path: String,
    pub(crate) json: &'a Value,
    /// Parameters that the operations of this path share.
    shared: &'a Value,
}

/// All operations of the documents, each once.
pub(crate) fn operations(documents: &[Document]) -> Vec<Documented<'_>> {
    let mut found: Vec<Documented<'_>> = Vec::new();
    for document in documents {
        for (path, item) in members(document.part("/paths")) {
            for method in ["get", "post", "put", "patch", "delete"] {
                let Some(json) = item.get(method) else { continue };
                let operation = Documented {
                    document,
                    method: method.to_uppercase(),
                    path: format!("{}{path}", document.base()),
                    json,
                    shared: &item["parameters"],
                };
                if !found.iter().any(|other| other.is(&operation.method, &operation.path)) {
                    found.push(operation);
                }
            }
        }
    }
    found
}

impl Document {
    /// What a JSON pointer leads to; `null` where there is nothing.
    pub(crate) fn part(&self, pointer: &str) -> &Value {
        self.json.pointer(pointer).unwrap_or(&Value::Null)
    }

    /// The path before all paths.
    fn base(&self) -> &str {
        let url = self.part("/servers/0/url").as_str().unwrap_or_default();
        let host_and_path = url.split_once("://").map_or(url, |(_, rest)| rest);
        host_and_path
            .find('/')
            .and_then(|slash| host_and_path.get(slash..))
            .unwrap_or_default()
            .trim_end_matches('/')
    }

    /// What a reference stands for, and the name of what it leads to; anything else stands for itself.
    fn follow<'a>(&'a self, mut value: &'a Value) -> (&'a Value, Option<&'a str>) {
        let mut name = None;
        while let Some(target) = value.get("$ref").and_then(Value::as_str) {
            name = target.rsplit('/').next();
            value = self.part(target.strip_prefix('#').unwrap_or(target));
        }
        (value, name)
    }
}

/// A parameter of a query.
#[derive(Debug)]
pub(crate) struct Query<'a> {
    pub(crate) name: &'a str,
    pub(crate) required: bool,
    /// Whether a list is written with commas.
    pub(crate) commas: bool,
    pub(crate) schema: Schema<'a>,
}

impl<'a> Documented<'a> {
    /// Whether it is the operation of this method and path, whatever the path calls its variables.
    pub(crate) fn is(&self, method: &str, path: &str) -> bool {
        self.method == method && without_names(&self.path) == without_names(path)
    }

    /// Its identifier, which not all have.
    pub(crate) fn id(&self) -> Option<&'a str> {
        self.json["operationId"].as_str()
    }

    pub(crate) fn query(&self) -> Vec<Query<'a>> {
        let parameters = items(self.shared).chain(items(&self.json["parameters"]));
        parameters
            .map(|parameter| self.document.follow(parameter).0)
            .filter(|parameter| parameter["in"] == "query")
            .map(|parameter| Query {
                name: parameter["name"].as_str().unwrap_or_default(),
                required: parameter["required"] == true,
                commas: parameter["explode"] == false,
                schema: self.schema(&parameter["schema"]),
            })
            .collect()
    }

    /// The schema of the body that it takes.
    pub(crate) fn body(&self) -> Option<Schema<'a>> {
        let body = self.document.follow(&self.json["requestBody"]).0;
        body.pointer("/content/application~1json/schema").map(|schema| self.schema(schema))
    }

    /// The statuses that are documented.
    pub(crate) fn statuses(&self) -> impl Iterator<Item = u16> + use<'a> {
        members(&self.json["responses"]).filter_map(|(status, _)| status.parse().ok())
    }

    /// The schema of its answer with this status.
    pub(crate) fn answer(&self, status: u16) -> Option<Schema<'a>> {
        let response = self.document.follow(self.json["responses"].get(status.to_string())?).0;
        response.pointer("/content/application~1json/schema").map(|schema| self.schema(schema))
    }

    /// The scopes that its description asks for: the words in backticks of the paragraph about scopes.
    pub(crate) fn scopes(&self) -> Vec<&'a str> {
        let description = self.json["description"].as_str().unwrap_or_default();
        let Some((_, paragraph)) = description.split_once("Authorization scopes]") else { return Vec::new() };
        let paragraph = paragraph.lines().next().unwrap_or_default();
        paragraph.split('`').skip(1).step_by(2).collect()
    }

    fn schema(&self, json: &'a Value) -> Schema<'a> {
        Schema { document: self.document, json }
    }
}

/// A path with all of its variables called the same.
fn without_names(path: &str) -> Vec<&str> {
    path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment }).collect()
}

/// The members of an object, or none.
fn members(json: &Value) -> impl Iterator<Item = (&str, &Value)> {
    json.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// The items of a list, or none.
fn items(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::json;

    /// A document of one path.
    pub(crate) fn document(path: &str, item: Value, schemas: Value) -> Document {
        Document {
            name: "test",
            json: json!({
                "servers": [{"url": "https://api.example.com/admin"}],
                "paths": {path: item},
                "components": {"schemas": schemas},
            }),
        }
    }

    #[test]
    fn an_operation_is_taken_from_the_first_document_that_has_it() {
        let newer = document("/v1/orgs/{orgId}", json!({"get": {"operationId": "new"}}), json!({}));
        let older =
            document("/v1/orgs/{id}", json!({"get": {"operationId": "old"}, "delete": {}}), json!({}));
        let documents = [newer, older];
        let found = operations(&documents);
        let named: Vec<_> =
            found.iter().map(|found| (found.method.as_str(), found.path.as_str(), found.id())).collect();
        assert_eq!(
            named,
            [("GET", "/admin/v1/orgs/{orgId}", Some("new")), ("DELETE", "/admin/v1/orgs/{id}", None)]
        );
    }

    #[test]
    fn the_base_is_the_path_of_the_server() {
        for (url, base) in
            [("https://x.example/admin", "/admin"), ("https://x.example/", ""), ("https://x.example", "")]
        {
            let document = Document { name: "test", json: json!({"servers": [{"url": url}]}) };
            assert_eq!(document.base(), base);
        }
    }

    #[test]
    fn scopes_are_read_out_of_the_description() {
        let text = "Lists.\n\n#### Scopes\n**[Authorization scopes](/x/) required:** `read:a:admin`, `read:b:admin`\n\n`else`";
        let documents = [document(
            "/v1",
            json!({"get": {"description": text}, "put": {"description": "`x`"}}),
            json!({}),
        )];
        let scopes: Vec<_> = operations(&documents).iter().map(Documented::scopes).collect();
        assert_eq!(scopes, [vec!["read:a:admin", "read:b:admin"], vec![]]);
    }
}
