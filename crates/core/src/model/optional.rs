//! Optional properties of objects. A malformed property must not invalidate the object.

use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde_json::value::RawValue;

use super::Extra;
use crate::json::lenient::PROPERTY;
use crate::json::lenient::Property;

/// Deserializes an optional property: `None` if it is absent, `null` or malformed. The text of a
/// malformed property is added to `extra`.
pub(crate) struct Optional<'e, T> {
    name: &'static str,
    extra: &'e mut Extra,
    kind: PhantomData<fn() -> T>,
}

impl<'e, T> Optional<'e, T> {
    pub(crate) fn new(name: &'static str, extra: &'e mut Extra) -> Self {
        Self { name, extra, kind: PhantomData }
    }
}

impl<'de, T: Property> DeserializeSeed<'de> for Optional<'_, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_newtype_struct(PROPERTY, self)
    }
}

impl<'de, T: Property> Visitor<'de> for Optional<'_, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a property")
    }

    /// Deserializes strictly.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        Option::deserialize(deserializer)
    }

    /// Deserializes leniently, from the JSON text of the property.
    fn visit_borrowed_str<E: Error>(self, json: &'de str) -> Result<Option<T>, E> {
        if json == "null" {
            return Ok(None);
        }
        let mut whole = true;
        let value = T::lenient(json, &mut whole).ok();
        if value.is_none() || !whole {
            self.extra.push(self.name.into(), RawValue::from_string(json.to_owned()).map_err(E::custom)?);
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::json::Raw;
    use crate::model::{Account, EventObject, PolicyAttributes, ScimUser, UserRoles};

    fn read<T: serde::de::DeserializeOwned>(json: &str) -> T {
        serde_json::from_str::<Raw<T>>(json).unwrap().decode().unwrap()
    }

    #[test]
    fn malformed_property_is_none_and_kept_in_extra() {
        let account: Account =
            read(r#"{"account_id":"a","name":["x", 1.50],"email":"e","last_active":{},"novel":1e2}"#);
        assert_eq!((account.name, account.email.as_deref(), account.last_active), (None, Some("e"), None));
        let texts: Vec<_> = account.extra.iter().collect();
        assert_eq!(texts, [("name", r#"["x", 1.50]"#), ("last_active", "{}"), ("novel", "1e2")]);
    }

    #[test]
    fn malformed_property_is_written_back_unless_set() {
        let mut user: ScimUser = read(r#"{"userName":"u","name":"Ann","active":[]}"#);
        assert_eq!(serde_json::to_string(&user).unwrap(), r#"{"userName":"u","name":"Ann","active":[]}"#);
        user.active = Some(true);
        assert_eq!(serde_json::to_string(&user).unwrap(), r#"{"userName":"u","active":true,"name":"Ann"}"#);
    }

    #[test]
    fn list_omits_only_malformed_elements() {
        let account: Account =
            read(r#"{"account_id":"a","product_access":[{"key":"k"},7,null,{"key":{},"name":"n"}]}"#);
        let products = account.product_access.unwrap();
        let seen: Vec<_> =
            products.iter().map(|product| (product.key.as_deref(), product.name.as_deref())).collect();
        assert_eq!(seen, [(Some("k"), None), (None, Some("n"))]);
        assert_eq!(products[1].extra.get("key"), Some("{}"));
        assert_eq!(
            account.extra.get("product_access"),
            Some(r#"[{"key":"k"},7,null,{"key":{},"name":"n"}]"#)
        );
        let policy: PolicyAttributes = read(r#"{"name":"n","resources":[{"id":"r"},{"meta":{}}]}"#);
        assert_eq!(policy.resources.unwrap().len(), 1, "an element without its required id");
        let roles: UserRoles = read(r#"{"roles":["a",["b",{}],{},"c"],"resourceId":1}"#);
        let roles: Vec<_> = roles.roles.unwrap().into_iter().map(|role| role.to_string()).collect();
        assert_eq!(roles, ["a", "c"]);
    }

    #[test]
    fn value_of_another_type_is_converted_when_unambiguous() {
        let account: Account = read(
            r#"{"account_id":7,"name":1.50,"access_billable":"True","last_active":1779184800000.0,"account_type":7,"email":true}"#,
        );
        assert_eq!(account.account_id.as_str(), "7");
        assert_eq!(account.name.as_deref(), Some("1.50"));
        assert_eq!(account.access_billable, Some(true));
        assert_eq!(account.last_active.unwrap().millis(), Some(1_779_184_800_000));
        assert_eq!(account.account_type.unwrap().as_str(), "7");
        assert_eq!(account.email, None, "a boolean is not a text");
        let count = |json: &str| read::<crate::model::Count>(json).count;
        assert_eq!(
            [count(r#"{"count":"7"}"#), count(r#"{"count":7.0}"#), count(r#"{"count":"7.0"}"#)],
            [7; 3]
        );
        for json in [r#"{"count":-1}"#, r#"{"count":1.5}"#, r#"{"count":"1 "}"#, r#"{"count":true}"#] {
            assert!(
                serde_json::from_str::<Raw<crate::model::Count>>(json).unwrap().decode().is_err(),
                "{json}"
            );
        }
    }

    #[test]
    fn lone_surrogate_is_replaced_and_kept_in_raw_text() {
        let json = r#"{"account_id":"a\ud800","name":"\udc00\ud83d\ude00\ud83d","\ud800":"\ud800"}"#;
        let raw: Raw<Account> = serde_json::from_str(json).unwrap();
        let account = raw.decode().unwrap();
        assert_eq!(account.account_id.as_str(), "a\u{fffd}");
        assert_eq!(account.name.as_deref(), Some("\u{fffd}\u{1f600}\u{fffd}"));
        assert_eq!(account.extra.iter().collect::<Vec<_>>(), [("\u{fffd}", r#""\ud800""#)]);
        assert_eq!(raw.json(), json);
    }

    #[test]
    fn free_form_value_is_kept_as_text() {
        let object: EventObject = read(r#"{"id":[],"attributes":{"a":"\ud800","b":1.50}}"#);
        assert_eq!(object.attributes.unwrap().json(), r#"{"a":"\ud800","b":1.50}"#);
        assert_eq!(read::<Value>(r#"{"a":["\ud800"]}"#), serde_json::json!({ "a": ["\u{fffd}"] }));
    }

    #[test]
    fn invalid_json_is_an_error() {
        for json in ["", "{", r#"{"account_id":"a"} x"#, r#"{"account_id":"a",}"#, "<html>"] {
            let error = crate::json::decode::<Account>(json).unwrap_err();
            assert!(error.is_garbled(), "{json}: {error}");
        }
    }
}
