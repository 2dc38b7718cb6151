//! The simulator's answers against the documents' schemas.

mod dialect;
mod members;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::compare::ours;
use crate::difference::Difference;
use crate::document::Documented;
use crate::tour::{self, Answer, Tour};

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// How many answers of success were held against a schema, or against its absence.
    pub(crate) answers: usize,
    /// How many refusals.
    pub(crate) refusals: usize,
    /// Where answers are not as documented.
    pub(crate) differences: BTreeSet<Difference>,
    /// What went wrong with the tour.
    pub(crate) problems: Vec<String>,
}

/// The organizations that the tour visits: what one of them never shows, another one may. In each,
/// the account that the tour changes is not synced, so that it can be changed.
const SEEDS: [u64; 5] = [1, 3, 4, 6, 9];

/// Makes the tours, and holds each answer against what the document says of its status.
pub(crate) fn check(documented: &[Documented<'_>]) -> Checked {
    let mut checked = Checked::default();
    for seed in SEEDS {
        check_tour(documented, Tour::make(seed, tour::steps()), &mut checked);
    }
    checked
}

fn check_tour(documented: &[Documented<'_>], tour: Tour, checked: &mut Checked) {
    checked.problems.extend(tour.problems);
    for answer in &tour.answers {
        let operation = documented
            .iter()
            .find(|operation| ours(operation).is_some_and(|ours| ours.id == answer.operation.id));
        // What stands in no document is told by the comparison.
        let Some(operation) = operation else { continue };
        checked.differences.extend(differences(operation, answer));
        match answer.status {
            200..300 => checked.answers += 1,
            _ => checked.refusals += 1,
        }
    }
}

/// Where an answer is not as documented; what many items of a list share is told once.
fn differences(operation: &Documented<'_>, answer: &Answer) -> Vec<Difference> {
    let at = format!("{} {}", answer.operation.id, answer.status);
    let only = |document: &str, ours: &str| vec![Difference::new(&at, document, ours)];
    if !operation.statuses().any(|status| status == answer.status) {
        return only("nothing of this status", "it is one");
    }
    // No answer with this status has a body, whatever a document says.
    let schema = operation.answer(answer.status).filter(|_| answer.status != 204);
    let Some(schema) = schema else {
        let surplus = (200..300).contains(&answer.status) && !answer.body.is_empty();
        return if surplus { only("nothing of a body", "there is one") } else { Vec::new() };
    };
    let body: Value = match serde_json::from_slice(&answer.body) {
        Ok(body) => body,
        Err(error) => return only("JSON", &format!("something else: {error}")),
    };
    let validator = match dialect::validator(schema) {
        Ok(validator) => validator,
        Err(error) => return only(&error, "an answer"),
    };
    let within = |place: &str| format!("{at} {place}").trim_end().to_owned();
    let invalid = validator.iter_errors(&body).map(|error| {
        Difference::new(within(&place(error.instance_path().as_str())), "otherwise", error.to_string())
    });
    let undocumented = members::undocumented(schema, &body, "")
        .into_iter()
        .map(|place| Difference::new(within(&place), "nothing of it", "a member"));
    invalid.chain(undocumented).collect()
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

    fn differences_of(status: u16, body: &'static str) -> Vec<String> {
        let schema = json!({"properties": {"id": {"type": "string", "nullable": true}}, "required": ["id"]});
        let responses =
            json!({"200": {"content": {"application/json": {"schema": schema}}}, "202": {}, "404": {}});
        let documents = [document("/v1/orgs", json!({"get": {"responses": responses}}), json!({}))];
        let documented = operations(&documents);
        let operation = ours(&documented[0]).unwrap();
        let found = differences(&documented[0], &Answer { operation, status, body: body.into() });
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_answer_must_be_as_documented() {
        for (status, body) in [(200, r#"{"id": null}"#), (202, ""), (404, "anything")] {
            assert_eq!(differences_of(status, body), [""; 0]);
        }
        for (status, body, difference) in [
            (
                200,
                r#"{"id": 1}"#,
                "getOrgs 200 /id: the document says otherwise; we say 1 is not valid under any of the schemas listed in the 'anyOf' keyword",
            ),
            (200, "{}", "getOrgs 200: the document says otherwise; we say \"id\" is a required property"),
            (
                200,
                r#"{"id": null, "more": 1}"#,
                "getOrgs 200 /more: the document says nothing of it; we say a member",
            ),
            (
                200,
                "",
                "getOrgs 200: the document says JSON; we say something else: EOF while parsing a value at line 1 column 0",
            ),
            (202, "{}", "getOrgs 202: the document says nothing of a body; we say there is one"),
            (418, "", "getOrgs 418: the document says nothing of this status; we say it is one"),
        ] {
            assert_eq!(differences_of(status, body), [difference]);
        }
    }

    #[test]
    fn items_of_a_list_share_a_place() {
        assert_eq!(place("/data/12/id"), "/data/*/id");
    }
}
