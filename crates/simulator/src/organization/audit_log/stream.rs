//! `events-stream`: the audit log in the order of processing. All of it is arithmetic on
//! positions, whatever the log's length.

use std::ops::Range;

use atlassian_admin_core::api::events::PollEvents;
use atlassian_admin_core::model::{Event, SortOrder};
use atlassian_admin_core::paging::LinkedPage;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::routes::bounds;
use crate::organization::audit_log::{AuditLog, MAX_LAG};
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

pub(crate) fn poll(call: &Call<'_>, request: PollEvents) -> Result<Answered<LinkedPage<Event>>, Problem> {
    let asked = request.cursor.as_deref();
    let walk = match call.read_cursor::<PollEvents, Walk>(asked)? {
        Some(walk) => Walk { limit: request.limit.unwrap_or(walk.limit), ..walk },
        None => begin(&request)?,
    };
    let log = call.log();
    let (mut positions, next) = read(call, &log, &walk);
    let complete = positions.len() as u64 == u64::from(walk.limit);
    if call.duplicate && !positions.is_empty() {
        let before = last_before(call, &log, &walk);
        positions.splice(0..0, before);
    }
    let data: Vec<_> = positions.into_iter().map(|position| log.event(position)).collect();
    if call.tx.world.quirks.has(Quirk::NullNextAtEnd) && !complete && !call.repeat_cursor {
        return last_page(&data).map(Answered::Json).ok_or(Problem::INTERNAL);
    }
    let next = call.write_cursor::<PollEvents>(&Walk { position: Some(next), ..walk });
    Ok(call.sized_page(asked, Some(next), walk.limit, data).into())
}

fn begin(request: &PollEvents) -> Result<Walk, Problem> {
    let descending = match &request.sort_order {
        None | Some(SortOrder::Ascending) => false,
        Some(SortOrder::Descending) => true,
        Some(_) => return Err(Problem::BAD_SYNTAX),
    };
    let (from, to) = bounds(request.from, request.to)?;
    Ok(Walk { position: None, descending, from, to, limit: page_size::<PollEvents>(request.limit) })
}

/// The positions of the page, and where the next one starts.
fn read(call: &Call<'_>, log: &AuditLog<'_>, walk: &Walk) -> (Vec<u64>, u64) {
    let Range { start, end } = range(call, log, walk);
    let limit = walk.limit as usize;
    let mut page = Vec::with_capacity(limit);
    let matches = |position: &u64| is_in(call, log, walk, *position);
    if walk.descending {
        let end = walk.position.map_or(end, |position| position.min(end));
        page.extend((start..end).rev().filter(matches).take(limit));
        let read_to = page.last().copied().filter(|_| page.len() == limit);
        // Behind the end there is nothing to come, so the walk stays where it is.
        (page, read_to.unwrap_or(start.min(end)))
    } else {
        let start = walk.position.map_or(start, |position| position.max(start));
        page.extend((start..end).filter(matches).take(limit));
        let read_to = page.last().map(|last| last + 1).filter(|_| page.len() == limit);
        // What becomes visible late, behind this, is not seen by this walk.
        (page, read_to.unwrap_or(end.max(start)))
    }
}

/// The event before the page, in the order of the walk.
fn last_before(call: &Call<'_>, log: &AuditLog<'_>, walk: &Walk) -> Option<u64> {
    let Range { start, end } = range(call, log, walk);
    let position = walk.position?;
    let matches = |position: &u64| is_in(call, log, walk, *position);
    if walk.descending {
        (position..end).find(matches)
    } else {
        (start..position.min(end)).rev().find(matches)
    }
}

/// The positions of the events that are processed by now and within the bounds.
fn range(call: &Call<'_>, log: &AuditLog<'_>, walk: &Walk) -> Range<u64> {
    let by_event_time = call.tx.world.quirks.has(Quirk::FilterByEventTime);
    let latest = if by_event_time { walk.to.saturating_add(MAX_LAG) } else { walk.to };
    log.first_from(walk.from)..log.count_at(latest)
}

fn is_in(call: &Call<'_>, log: &AuditLog<'_>, walk: &Walk, position: u64) -> bool {
    log.is_visible(position)
        && (!call.tx.world.quirks.has(Quirk::FilterByEventTime)
            || (walk.from..=walk.to).contains(&log.time(position)))
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
