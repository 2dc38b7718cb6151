//! Compares values with an expectation. The same rules are in
//! `bindings/js/test/suite/matching.mjs`.

use std::collections::BTreeSet;

use serde_json::Value;

/// Returns the violations as `place: problem`, or nothing if the value is as expected. `None` is
/// an absent value.
///
/// The expected properties of an object must be present, and others may be; a list must have the
/// expected length. An object with a single property of these names is a rule: `$exactly` (no
/// other properties), `$count` (a list of this length), `$first` (of a list), `$kind` (text,
/// number, list, object), `$between` (two numbers), `$has` (a text that contains this), `$absent`
/// (no such property), `$distinct` (a list of that many different items), `$sameAs` (a list of the
/// same items in any order).
///
/// # Errors
/// The first violation.
pub fn check(expected: &Value, value: Option<&Value>, place: &str) -> Result<(), String> {
    let place = if place.is_empty() { "the answer" } else { place };
    let differs = || {
        let value = value.map_or("absent".to_owned(), shown);
        Err(format!("{place}: is {value} and should be {}", shown(expected)))
    };
    match expected {
        Value::Array(entries) => {
            let Some(Value::Array(items)) = value else { return differs() };
            if items.len() != entries.len() {
                return Err(format!(
                    "{place}: has {} entries and should have {}",
                    items.len(),
                    entries.len()
                ));
            }
            let mut pairs = entries.iter().zip(items).enumerate();
            pairs.try_for_each(|(index, (entry, item))| check(entry, Some(item), &format!("{place}/{index}")))
        }
        Value::Object(members) => {
            if let Some(holds) = members.iter().next().and_then(|(rule, to)| by_rule(rule, to, value)) {
                return if holds { Ok(()) } else { differs() };
            }
            let Some(Value::Object(given)) = value else { return differs() };
            members
                .iter()
                .try_for_each(|(name, member)| check(member, given.get(name), &format!("{place}/{name}")))
        }
        plain => {
            if value == Some(plain) {
                Ok(())
            } else {
                differs()
            }
        }
    }
}

/// Applies a rule to a value; `None` for an unknown rule.
fn by_rule(rule: &str, to: &Value, value: Option<&Value>) -> Option<bool> {
    let list = value.and_then(Value::as_array);
    Some(match rule {
        "$exactly" => value == Some(to),
        "$count" => list.map(|items| items.len() as u64) == to.as_u64(),
        "$first" => {
            list.and_then(|items| items.first()).is_some_and(|item| check(to, Some(item), "").is_ok())
        }
        "$kind" => value.map(kind) == to.as_str(),
        "$between" => {
            let bound = |index| to.get(index).and_then(Value::as_f64);
            let number = value.and_then(Value::as_f64);
            matches!((number, bound(0), bound(1)), (Some(number), Some(from), Some(to)) if (from..=to).contains(&number))
        }
        "$has" => {
            matches!((value.and_then(Value::as_str), to.as_str()), (Some(text), Some(part)) if text.contains(part))
        }
        "$absent" => value.is_none(),
        "$distinct" => list.is_some_and(|items| {
            let unique: BTreeSet<_> = items.iter().map(Value::to_string).collect();
            unique.len() == items.len() && to.as_u64() == Some(items.len() as u64)
        }),
        "$sameAs" => {
            let sorted = |items: &Vec<Value>| {
                let mut texts: Vec<_> = items.iter().map(Value::to_string).collect();
                texts.sort();
                texts
            };
            list.map(sorted) == to.as_array().map(sorted)
        }
        _ => return None,
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() > 300 {
        format!("{}…", text.chars().take(300).collect::<String>())
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn check_reports_a_violation_of_each_rule() {
        for (expected, right, wrong) in [
            (json!({"a": 1}), json!({"a": 1, "b": 2}), json!({"b": 2})),
            (json!({"$exactly": {"a": 1}}), json!({"a": 1}), json!({"a": 1, "b": 2})),
            (json!([1, {"a": null}]), json!([1, {"a": null}]), json!([1])),
            (json!({"$count": 2}), json!([1, 1]), json!([1])),
            (json!({"$first": {"a": 1}}), json!([{"a": 1}, 2]), json!([])),
            (json!({"$kind": "text"}), json!("a"), json!(1)),
            (json!({"$between": [1, 2]}), json!(2), json!(3)),
            (json!({"$has": "b"}), json!("abc"), json!("ac")),
            (json!({"a": {"$absent": true}}), json!({}), json!({"a": null})),
            (json!({"$distinct": 2}), json!([1, 2]), json!([1, 1])),
            (json!({"$sameAs": ["a", "b"]}), json!(["b", "a"]), json!(["b", "b"])),
            (json!(null), json!(null), json!(0)),
        ] {
            assert_eq!(check(&expected, Some(&right), ""), Ok(()), "{expected}");
            assert!(check(&expected, Some(&wrong), "").is_err(), "{expected}");
        }
    }
}
