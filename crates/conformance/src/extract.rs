//! Extracts the table of facts from Atlassian's OpenAPI documents, which are not part of this
//! repository.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use http::Uri;
use serde_json::{Map, Value};

use crate::Outcome;
use crate::facts::{Documented, Facts, Query};
use crate::schema::{entries, items};

/// The documents, each with the part of Atlassian's site that shows it. An operation is taken from
/// the first document that has it: the last one is older, and the only one that has the operations
/// of version 1 that stop working.
const DOCUMENTS: [(&str, &str); 4] = [
    ("organizations", "organization"),
    ("user-management", "user-management"),
    ("user-provisioning", "user-provisioning"),
    ("organizations-2024", "organization"),
];

/// The keywords of a schema that are facts.
const KEYWORDS: &str = "$ref default deprecated enum format maxItems maxLength maximum minItems minLength minProperties \
    minimum nullable readOnly required type uniqueItems writeOnly";

/// The keywords of a schema that only explain.
const ANNOTATIONS: &str = "description discriminator example examples externalDocs title x-showInExample";

/// A document, in which the references to schemas lead to the table.
#[derive(Debug)]
struct Document {
    /// The name of the file, without `.json`.
    name: &'static str,
    json: Value,
}

/// Extracts the facts from the documents in a folder.
pub(crate) fn extract(folder: &Path) -> Outcome<Facts> {
    let mut facts = Facts::default();
    for (name, site) in DOCUMENTS {
        let path = folder.join(name).with_extension("json");
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| failed(&error))?;
        let document = Document::read(name, &text).map_err(|error| failed(&error))?;
        document.add_to(&mut facts, site).map_err(|error| failed(&error))?;
    }
    facts.operations.sort_by(|a, b| (&a.path, &a.method).cmp(&(&b.path, &b.method)));
    Ok(facts)
}

impl Document {
    fn read(name: &'static str, text: &str) -> Outcome<Self> {
        let text = text.replace("\"#/components/schemas/", &format!("\"#/schemas/{name}/"));
        Ok(Self { name, json: serde_json::from_str(&text)? })
    }

    /// Adds the operations that the table does not have yet, and the schemas that they refer to.
    fn add_to(&self, facts: &mut Facts, site: &str) -> Outcome {
        let (base, limits) = (self.base()?, self.limits());
        let mut operations = Vec::new();
        for (path, item) in entries(self.part("/paths")) {
            for method in ["get", "post", "put", "patch", "delete"] {
                let Some(json) = item.get(method) else { continue };
                let full_path = format!("{base}{path}");
                let known = |other: &Documented| other.is(&method.to_uppercase(), &full_path);
                if facts.operations.iter().any(known) {
                    continue;
                }
                let group = json.pointer("/tags/0").and_then(Value::as_str).unwrap_or_default();
                let place = format!("api-group-{}/#api-{}-{method}", slug(group), slug(path));
                let parameters = items(&item["parameters"]).chain(items(&json["parameters"]));
                operations.push(Documented {
                    id: json["operationId"].as_str().map(str::to_owned),
                    method: method.to_uppercase(),
                    path: full_path,
                    docs: format!("https://developer.atlassian.com/cloud/admin/{site}/rest/{place}"),
                    scopes: scopes(json),
                    limits: limits
                        .get(&format!("{} {path}", method.to_uppercase()))
                        .cloned()
                        .unwrap_or_default(),
                    deprecated: json["deprecated"] == true,
                    experimental: json["x-experimental"] == true,
                    query: self.query(parameters)?,
                    body: self.body(&json["requestBody"])?,
                    responses: entries(&json["responses"])
                        .filter_map(|(status, response)| Some((status.parse().ok()?, response)))
                        .map(|(status, response)| Ok((status, self.body(response)?)))
                        .collect::<Outcome<_>>()?,
                });
            }
        }
        let mut schemas = BTreeMap::new();
        let mut used = references(&serde_json::to_value(&operations)?);
        while let Some(target) = used.pop() {
            let name = target.rsplit('/').next().unwrap_or_default();
            if let Entry::Vacant(schema) = schemas.entry(name.to_owned()) {
                let json = schema.insert(reduced(self.part(&format!("/components/schemas/{name}")))?);
                used.extend(references(json));
            }
        }
        facts.schemas.insert(self.name.to_owned(), schemas);
        facts.operations.append(&mut operations);
        Ok(())
    }

    fn query<'a>(&'a self, parameters: impl Iterator<Item = &'a Value>) -> Outcome<Vec<Query>> {
        let parameters = parameters.map(|parameter| self.follow(parameter));
        let query = parameters.filter(|parameter| parameter["in"] == "query").map(|parameter| {
            Ok(Query {
                name: parameter["name"].as_str().unwrap_or_default().to_owned(),
                required: parameter["required"] == true,
                commas: parameter["explode"] == false,
                schema: reduced(&parameter["schema"])?,
            })
        });
        query.collect()
    }

    /// The schema of a request's or a response's body.
    fn body(&self, holder: &Value) -> Outcome<Option<Value>> {
        self.follow(holder).pointer("/content/application~1json/schema").map(reduced).transpose()
    }

    /// What a JSON pointer leads to; `null` where there is nothing.
    fn part(&self, pointer: &str) -> &Value {
        self.json.pointer(pointer).unwrap_or(&Value::Null)
    }

    /// What a reference leads to; anything else is returned as it is.
    fn follow<'a>(&'a self, mut value: &'a Value) -> &'a Value {
        while let Some(target) = value.get("$ref").and_then(Value::as_str) {
            value = self.part(target.trim_start_matches('#'));
        }
        value
    }

    /// The path before all paths.
    fn base(&self) -> Outcome<String> {
        let url: Uri = self.part("/servers/0/url").as_str().unwrap_or_default().parse()?;
        Ok(url.path().trim_end_matches('/').to_owned())
    }

    /// The rate limits that the introduction lists: endpoints, then what is counted and how often.
    /// A later number replaces an earlier one, since it announces a change.
    fn limits(&self) -> BTreeMap<String, BTreeMap<String, u32>> {
        let (mut limits, mut endpoints) = (BTreeMap::<_, BTreeMap<_, _>>::new(), Vec::new());
        let texts =
            items(self.part("/x-atlassian-narrative/documents")).filter_map(|text| text["body"].as_str());
        for line in texts.flat_map(str::lines) {
            if line.starts_with("**Rate limits of") {
                endpoints.clear();
            } else if let Some(endpoint) = line.strip_prefix("- `") {
                endpoints.push(endpoint.replace(['\'', '`'], ""));
            } else if let Some(limit) = line.strip_prefix("- *Rate limit per ")
                && let Some((counted, rest)) = limit.split_once("*: *")
                && let Some(number) = rest.split('*').next().and_then(|number| number.parse().ok())
            {
                for endpoint in &endpoints {
                    limits.entry(endpoint.clone()).or_default().insert(counted.to_owned(), number);
                }
            }
        }
        limits
    }
}

/// The targets of all references in a value.
fn references(json: &Value) -> Vec<String> {
    let target = json.get("$ref").and_then(Value::as_str).map(str::to_owned);
    let parts = entries(json).map(|(_, part)| part).chain(items(json));
    target.into_iter().chain(parts.flat_map(references)).collect()
}

/// A schema without what only explains, and without what OpenAPI ignores beside a reference.
fn reduced(json: &Value) -> Outcome<Value> {
    let Value::Object(members) = json else { return Ok(json.clone()) };
    let is_reference = members.contains_key("$ref");
    let mut kept = Map::new();
    for (keyword, value) in members {
        let value = match keyword.as_str() {
            keyword if is_reference && !["$ref", "nullable"].contains(&keyword) => continue,
            "items" | "additionalProperties" => reduced(value)?,
            "allOf" | "anyOf" | "oneOf" => items(value).map(reduced).collect::<Outcome<_>>()?,
            "properties" => {
                let properties = entries(value).map(|(name, schema)| Ok((name.to_owned(), reduced(schema)?)));
                Value::Object(properties.collect::<Outcome<_>>()?)
            }
            // A line break at the end of a pattern would match nothing.
            "pattern" => value.as_str().unwrap_or_default().trim_end().into(),
            keyword if KEYWORDS.split(' ').any(|known| known == keyword) => value.clone(),
            keyword if ANNOTATIONS.split(' ').any(|known| known == keyword) => continue,
            _ => return Err(format!("the keyword `{keyword}` of a schema is not known").into()),
        };
        match value {
            // The documents put a description beside a reference like this.
            Value::Array(mut parts) if keyword == "allOf" && parts.len() == 1 => {
                if let Some(Value::Object(part)) = parts.pop() {
                    kept.extend(part);
                }
            }
            value => drop(kept.insert(keyword.clone(), value)),
        }
    }
    Ok(Value::Object(kept))
}

/// The scopes that the description of an operation asks for: the words in backticks of the
/// paragraph about scopes.
fn scopes(operation: &Value) -> Vec<String> {
    let description = operation["description"].as_str().unwrap_or_default();
    let Some((_, paragraph)) = description.split_once("Authorization scopes]") else { return Vec::new() };
    let paragraph = paragraph.lines().next().unwrap_or_default();
    paragraph.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A text as Atlassian's site writes it in addresses.
fn slug(text: &str) -> String {
    let words =
        text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A document of one path.
    fn document(name: &'static str, path: &str, item: Value, schemas: Value) -> Document {
        let json = json!({
            "servers": [{"url": "https://api.example.com/admin"}],
            "paths": {path: item},
            "components": {"schemas": schemas, "responses": {"Failed": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}}},
        });
        Document::read(name, &json.to_string()).unwrap()
    }

    #[test]
    fn extract_keeps_facts_and_drops_sentences() {
        let text = "Lists.\n\n#### Scopes\n**[Authorization scopes](/x/) required:** `read:a:admin`, `read:b:admin`\n\n`else`";
        let operation = json!({
            "operationId": "getOrgs", "description": text, "tags": ["API Tokens"], "x-experimental": true,
            "parameters": [{"in": "query", "name": "a", "explode": false, "schema": {"type": "array", "items": {"type": "string", "title": "An a"}}}],
            "responses": {"200": {}, "404": {"$ref": "#/components/responses/Failed"}, "default": {}},
        });
        let shared = json!([{"in": "query", "name": "b", "required": true, "schema": {"type": "string"}}, {"in": "path", "name": "orgId"}]);
        let error = json!({"description": "An error.", "properties": {"description": {"type": "string", "example": "x"}}});
        let document = document(
            "test",
            "/v1/orgs/{org_id}/a:b",
            json!({"parameters": shared, "get": operation}),
            json!({"Error": error, "Unused": {}}),
        );
        let older =
            self::document("older", "/v1/orgs/{id}/a:b", json!({"get": {"operationId": "old"}}), json!({}));
        let mut facts = Facts::default();
        document.add_to(&mut facts, "organization").unwrap();
        older.add_to(&mut facts, "organization").unwrap();
        assert_eq!(
            facts.text().unwrap(),
            r##"{"operations":[
{"id":"getOrgs","method":"GET","path":"/admin/v1/orgs/{org_id}/a:b","docs":"https://developer.atlassian.com/cloud/admin/organization/rest/api-group-api-tokens/#api-v1-orgs-org-id-a-b-get","scopes":["read:a:admin","read:b:admin"],"experimental":true,"query":[{"name":"b","required":true,"schema":{"type":"string"}},{"name":"a","commas":true,"schema":{"items":{"type":"string"},"type":"array"}}],"responses":{"200":null,"404":{"$ref":"#/schemas/test/Error"}}}
],
"schemas":{
"older":{

},
"test":{
"Error":{"properties":{"description":{"type":"string"}}}
}
}}
"##
        );
    }

    #[test]
    fn limits_keep_the_later_number() {
        let text = "**Rate limits of A**\n- `GET '/a'`\n\n- *Rate limit per user*: *60* requests\n- *Rate limit per API path*: *50* requests\n\nLater:\n- *Rate limit per user*: *10* requests\n\n**Rate limits of B**\n- `GET /b`\n- *Rate limit per user*: *7* requests";
        let mut document = document("test", "/a", json!({}), json!({}));
        document.json["x-atlassian-narrative"] = json!({"documents": [{"body": text}]});
        let limits = document.limits();
        assert_eq!(limits["GET /a"], BTreeMap::from([("user".to_owned(), 10), ("API path".to_owned(), 50)]));
        assert_eq!(limits["GET /b"], BTreeMap::from([("user".to_owned(), 7)]));
    }
}
