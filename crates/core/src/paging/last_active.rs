//! Pages of last-active dates: one object, with the list inside.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Cursor, Page, PageError, cursor_of};
use crate::endpoint::Answer;
use crate::model::{Links, Timestamp};
use crate::shape::{Described, Kind, Member, Shape};

/// A page of the dates on which an account was last active in each of its products.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "a page of last-active dates")]
pub struct LastActivePage<T> {
    /// The account's dates.
    pub data: LastActiveDates<T>,
    /// The page's neighbours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

/// The dates of one account.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "last-active dates")]
pub struct LastActiveDates<T> {
    /// The products that the account has used; none if it never used any.
    pub product_access: Vec<T>,
    /// The day on which the account was added to the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_to_org: Option<Timestamp>,
    /// When the account was added to the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_to_org_timestamp: Option<Timestamp>,
}

impl<T: Send + 'static> Page for LastActivePage<T> {
    type Item = T;

    fn next(&self) -> Result<Option<Cursor>, PageError> {
        cursor_of(self.links.as_ref().and_then(|links| links.next.as_deref()))
    }

    fn into_items(self) -> Vec<T> {
        self.data.product_access
    }
}

impl<T: Described> Described for LastActivePage<T> {
    const KIND: Kind =
        Kind::Object(&Shape::new("LastActivePage", Some(&T::KIND), "A page of last-active dates.", || {
            const {
                &[
                    Member::new("data", LastActiveDates::<T>::KIND, true, "The account's dates."),
                    Member::new("links", Links::KIND, false, "The page's neighbours."),
                ]
            }
        }));
}

impl<T: Described> Described for LastActiveDates<T> {
    const KIND: Kind =
        Kind::Object(&Shape::new("LastActiveDates", Some(&T::KIND), "The dates of one account.", || {
            const {
                &[
                    Member::new(
                        "product_access",
                        Kind::List(&T::KIND),
                        true,
                        "The products that the account has used.",
                    ),
                    Member::new("added_to_org", Kind::Text, false, "The day on which the account was added."),
                    Member::new("added_to_org_timestamp", Kind::Text, false, "When the account was added."),
                ]
            }
        }));
}

impl<T: Described + Serialize + DeserializeOwned + Send + 'static> Answer for LastActivePage<T> {}
