//! `events`: queries of the audit log, newest event first.
//!
//! The log is in the order of processing and the listing in the order of the events' times. The
//! two orders differ by a bounded lag, so a scan from the newest position down needs to hold back
//! no more than the events within that lag.

use atlassian_admin_core::api;
use std::collections::BinaryHeap;

use atlassian_admin_core::model::{AccountId, Event};
use atlassian_admin_core::page::LinkedPage;
use serde::{Deserialize, Serialize};

use super::routes::bounds;
use crate::organization::audit_log::{Actor, Facts, MAX_LAG};
use crate::organization::{Call, page_size};
use crate::problem::Problem;
use crate::quirk::Quirk;

/// An event's place in the listing: its time and its position in the log.
type Place = (i64, u64);

/// Where a page starts, and the query that it belongs to.
#[derive(Debug, Serialize, Deserialize)]
struct Position {
    /// The last event that was listed.
    #[serde(rename = "p")]
    after: Place,
    #[serde(rename = "q")]
    question: api::events::Query,
}

pub(crate) fn query(call: &Call<'_>, mut request: api::events::Query) -> Result<LinkedPage<Event>, Problem> {
    let asked = request.cursor.take();
    let (after, question) = match call.read_cursor::<api::events::Query, Position>(asked.as_deref())? {
        Some(Position { after, mut question }) => {
            question.limit = request.limit.or(question.limit);
            (Some(after), question)
        }
        None => (None, request),
    };
    let limit = page_size::<api::events::Query>(question.limit);
    let bounds = bounds(question.from, question.to)?;
    let log = call.log();
    let mut places = search(call, &question, bounds, after, limit as usize + 1);
    let more = places.len() > limit as usize;
    places.truncate(limit as usize);
    let last = places.last().copied().filter(|_| more);
    let data = after
        .filter(|_| call.duplicate && !places.is_empty())
        .into_iter()
        .chain(places)
        .map(|(_, position)| log.event_without_processing(position))
        .collect();
    let next = last.map(|after| call.write_cursor::<api::events::Query>(&Position { after, question }));
    Ok(call.sized_page(asked.as_deref(), next, limit, data))
}

/// The first matching events, newest first, that come after a place.
fn search(
    call: &Call<'_>,
    question: &api::events::Query,
    (from, to): (i64, i64),
    after: Option<Place>,
    most: usize,
) -> Vec<Place> {
    let (log, matches) = (call.log(), filter(call, question));
    let newest = after.map_or(to, |(time, _)| time.min(to));
    // Matches that may not be the newest of what is left.
    let (mut found, mut held) = (Vec::new(), BinaryHeap::new());
    for position in (0..log.count_at(newest.saturating_add(MAX_LAG))).rev() {
        // No event from here on is newer: none happens after it is processed.
        let bound = log.processed_at(position);
        while found.len() < most && held.peek().is_some_and(|(time, _)| *time > bound) {
            found.extend(held.pop());
        }
        if found.len() == most || bound < from {
            break;
        }
        let facts = log.facts(position);
        let place = (facts.time, position);
        if (from..=to).contains(&facts.time)
            && after.is_none_or(|after| place < after)
            && log.is_visible(position)
            && matches(&facts)
        {
            held.push(place);
        }
    }
    let left = most - found.len();
    found.extend(std::iter::from_fn(|| held.pop()).take(left));
    found
}

/// The query, prepared for many events.
fn filter<'a>(call: &'a Call<'_>, question: &'a api::events::Query) -> impl Fn(&Facts<'_>) -> bool + 'a {
    let world = call.tx.world;
    let word = question.q.as_deref().filter(|word| !word.is_empty());
    let word = word.filter(|_| !world.quirks.has(Quirk::IgnoredFilters)).map(str::to_lowercase);
    // Each with the index of the account, if it is one.
    let asked = |actor: &'a AccountId| (actor.as_str(), world.account_index(actor.as_str()));
    let actors: Option<Vec<_>> = question.actor.as_ref().map(|actors| actors.iter().map(asked).collect());
    move |facts| {
        question.action.as_deref().is_none_or(|action| action == facts.action.id)
            && includes(&question.product, |product| Some(product.as_str()) == facts.action.product)
            && includes(&actors, |(id, index)| match facts.actor {
                Actor::Account(actor) => *index == Some(actor),
                Actor::App(actor, _) => *id == actor,
            })
            && includes(&question.location, |asked| {
                facts.known_place().is_some_and(|place| {
                    asked.city.as_deref().is_none_or(|city| city == place.city)
                        && asked.country_name.as_deref().is_none_or(|country| country == place.country)
                })
            })
            && includes(&question.ip, |ip| facts.ip().as_ref() == Some(ip))
            // The sentence holds the actor's name, so both are searched.
            && word.as_ref().is_none_or(|word| world.event_message(facts).to_lowercase().contains(word))
    }
}

/// Whether one item of the list fits; always true without a list.
fn includes<T>(list: &Option<Vec<T>>, is: impl Fn(&T) -> bool) -> bool {
    list.as_ref().is_none_or(|list| list.iter().any(is))
}
