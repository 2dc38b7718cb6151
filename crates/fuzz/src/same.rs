//! Compares two JSON values.

use serde_json::Value;

/// Returns whether two values are the same, except for the last digit of fractions, which the fast
/// JSON parser does not guarantee.
pub(crate) fn are_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let [one, other] = [one, other].map(|number| number.as_f64().unwrap_or_default());
            (one - other).abs() <= one.abs() * 1e-14
        }
        (Value::Array(ones), Value::Array(others)) => {
            ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| are_same(one, other))
        }
        (Value::Object(ones), Value::Object(others)) => {
            ones.len() == others.len()
                && ones.iter().all(|(name, one)| others.get(name).is_some_and(|other| are_same(one, other)))
        }
        _ => one == other,
    }
}
