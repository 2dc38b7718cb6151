//! `events`: queries of the audit log, newest event first.
//!
//! The log is in the order of processing and the listing in the order of the events' times. The
//! two orders differ by a bounded lag, so a scan from the newest position down needs to hold back
//! no more than the events within that lag.

use std::collections::BinaryHeap;

use atlassian_admin_core::api::events::GetEvents;
use atlassian_admin_core::model::{AccountId, Event};
use atlassian_admin_core::paging::LinkedPage;
use serde::{Deserialize, Serialize};

use super::routes::bounds;
use crate::organization::audit_log::{Actor, AuditLog, Facts, MAX_LAG};
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
    question: GetEvents,
}

pub(crate) fn query(call: &Call<'_>, mut request: GetEvents) -> Result<LinkedPage<Event>, Problem> {
    let asked = request.cursor.take();
    let (after, question) = match call.read_cursor::<GetEvents, Position>(asked.as_deref())? {
        Some(position) => {
            let limit = request.limit.or(position.question.limit);
            let mut question = position.question;
            question.limit = limit;
            (Some(position.after), question)
        }
        None => (None, request),
    };
    let limit = page_size::<GetEvents>(question.limit);
    let bounds = bounds(question.from, question.to)?;
    let log = call.log();
    let mut places: Vec<_> = Search::new(call, &question, bounds, after).take(limit as usize + 1).collect();
    let more = places.len() > limit as usize;
    places.truncate(limit as usize);
    let last = places.last().copied().filter(|_| more);
    let data = after
        .filter(|_| call.duplicate && !places.is_empty())
        .into_iter()
        .chain(places)
        .map(|(_, position)| log.event_without_processing(position))
        .collect();
    let next = last.map(|after| call.write_cursor::<GetEvents>(&Position { after, question }));
    Ok(call.sized_page(asked.as_deref(), next, limit, data))
}

/// The matching events, newest first.
struct Search<'a> {
    call: &'a Call<'a>,
    log: AuditLog<'a>,
    filter: Filter<'a>,
    from: i64,
    to: i64,
    after: Option<Place>,
    /// The positions from here on have been looked at.
    scanned: u64,
    /// Matches that may not be the newest of what is left.
    held: BinaryHeap<Place>,
}

impl<'a> Search<'a> {
    fn new(
        call: &'a Call<'a>,
        question: &'a GetEvents,
        (from, to): (i64, i64),
        after: Option<Place>,
    ) -> Self {
        let newest = after.map_or(to, |(time, _)| time.min(to));
        let log = call.log();
        let scanned = log.count_at(newest.saturating_add(MAX_LAG));
        let filter = Filter::new(call, question);
        Self { call, log, filter, from, to, after, scanned, held: BinaryHeap::new() }
    }

    /// No event that has not been looked at is newer: none happens after it is processed.
    fn bound(&self) -> Option<i64> {
        let next = self.scanned.checked_sub(1)?;
        Some(self.log.processed_at(next)).filter(|bound| *bound >= self.from)
    }

    fn scan(&mut self) {
        self.scanned -= 1;
        let facts = self.log.facts(self.scanned);
        let place = (facts.time, self.scanned);
        if (self.from..=self.to).contains(&facts.time)
            && self.after.is_none_or(|after| place < after)
            && self.log.is_visible(self.scanned)
            && self.filter.matches(self.call, &facts)
        {
            self.held.push(place);
        }
    }
}

impl Iterator for Search<'_> {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        while let Some(bound) = self.bound() {
            if self.held.peek().is_some_and(|(time, _)| *time > bound) {
                break;
            }
            self.scan();
        }
        self.held.pop()
    }
}

/// The query, prepared for many events.
struct Filter<'a> {
    question: &'a GetEvents,
    /// In lower case.
    word: Option<String>,
    /// Each with the index of the account, if it is one.
    actors: Option<Vec<(&'a str, Option<u64>)>>,
}

impl<'a> Filter<'a> {
    fn new(call: &Call<'_>, question: &'a GetEvents) -> Self {
        let ignores = call.tx.world.quirks.has(Quirk::IgnoredFilters);
        let asked = |actor: &'a AccountId| (actor.as_str(), call.tx.world.account_index(actor.as_str()));
        Self {
            question,
            word: question.q.as_deref().filter(|word| !word.is_empty() && !ignores).map(str::to_lowercase),
            actors: question.actor.as_ref().map(|actors| actors.iter().map(asked).collect()),
        }
    }

    fn matches(&self, call: &Call<'_>, facts: &Facts<'_>) -> bool {
        let question = self.question;
        question.action.as_deref().is_none_or(|action| action == facts.action.id)
            && question.product.as_ref().is_none_or(|products| {
                products.iter().any(|product| Some(product.as_str()) == facts.action.product)
            })
            && self.actors.as_ref().is_none_or(|actors| {
                actors.iter().any(|(id, index)| match facts.actor {
                    Actor::Account(actor) => *index == Some(actor),
                    Actor::App(actor, _) => *id == actor,
                })
            })
            && question.location.as_ref().is_none_or(|places| {
                places.iter().any(|asked| {
                    facts.place().is_some_and(|place| {
                        asked.city.as_deref().is_none_or(|city| city == place.city)
                            && asked.country_name.as_deref().is_none_or(|country| country == place.country)
                    })
                })
            })
            && question.ip.as_ref().is_none_or(|ips| facts.ip().is_some_and(|ip| ips.contains(&ip)))
            // The sentence holds the actor's name, so both are searched.
            && self.word.as_ref().is_none_or(|word| call.tx.world.event_message(facts).to_lowercase().contains(word))
    }
}
