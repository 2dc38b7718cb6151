//! Pages of listings: cursors, links and metadata, and the ways in which the real API writes them.
//!
//! The cursors of version 2 hold the whole query, since a cursor wins over all other arguments.

use atlassian_admin_core::Raw;
use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Links, PageMeta, SortOrder};
use atlassian_admin_core::paging::{LinkedPage, Paged};
use atlassian_admin_core::path::percent_encode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cursor;
use crate::organization::{Call, Position, Slice, Window, model};
use crate::problem::Problem;
use crate::quirk::Quirk;

/// Where a page of a plain listing starts.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Start {
    #[serde(rename = "i")]
    index: u64,
}

impl Call<'_> {
    pub(crate) fn write_cursor<E: Endpoint>(&self, position: &impl Serialize) -> String {
        cursor::encode(self.tx.world.seed, E::OPERATION.id, position)
    }

    pub(crate) fn read_cursor<E: Endpoint, T: serde::de::DeserializeOwned>(
        &self,
        cursor: Option<&str>,
    ) -> Result<Option<T>, Problem> {
        cursor
            .map(|cursor| {
                cursor::decode(self.tx.world.seed, E::OPERATION.id, cursor).ok_or(Problem::BAD_CURSOR)
            })
            .transpose()
    }

    /// A page of a listing whose items have indices, and whose page size is the server's.
    pub(crate) fn page_by_index<E: Paged>(
        &self,
        cursor: Option<&str>,
        count: u64,
        page_size: u64,
        item: impl Fn(u64) -> E::Item,
    ) -> Result<LinkedPage<E::Item>, Problem> {
        let start = self.read_cursor::<E, Start>(cursor)?.map_or(0, |start| start.index);
        let end = start.saturating_add(page_size).min(count);
        let at = |index| self.write_cursor::<E>(&Start { index });
        let mut page = LinkedPage::<E::Item> {
            data: (start..end).map(item).collect(),
            links: Links::default(),
            meta: PageMeta::default(),
        };
        let next = self.next(cursor, (end < count).then(|| at(end)));
        page.links = self.links(cursor, next.as_deref());
        page.links.prev = (start > 0).then(|| self.url(&at(start.saturating_sub(page_size))));
        // Only with this quirk: these listings have no cursor there.
        page.meta.next = next.filter(|_| self.tx.world.quirks.has(Quirk::MetaNextOnly));
        Ok(page)
    }

    /// A page of a listing that tells its size, and the next cursor by itself.
    pub(crate) fn sized_page<T>(
        &self,
        asked: Option<&str>,
        next: Option<String>,
        page_size: u32,
        data: Vec<T>,
    ) -> LinkedPage<T> {
        let next = self.next(asked, next);
        let mut meta = model!(PageMeta { page_size: u64::from(page_size) });
        if self.tx.world.quirks.has(Quirk::PageSizeLies) {
            (meta.page_size, meta.total) = (Some(200), Some(data.len() as u64));
        }
        if self.tx.world.quirks.has(Quirk::UndocumentedProperties) {
            // As recorded from the real API: each page is described as if it were the only one.
            let count = data.len() as u64;
            (meta.count, meta.total, meta.current) = (Some(count), Some(count), Some(1));
            (meta.first, meta.last) = if count > 0 { (Some(1), Some(count)) } else { (None, None) };
            meta.attributes = Raw::encode(&json!({})).ok();
        }
        let links = self.links(asked, next.as_deref());
        meta.next = next;
        LinkedPage { data, links, meta }
    }

    pub(crate) fn next(&self, asked: Option<&str>, next: Option<String>) -> Option<String> {
        if self.repeat_cursor { asked.map(str::to_owned) } else { next }
    }

    pub(crate) fn links(&self, asked: Option<&str>, next: Option<&str>) -> Links {
        let quirk = |quirk| self.tx.world.quirks.has(quirk);
        let here = match asked {
            Some(cursor) => self.url(cursor),
            None => format!("{}{}", self.origin, self.path),
        };
        let next = next.filter(|_| !quirk(Quirk::MetaNextOnly)).map(|cursor| {
            if quirk(Quirk::BareCursor) {
                cursor.to_owned()
            } else if quirk(Quirk::RelativeNext) {
                self.relative(cursor)
            } else if quirk(Quirk::ForeignNext) {
                format!("https://elsewhere.example{}", self.relative(cursor))
            } else {
                self.url(cursor)
            }
        });
        model!(Links { this: here, next: next })
    }

    fn url(&self, cursor: &str) -> String {
        format!("{}{}", self.origin, self.relative(cursor))
    }

    fn relative(&self, cursor: &str) -> String {
        format!("{}?cursor={}", self.path, percent_encode(cursor))
    }
}

/// The page size of an operation without a documented default.
const PAGE_SIZE: u32 = 20;

/// A question, and where its next page starts.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Walk<Q> {
    #[serde(rename = "p")]
    pub(crate) after: Option<Position>,
    #[serde(rename = "q")]
    pub(crate) question: Q,
}

impl Call<'_> {
    /// The walk that a cursor goes on with, or the one that begins with `question`.
    pub(crate) fn walk<E: Endpoint, Q: DeserializeOwned>(
        &self,
        cursor: Option<&str>,
        question: Q,
    ) -> Result<Walk<Q>, Problem> {
        let walk = self.read_cursor::<E, Walk<Q>>(cursor)?;
        Ok(walk.unwrap_or(Walk { after: None, question }))
    }

    /// A page of a walk.
    pub(crate) fn page<E: Endpoint, T>(
        &self,
        cursor: Option<&str>,
        question: &impl Serialize,
        slice: Slice<T>,
    ) -> LinkedPage<T> {
        let next = slice.next.map(|after| self.write_cursor::<E>(&Walk { after: Some(after), question }));
        let next = self.next(cursor, next);
        let mut links = Links::default();
        links.this = cursor.map(str::to_owned);
        links.next = next;
        LinkedPage { data: slice.items, links, meta: PageMeta::default() }
    }
}

/// The question of a listing as that of a search: their arguments have the same names.
pub(crate) fn as_search<Q: DeserializeOwned>(request: &impl Serialize) -> Result<Q, Problem> {
    serde_json::to_value(request).and_then(serde_json::from_value).map_err(|_| Problem::INTERNAL)
}

/// Whether the one order that there can be, by `field`, is the descending one.
pub(crate) fn is_descending<'a>(
    field: &str,
    orders: Option<impl Iterator<Item = (&'a str, &'a SortOrder)>>,
) -> Result<bool, Problem> {
    let Some(mut orders) = orders else { return Ok(false) };
    match (orders.next(), orders.next()) {
        (Some((asked, SortOrder::Ascending)), None) if asked == field => Ok(false),
        (Some((asked, SortOrder::Descending)), None) if asked == field => Ok(true),
        _ => Err(Problem::uam_bad(format!("sortBy must be one order by {field}, asc or desc"))),
    }
}

/// The page size: as requested, or the operation's default.
pub(crate) fn page_size<E: Endpoint>(asked: Option<u32>) -> u32 {
    let default = || E::OPERATION.param("limit")?.bounds?.default;
    asked.or_else(default).unwrap_or(PAGE_SIZE)
}

/// A part of a short listing, in the order of its indices.
pub(crate) fn part<T>(rows: Vec<(u64, T)>, after: Option<Position>, limit: u32) -> Slice<T> {
    let position = |index| Position { name: String::new(), index };
    let indices: Vec<_> = rows.iter().map(|(index, _)| *index).collect();
    let window = Window { after, limit: limit as usize, descending: false };
    let Slice { items: chosen, next } = window.of(&indices, position, Some);
    let items = rows.into_iter().filter(|(index, _)| chosen.contains(index)).map(|(_, row)| row);
    Slice { items: items.collect(), next }
}
