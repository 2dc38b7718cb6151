//! `events-stream`: the audit log in the order of processing. All of it is arithmetic on
//! positions, whatever the log's length.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{Event, SortOrder};
use atlassian_admin_core::page::LinkedPage;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::routes::bounds;
use crate::organization::audit_log::MAX_LAG;
use crate::organization::{Answered, Call, page_size};
use crate::problem::Problem;
use crate::quirk::Quirk;

/// Where a page starts, and what the walk is: order, bounds and page size stick to the cursor.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Walk {
    /// The first position that is not read yet; in descending order, the last one that is.
    #[serde(rename = "i")]
    position: Option<u64>,
    #[serde(rename = "d")]
    descending: bool,
    #[serde(rename = "f")]
    from: i64,
    #[serde(rename = "t")]
    to: i64,
    #[serde(rename = "l")]
    limit: u32,
}

pub(crate) fn poll(
    call: &Call<'_>,
    request: api::events::Poll,
) -> Result<Answered<LinkedPage<Event>>, Problem> {
    let asked = request.cursor.as_deref();
    let walk = match call.read_cursor::<api::events::Poll, Walk>(asked)? {
        Some(walk) => Walk { limit: request.limit.unwrap_or(walk.limit), ..walk },
        None => begin(&request)?,
    };
    let log = call.log();
    let by_event_time = call.tx.world.quirks.has(Quirk::FilterByEventTime);
    let latest = if by_event_time { walk.to.saturating_add(MAX_LAG) } else { walk.to };
    // The events that are processed by now and within the bounds.
    let (start, end) = (log.first_from(walk.from), log.count_at(latest));
    let at = walk.position.unwrap_or(if walk.descending { end } else { start });
    let (before, behind) = (start..at.min(end), at.max(start)..end);
    let matches = |position: &u64| {
        let is_in = || (walk.from..=walk.to).contains(&log.facts(*position).time);
        log.is_visible(*position) && (!by_event_time || is_in())
    };
    let limit = walk.limit as usize;
    let mut positions: Vec<_> = if walk.descending {
        before.clone().rev().filter(matches).take(limit).collect()
    } else {
        behind.clone().filter(matches).take(limit).collect()
    };
    let complete = positions.len() == limit;
    let next = match (positions.last().filter(|_| complete), walk.descending) {
        (Some(last), descending) => last + u64::from(!descending),
        // Behind the end there is nothing to come, so the walk stays where it is.
        (None, true) => before.start.min(before.end),
        // What becomes visible late, behind this, is not seen by this walk.
        (None, false) => behind.end.max(behind.start),
    };
    if call.duplicate && !positions.is_empty() {
        let (mut before, mut behind) = (before.rev(), behind);
        positions.splice(0..0, if walk.descending { behind.find(matches) } else { before.find(matches) });
    }
    let data: Vec<_> = positions.into_iter().map(|position| log.event(position)).collect();
    if call.tx.world.quirks.has(Quirk::NullNextAtEnd) && !complete && !call.repeat_cursor {
        return last_page(&data).map(Answered::Json).ok_or(Problem::INTERNAL);
    }
    let next = call.write_cursor::<api::events::Poll>(&Walk { position: Some(next), ..walk });
    Ok(call.sized_page(asked, Some(next), walk.limit, data).into())
}

fn begin(request: &api::events::Poll) -> Result<Walk, Problem> {
    let descending = match &request.sort_order {
        None | Some(SortOrder::Ascending) => false,
        Some(SortOrder::Descending) => true,
        Some(_) => return Err(Problem::BAD_SYNTAX),
    };
    let (from, to) = bounds(request.from, request.to)?;
    Ok(Walk { position: None, descending, from, to, limit: page_size::<api::events::Poll>(request.limit) })
}

/// A page without a cursor, as recorded from the real API.
fn last_page(data: &[Event]) -> Option<String> {
    let count = data.len();
    let first = (count > 0).then_some(1);
    let meta = json!({
        "attributes": null,
        "next": null,
        "prev": null,
        "current": null,
        "page_size": 200,
        "start_index": first,
        "end_index": first.map(|_| count),
        "total": count,
    });
    Some(format!(r#"{{"data":{},"links":{{}},"meta":{meta}}}"#, serde_json::to_string(data).ok()?))
}
