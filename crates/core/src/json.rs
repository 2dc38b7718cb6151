//! Reading JSON of any form.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Reads JSON of any form.
///
/// serde_json's own way is the same, but that it looks for raw values, which need a second reader: nine kilobytes of a page.
///
/// # Errors
/// Where `json` is none.
pub fn read(json: &[u8]) -> Result<Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let value = Any.deserialize(&mut deserializer)?;
    deserializer.end().map(|()| value)
}

struct Any;

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        // What is read for a name is always a text.
        while let Some(Value::String(name)) = members.next_key_seed(Self)? {
            object.insert(name, members.next_value_seed(Self)?);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn both(json: &[u8]) -> (Option<Value>, Option<Value>) {
        (read(json).ok(), serde_json::from_slice(json).ok())
    }

    #[test]
    fn everything_is_read_as_it_stands() {
        for json in [
            r#"{"a":[1,-1,18446744073709551615,1.5,-0,1e400],"b":{"a\"":null},"b":[true,false],"":{}} "#,
            r#"{"$serde_json::private::Number":"1"}"#,
            "[1,]",
            "{\"a\":1",
            "1 2",
            "",
        ] {
            let (ours, theirs) = both(json.as_bytes());
            assert_eq!(ours, theirs, "{json}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_serde_json_reads_it(text in "[\\[\\]{}:,\"\\\\ a\u{e9}10.e-]{0,24}") {
            let (ours, theirs) = both(text.as_bytes());
            prop_assert_eq!(ours, theirs);
        }
    }
}
