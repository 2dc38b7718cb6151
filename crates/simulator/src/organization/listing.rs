//! How listings go on: links, metadata, and the ways in which the real API writes them.

use atlassian_admin_core::Raw;
use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Links, PageMeta};
use atlassian_admin_core::paging::{LinkedPage, Paged};
use atlassian_admin_core::path::percent_encode;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cursor;
use crate::organization::call::Call;
use crate::organization::world::model;
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
