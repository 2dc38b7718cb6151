//! How the listings of the second version go on: by bare cursors that hold the whole question, for the cursor wins over all other
//! arguments.

use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Links, PageMeta, SortOrder};
use atlassian_admin_core::paging::LinkedPage;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::organization::call::Call;
use crate::organization::page::{Position, Slice, Window};
use crate::problem::Problem;

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
