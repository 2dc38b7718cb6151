//! Pages of listings: cursors, links and metadata, and the ways in which the real API writes them.
//!
//! The cursors of version 2 hold the whole query, since a cursor wins over all other arguments.

use atlassian_admin_core::Raw;
use atlassian_admin_core::model::{Links, PageMeta, SortOrder};
use atlassian_admin_core::operation::Endpoint;
use atlassian_admin_core::page::LinkedPage;
use atlassian_admin_core::paging::Paged;
use atlassian_admin_core::url::percent_encode;
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

    pub(crate) fn read_cursor<E: Endpoint, T: DeserializeOwned>(
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
        let next = self.next(cursor, (end < count).then(|| at(end)));
        let mut links = self.links(cursor, next.as_deref());
        links.prev = (start > 0).then(|| self.url(&at(start.saturating_sub(page_size))));
        let mut meta = PageMeta::default();
        // Only with this quirk: these listings have no cursor there.
        meta.next = next.filter(|_| self.tx.world.quirks.has(Quirk::MetaNextOnly));
        Ok(LinkedPage { data: (start..end).map(item).collect(), links, meta })
    }

    /// A page of a listing that has its size and the next cursor as metadata.
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

/// A query, and where its next page starts.
#[derive(Debug, Serialize, Deserialize)]
struct Walk<Q> {
    #[serde(rename = "p")]
    after: Option<Position>,
    #[serde(rename = "q")]
    query: Q,
}

impl Call<'_> {
    /// A page of a listing of version 2: `slice` gets the query and where the page starts. A
    /// cursor brings both.
    pub(crate) fn list<E: Endpoint, Q: Serialize + DeserializeOwned, T, F: From<Problem>>(
        &self,
        cursor: Option<String>,
        query: Q,
        slice: impl FnOnce(&Q, Option<Position>) -> Result<Slice<T>, F>,
    ) -> Result<LinkedPage<T>, F> {
        let walk = self.read_cursor::<E, Walk<Q>>(cursor.as_deref())?;
        let Walk { after, query } = walk.unwrap_or(Walk { after: None, query });
        let Slice { items, next } = slice(&query, after)?;
        let next = next.map(|after| self.write_cursor::<E>(&Walk { after: Some(after), query }));
        let links = model!(Links { next: self.next(cursor.as_deref(), next), this: cursor });
        Ok(LinkedPage { data: items, links, meta: PageMeta::default() })
    }
}

/// The query of a listing as that of a search: their arguments have the same names.
pub(crate) fn as_search<Q: DeserializeOwned>(request: &impl Serialize) -> Result<Q, Problem> {
    serde_json::to_value(request).and_then(serde_json::from_value).map_err(|_| Problem::INTERNAL)
}

/// Whether the one order that there can be, by `field`, is the descending one.
pub(crate) fn is_descending<T>(
    field: &str,
    orders: Option<&[T]>,
    order: impl Fn(&T) -> (&str, &SortOrder),
) -> Result<bool, Problem> {
    match orders {
        None => Ok(false),
        Some([one]) if order(one) == (field, &SortOrder::Ascending) => Ok(false),
        Some([one]) if order(one) == (field, &SortOrder::Descending) => Ok(true),
        _ => Err(Problem::uam_bad(format!("sortBy must be one order by {field}, asc or desc"))),
    }
}

/// The page size: as requested, or the operation's default.
pub(crate) fn page_size<E: Endpoint>(asked: Option<u32>) -> u32 {
    let default = || E::OPERATION.param("limit")?.bounds?.default;
    asked.or_else(default).unwrap_or(PAGE_SIZE)
}

/// A part of a short listing, in the order of its indices.
pub(crate) fn part<T>(rows: impl Iterator<Item = (u64, T)>, after: Option<Position>, limit: u32) -> Slice<T> {
    let position = |index| Position { name: String::new(), index };
    let rows: Vec<_> = rows.collect();
    let indices: Vec<_> = rows.iter().map(|(index, _)| *index).collect();
    let window = Window { after, limit: limit as usize, descending: false };
    let Slice { items: chosen, next } = window.of(&indices, position, Some);
    let items = rows.into_iter().filter(|(index, _)| chosen.contains(index)).map(|(_, row)| row);
    Slice { items: items.collect(), next }
}
