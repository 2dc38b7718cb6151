//! The columns of each kind of item.

use atlassian_admin::model::{Account, Domain, Event, EventAction, Org};
use serde::de::DeserializeOwned;

/// One column: its name, whether it is narrow and useful enough for a table (CSV has all), and an item's cell in it.
pub(crate) struct Column<T> {
    pub(crate) name: &'static str,
    pub(crate) in_table: bool,
    pub(crate) cell: fn(&T) -> Option<String>,
}

impl<T> Clone for Column<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Column<T> {}

/// What can be shown as a row. Names and order of the columns are a promise to scripts: new ones go to the end.
pub(crate) trait Row: DeserializeOwned + Send + 'static {
    const COLUMNS: &'static [Column<Self>];
}

const fn shown<T>(name: &'static str, cell: fn(&T) -> Option<String>) -> Column<T> {
    Column { name, in_table: true, cell }
}

const fn csv_only<T>(name: &'static str, cell: fn(&T) -> Option<String>) -> Column<T> {
    Column { name, in_table: false, cell }
}

fn text(value: Option<impl ToString>) -> Option<String> {
    value.map(|value| value.to_string())
}

impl Row for Org {
    const COLUMNS: &'static [Column<Self>] =
        &[shown("id", |org| text(Some(&org.id))), shown("name", |org| org.attributes.as_ref()?.name.clone())];
}

impl Row for Account {
    const COLUMNS: &'static [Column<Self>] = &[
        shown("account_id", |account| text(Some(&account.account_id))),
        shown("name", |account| account.name.clone()),
        shown("email", |account| account.email.clone()),
        shown("account_status", |account| text(account.account_status.as_ref())),
        csv_only("account_type", |account| text(account.account_type.as_ref())),
        csv_only("access_billable", |account| text(account.access_billable)),
        shown("last_active", |account| text(account.last_active.as_ref())),
        csv_only("products", |account| {
            let keys = account.product_access.as_ref()?.iter().filter_map(|product| product.key.as_deref());
            Some(keys.collect::<Vec<_>>().join(" "))
        }),
    ];
}

impl Row for Domain {
    const COLUMNS: &'static [Column<Self>] = &[
        shown("id", |domain| text(Some(&domain.id))),
        shown("name", |domain| domain.attributes.as_ref()?.name.clone()),
        shown("claim_type", |domain| text(domain.attributes.as_ref()?.claim.as_ref()?.kind.as_ref())),
        shown("claim_status", |domain| text(domain.attributes.as_ref()?.claim.as_ref()?.status.as_ref())),
    ];
}

impl Row for Event {
    const COLUMNS: &'static [Column<Self>] = &[
        shown("id", |event| text(Some(&event.id))),
        shown("time", |event| text(event.attributes.as_ref()?.time.as_ref())),
        csv_only("processed_at", |event| text(event.attributes.as_ref()?.processed_at.as_ref())),
        shown("action", |event| event.attributes.as_ref()?.action.clone()),
        csv_only("actor_id", |event| text(event.attributes.as_ref()?.actor.as_ref()?.id.as_ref())),
        shown("actor_name", |event| event.attributes.as_ref()?.actor.as_ref()?.name.clone()),
        csv_only("actor_email", |event| event.attributes.as_ref()?.actor.as_ref()?.email.clone()),
        csv_only("ip", |event| event.attributes.as_ref()?.location.as_ref()?.ip.clone()),
        csv_only("city", |event| event.attributes.as_ref()?.location.as_ref()?.city.clone()),
        csv_only("country", |event| event.attributes.as_ref()?.location.as_ref()?.country_name.clone()),
        shown("message", |event| event.message.as_ref()?.content.clone()),
    ];
}

impl Row for EventAction {
    const COLUMNS: &'static [Column<Self>] = &[
        shown("id", |action| text(Some(&action.id))),
        shown("name", |action| action.attributes.as_ref()?.display_name.clone()),
        shown("group", |action| action.attributes.as_ref()?.group_display_name.clone()),
    ];
}
