//! When an account was last active.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{LastActiveProduct, Links, Timestamp};
use atlassian_admin_core::page::{LastActiveDates, LastActivePage};

use crate::organization::{Call, PRODUCTS, Scope, model, part, users};
use crate::refusal::Failure;

/// Few, so that a listing has several pages.
const PAGE_SIZE: u32 = 2;

pub(crate) fn get(
    call: &Call<'_>,
    mut request: api::users::LastActive,
) -> Result<LastActivePage<LastActiveProduct>, Failure> {
    let user = users::find_user(call.view(), Scope::All, request.account_id.as_str())?;
    let cursor = request.cursor.take();
    let used = user.last_active.iter().zip(PRODUCTS).enumerate();
    let rows = used.filter_map(|(product, (time, (key, _)))| {
        let time = Timestamp::from_millis((*time)?);
        let resource =
            call.tx.world.resources.get(call.tx.world.resource_at(user.directory, Some(product))?)?;
        let row = model!(LastActiveProduct {
            id: resource.id.as_str(),
            key: key.to_owned(),
            last_active: day(&time),
            last_active_timestamp: seconds(&time),
        });
        Some((product as u64, row))
    });
    let page = call.list::<api::users::LastActive, _, _, Failure>(cursor, request, |_, after| {
        Ok(part(rows, after, PAGE_SIZE))
    })?;
    let added = Timestamp::from_millis(user.added_to_org);
    Ok(LastActivePage {
        data: LastActiveDates {
            product_access: page.data,
            added_to_org: Some(day(&added)),
            added_to_org_timestamp: Some(seconds(&added)),
        },
        links: page.links.next.map(|next| model!(Links { next: next })),
    })
}

/// `2026-03-02`.
fn day(time: &Timestamp) -> Timestamp {
    time.as_str().split('T').next().unwrap_or_default().into()
}

/// `2026-03-02T08:00:00Z`: these times have no milliseconds.
fn seconds(time: &Timestamp) -> Timestamp {
    format!("{}Z", time.as_str().split('.').next().unwrap_or_default()).into()
}
