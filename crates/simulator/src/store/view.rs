//! What readers see.

use super::{Refusal, Store};
use crate::data::{User, World};

/// The directory as it is seen at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) world: &'a World,
    pub(super) store: &'a Store,
    pub(crate) now: i64,
    /// Changes that are seen from here on or earlier are seen.
    pub(super) seen: i64,
}

/// The directories that a request speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    All,
    One(usize),
}

impl Scope {
    pub(crate) fn includes(self, directory: usize) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == directory,
        }
    }

    /// Whether a user is in what is spoken of. Who is outside of all directories is in none of them.
    pub(super) fn holds(self, user: &User) -> bool {
        match self {
            Self::All => true,
            Self::One(directory) => user.is_in(directory),
        }
    }

    /// Of these directories (of all, where there is no list), those that are spoken of.
    pub(super) fn narrow(self, directories: Option<Vec<usize>>) -> Option<Vec<usize>> {
        match (self, directories) {
            (Self::One(one), None) => Some(vec![one]),
            (Self::One(one), Some(list)) => Some(list.into_iter().filter(|other| *other == one).collect()),
            (Self::All, directories) => directories,
        }
    }

    /// The directory, for a request that changes something.
    pub(crate) const fn for_change(self) -> Result<usize, Refusal> {
        match self {
            Self::All => Err(Refusal::DirectoryNeeded),
            Self::One(directory) => Ok(directory),
        }
    }
}

impl Store {
    /// What readers see: with the quirk `read-lag`, that is not yet what was changed last.
    pub(crate) const fn view<'a>(&'a self, world: &'a World, now: i64) -> View<'a> {
        View { world, store: self, now, seen: now }
    }

    /// How things really are, for the decision about a change.
    pub(crate) const fn truth<'a>(&'a self, world: &'a World, now: i64) -> View<'a> {
        View { world, store: self, now, seen: i64::MAX }
    }
}

impl View<'_> {
    /// The directories that a path parameter names: `-` is all of them.
    pub(crate) fn scope(self, directory_id: &str) -> Result<Scope, Refusal> {
        match directory_id {
            "-" => Ok(Scope::All),
            id => self.world.directory_index(id).map(Scope::One).ok_or(Refusal::UnknownDirectory),
        }
    }
}
