//! Directories, and the sites and resources behind them.

mod seed;

pub(crate) use seed::*;

use atlassian_admin_core::api;
use atlassian_admin_core::model::{self as wire, DirectoryId};
use atlassian_admin_core::page::LinkedPage;

use crate::organization::users::{User, among};
use crate::organization::{Call, World, model, page_size, part, users};
use crate::problem::Problem;
use crate::refusal::Refusal;

pub(crate) fn list(
    call: &Call<'_>,
    mut request: api::directories::List,
) -> Result<LinkedPage<wire::Directory>, Problem> {
    let cursor = request.cursor.take();
    call.list::<api::directories::List, _, _, _>(cursor, request, |query, after| {
        let view = call.view();
        let account = query.account_id.as_ref();
        let account = account.map(|account| users::find_user(view, Scope::All, account.as_str()).ok());
        let search = query.search_term.as_ref().map(|text| text.to_lowercase());
        let found = view.world.directories.iter().enumerate().filter(|(index, directory)| {
            among(query.directory_ids.as_deref(), |id| id.as_str() == directory.id)
                && search.as_ref().is_none_or(|part| directory.name.to_lowercase().contains(part))
                && account.as_ref().is_none_or(|user| user.as_ref().is_some_and(|user| user.is_in(*index)))
        });
        let rows = found.map(|(index, directory)| {
            let row = model!(wire::Directory {
                id: directory.id.as_str(),
                name: directory.name.clone(),
                icon: format!("https://directory.example/{}.png", directory.id),
            });
            (index as u64, row)
        });
        Ok(part(rows, after, page_size::<api::directories::List>(query.limit)))
    })
}

/// The directories that a request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    All,
    One(usize),
}

impl Scope {
    /// The directories that a path parameter names: `-` is all of them.
    pub(crate) fn named(world: &World, id: &str) -> Result<Self, Refusal> {
        match id {
            "-" => Ok(Self::All),
            id => world.directory_index(id).map(Self::One).ok_or(Refusal::UnknownDirectory),
        }
    }

    pub(crate) fn includes(self, directory: usize) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == directory,
        }
    }

    /// Whether a user is in the directories. A user outside of all directories is in none.
    pub(crate) fn holds(self, user: &User) -> bool {
        match self {
            Self::All => true,
            Self::One(directory) => user.is_in(directory),
        }
    }
}

/// The index of a directory in which a request changes something, so that it must name one.
pub(crate) fn to_change(world: &World, id: &DirectoryId) -> Result<usize, Refusal> {
    match Scope::named(world, id.as_str())? {
        Scope::All => Err(Refusal::DirectoryNeeded),
        Scope::One(directory) => Ok(directory),
    }
}
