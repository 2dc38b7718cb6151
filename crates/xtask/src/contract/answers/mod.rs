//! The simulator's answers against the documents' schemas.

mod dialect;
mod members;

use std::collections::BTreeSet;

use jsonschema::ValidationError;
use serde_json::Value;

use crate::compare::ours;
use crate::document::Documented;
use crate::tour::{self, Answer, Tour};

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// How many answers of success were held against a schema, or against its absence.
    pub(crate) answers: usize,
    /// How many refusals.
    pub(crate) refusals: usize,
    pub(crate) problems: Vec<String>,
}

/// Makes the tour, and holds each answer against what the document says of its status.
pub(crate) fn check(documented: &[Documented<'_>]) -> Checked {
    let tour = Tour::make(tour::steps());
    let mut checked = Checked { problems: tour.problems, ..Checked::default() };
    for answer in &tour.answers {
        let operation = documented
            .iter()
            .find(|operation| ours(operation).is_some_and(|ours| ours.id == answer.operation.id));
        // What stands in no document is told by the comparison.
        let Some(operation) = operation else { continue };
        let problems = problems(operation, answer);
        let named =
            problems.iter().map(|problem| format!("{} {}: {problem}", answer.operation.id, answer.status));
        checked.problems.extend(named);
        match answer.status {
            200..300 => checked.answers += 1,
            _ => checked.refusals += 1,
        }
    }
    checked
}

/// Where an answer is not as documented; what many items of a list share is told once.
fn problems(operation: &Documented<'_>, answer: &Answer) -> BTreeSet<String> {
    let only = |problem: &str| BTreeSet::from([problem.to_owned()]);
    if !operation.statuses().any(|status| status == answer.status) {
        return only("the document does not know this status");
    }
    // No answer with this status has a body, whatever a document says.
    let schema = operation.answer(answer.status).filter(|_| answer.status != 204);
    let Some(schema) = schema else {
        let surplus = (200..300).contains(&answer.status) && !answer.body.is_empty();
        return if surplus { only("there is a body, and none is documented") } else { BTreeSet::new() };
    };
    let body: Value = match serde_json::from_slice(&answer.body) {
        Ok(body) => body,
        Err(error) => return only(&format!("the body is no JSON: {error}")),
    };
    match dialect::validator(schema) {
        Ok(validator) => {
            let told =
                |error: ValidationError<'_>| format!("{}: {error}", place(error.instance_path().as_str()));
            validator.iter_errors(&body).map(told).collect()
        }
        Err(error) => only(&error),
    }
}

/// A place in a body, the same for all items of a list.
fn place(pointer: &str) -> String {
    let segments =
        pointer.split('/').map(|segment| if segment.parse::<u64>().is_ok() { "*" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{operations, tests::document};
    use serde_json::json;

    fn problems_of(status: u16, body: &'static str) -> Vec<String> {
        let schema = json!({"properties": {"id": {"type": "string", "nullable": true}}, "required": ["id"]});
        let responses =
            json!({"200": {"content": {"application/json": {"schema": schema}}}, "202": {}, "404": {}});
        let documents = [document("/v1/orgs", json!({"get": {"responses": responses}}), json!({}))];
        let operation = ours(&operations(&documents)[0]).unwrap();
        problems(&operations(&documents)[0], &Answer { operation, status, body: body.into() })
            .into_iter()
            .collect()
    }

    #[test]
    fn an_answer_must_be_as_documented() {
        assert_eq!(problems_of(200, r#"{"id": null}"#), [""; 0]);
        assert_eq!(
            problems_of(200, r#"{"id": null, "more": 1}"#),
            ["/more: the document has no such member"]
        );
        assert_eq!(
            problems_of(200, r#"{"id": 1}"#),
            ["/id: 1 is not valid under any of the schemas listed in the 'anyOf' keyword"]
        );
        assert_eq!(place("/data/12/id"), "/data/*/id");
        assert_eq!(problems_of(200, "{}"), [": \"id\" is a required property"]);
        assert_eq!(
            problems_of(200, ""),
            ["the body is no JSON: EOF while parsing a value at line 1 column 0"]
        );
        assert_eq!(problems_of(202, "{}"), ["there is a body, and none is documented"]);
        assert_eq!(problems_of(202, ""), [""; 0]);
        assert_eq!(problems_of(404, "anything"), [""; 0]);
        assert_eq!(problems_of(418, ""), ["the document does not know this status"]);
    }
}
