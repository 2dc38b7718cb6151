//! A property: a `remove` takes exactly the members that it names, or is refused.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Document, apply};

/// A `remove` of the members with these identifiers, in one of the forms that are sent.
fn operation(form: usize, named: &[u8]) -> Value {
    let ids: Vec<_> = named.iter().map(u8::to_string).collect();
    let objects: Vec<_> = ids.iter().map(|id| json!({ "value": id })).collect();
    let one = |values: Vec<Value>| if values.len() == 1 { values[0].clone() } else { json!(values) };
    let value = match form {
        0 => json!(objects),
        1 => one(objects),
        2 => json!({ "members": objects }),
        3 => json!({ "Members": one(objects) }),
        4 => json!(ids),
        5 => one(ids.iter().map(|id| json!(id)).collect()),
        6 => json!({ "members": ids }),
        7 => json!(
            ids.iter().map(|id| json!({ "VALUE": id, "display": "x", "type": "user" })).collect::<Vec<_>>()
        ),
        // These name no member at all, whatever they hold.
        8 => json!(null),
        9 => json!([]),
        10 => json!({}),
        11 => json!({ "members": { "members": objects } }),
        12 => json!(ids.join(",")),
        13 => json!([ids]),
        14 => json!(ids.iter().map(|id| json!({ "display": id })).collect::<Vec<_>>()),
        _ => json!(named),
    };
    json!({ "op": "Remove", "path": "members", "value": value })
}

proptest! {
    #[test]
    fn remove_takes_exactly_the_named_members_or_is_refused(
        members in prop::collection::btree_set(0_u8..6, 0..6),
        removals in prop::collection::vec((0_usize..16, prop::collection::vec(0_u8..8, 1..4)), 1..4),
    ) {
        let before: Vec<_> =
            members.iter().map(|id| json!({ "value": id.to_string(), "type": "User" })).collect();
        let mut document = Document::from_iter([("members".to_owned(), json!(before))]);
        let operations: Vec<_> = removals.iter().map(|(form, named)| operation(*form, named)).collect();

        let mut expected = Some(members);
        for (form, named) in &removals {
            // The text of a single identifier is one, and no list.
            let is_named = *form < 8 || (*form == 12 && named.len() == 1);
            let named = named.iter().copied().collect::<BTreeSet<_>>();
            expected = expected
                .filter(|left| is_named && named.is_subset(left))
                .map(|left| left.difference(&named).copied().collect());
        }
        let patch = Document::from_iter([("Operations".to_owned(), json!(operations))]);
        let result = apply(&mut document, &patch);
        prop_assert_eq!(result.is_ok(), expected.is_some(), "{:?}", patch);
        if let Some(expected) = expected {
            let left = document.get("members").and_then(Value::as_array).into_iter().flatten();
            let left: BTreeSet<_> = left.map(|item| item["value"].as_str().unwrap().parse().unwrap()).collect();
            prop_assert_eq!(left, expected);
        }
    }
}
