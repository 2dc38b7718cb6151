//! JSON by the engine's own parser and serializer.

use atlassian_admin_core::json::Json;
use js_sys::{Array, JSON, Object};
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};

/// JavaScript's JSON.
///
/// Numbers that are not integers are doubles: what exceeds a double's range or precision is lost.
pub const JSON_OF_HOST: Json = Json { read, write };

/// The same limit as serde_json's: recursive functions walk the resulting value.
const MAX_DEPTH: usize = 127;

fn read(json: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(json).ok()?;
    value(&JSON::parse(text).ok()?, 0)
}

fn value(of: &JsValue, depth: usize) -> Option<Value> {
    if of.is_null() {
        return Some(Value::Null);
    }
    if let Some(truth) = of.as_bool() {
        return Some(Value::Bool(truth));
    }
    if let Some(number) = of.as_f64() {
        return Some(self::number(number));
    }
    if let Some(text) = of.as_string() {
        return Some(Value::String(text));
    }
    if depth == MAX_DEPTH {
        return None;
    }
    if let Some(items) = of.dyn_ref::<Array>() {
        return items.iter().map(|item| value(&item, depth + 1)).collect::<Option<_>>().map(Value::Array);
    }
    let mut members = Map::new();
    for entry in Object::entries(of.unchecked_ref()).iter() {
        let entry: Array = entry.unchecked_into();
        members.insert(entry.get(0).as_string()?, value(&entry.get(1), depth + 1)?);
    }
    Some(Value::Object(members))
}

fn number(number: f64) -> Value {
    let whole = number as i64;
    if whole as f64 == number && number.abs() <= js_sys::Number::MAX_SAFE_INTEGER {
        return Value::Number(whole.into());
    }
    // A number of JSON is finite, unless it was too large.
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

fn write(value: &Value) -> String {
    let mut text = String::new();
    append(value, &mut text);
    text
}

fn append(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => append_js(&number.as_f64().into(), text),
        Value::String(letters) => append_js(&letters.into(), text),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                append(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (index, (name, member)) in members.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                append_js(&name.into(), text);
                text.push(':');
                append(member, text);
            }
            text.push('}');
        }
    }
}

/// Appends a number or a string.
fn append_js(plain: &JsValue, text: &mut String) {
    // Neither can fail.
    text.push_str(&JSON::stringify(plain).map(String::from).unwrap_or_default());
}
