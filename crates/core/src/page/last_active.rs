//! Pages of the form `{"data": {"product_access": […]}, "links": {"next": …}}`: the last-active
//! dates of an account.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::envelope::{leading_if_any, next_of, optional};
use super::host_json::{self, HostJson, HostPage};
use super::{Cursor, Page, PageError};
use crate::json::DecodeError;
use crate::model::Links;
use crate::response::ResponseBody;
use crate::schema::{HasSchema, ObjectSchema, Property, Schema};
use crate::time::Timestamp;

/// A page of the dates on which an account was last active in each of its products.
///
/// # Examples
/// ```
/// use atlassian_admin_core::page::LastActivePage;
///
/// let json = r#"{"data":{"product_access":[],"added_to_org":"2026-05-19"}}"#;
/// let page: LastActivePage<u32> = serde_json::from_str(json)?;
/// assert_eq!(page.data.added_to_org, Some("2026-05-19".into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "a page of last-active dates")]
pub struct LastActivePage<T> {
    /// The account's dates.
    pub data: LastActiveDates<T>,
    /// The links to other pages.
    #[serde(default, deserialize_with = "leading_if_any", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

/// The dates of one account.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "last-active dates", bound(deserialize = "T: Deserialize<'de>"))]
pub struct LastActiveDates<T> {
    /// The products that the account has used; none if it never used any.
    #[serde(default = "Vec::new", deserialize_with = "list_or_null")]
    pub product_access: Vec<T>,
    /// The day on which the account was added to the organization.
    #[serde(default, deserialize_with = "optional", skip_serializing_if = "Option::is_none")]
    pub added_to_org: Option<Timestamp>,
    /// When the account was added to the organization.
    #[serde(default, deserialize_with = "optional", skip_serializing_if = "Option::is_none")]
    pub added_to_org_timestamp: Option<Timestamp>,
}

/// An account that never used a product has a list that is empty, `null` or absent.
fn list_or_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

impl<T: Send + 'static> Page for LastActivePage<T> {
    type Item = T;

    fn next(&self) -> Result<Option<Cursor>, PageError> {
        self.links.as_ref().map_or(Ok(None), |links| next_of(links.next.as_deref(), &links.extra))
    }

    fn into_items(self) -> Vec<T> {
        self.data.product_access
    }
}

impl LastActivePage<()> {
    /// Reads such a page as a host represents it.
    pub(super) fn read<V: HostJson>(page: &V) -> Result<HostPage<V>, DecodeError> {
        let data = page.property("data").filter(HostJson::is_object);
        let data = data.ok_or_else(|| DecodeError::new("data", "expected an object"))?;
        HostPage::new(&data, "product_access", true, host_json::next_of(page, &["links"]))
    }
}

impl<T: HasSchema> HasSchema for LastActivePage<T> {
    const SCHEMA: Schema = Schema::Object(&ObjectSchema::new(
        "LastActivePage",
        Some(&T::SCHEMA),
        "A page of last-active dates.",
        || {
            const {
                &[
                    Property::new("data", LastActiveDates::<T>::SCHEMA, true, "The account's dates."),
                    Property::new("links", Links::SCHEMA, false, "The links to other pages."),
                ]
            }
        },
    ));
}

impl<T: HasSchema> HasSchema for LastActiveDates<T> {
    const SCHEMA: Schema = Schema::Object(&ObjectSchema::new(
        "LastActiveDates",
        Some(&T::SCHEMA),
        "The dates of one account.",
        || {
            const {
                &[
                    Property::new(
                        "product_access",
                        Schema::List(&T::SCHEMA),
                        true,
                        "The products that the account has used.",
                    ),
                    Property::new(
                        "added_to_org",
                        Schema::Text,
                        false,
                        "The day on which the account was added.",
                    ),
                    Property::new(
                        "added_to_org_timestamp",
                        Schema::Text,
                        false,
                        "When the account was added.",
                    ),
                ]
            }
        },
    ));
}

impl<T: HasSchema + Serialize + DeserializeOwned + Send + 'static> ResponseBody for LastActivePage<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::decode;

    #[test]
    fn page_without_products_has_no_items() {
        for (data, items) in [
            (r#"{"added_to_org":"2026-01-01"}"#, 0),
            (r#"{"product_access":null,"added_to_org":null}"#, 0),
            (r#"{"product_access":[]}"#, 0),
            (r#"{"product_access":[{"key":"k"}],"added_to_org":[],"added_to_org_timestamp":{}}"#, 1),
        ] {
            for links in ["{}", "null", "[]", r#"{"next":null}"#] {
                let json = format!(r#"{{"data":{data},"links":{links}}}"#);
                let page = decode::<LastActivePage<serde_json::Value>>(&json).unwrap();
                assert_eq!((page.next(), page.into_items().len()), (Ok(None), items), "{json}");
            }
        }
        for body in ["{}", r#"{"data":null}"#, r#"{"data":{"product_access":"none"}}"#] {
            assert!(decode::<LastActivePage<serde_json::Value>>(body).is_err(), "{body}");
        }
    }
}
