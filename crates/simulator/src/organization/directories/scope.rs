//! The directories that a request names.

use super::World;
use crate::organization::users::User;
use crate::refusal::Refusal;

/// The directories that a request speaks of.
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

    /// Whether a user is in what is spoken of. Who is outside of all directories is in none of them.
    pub(crate) fn holds(self, user: &User) -> bool {
        match self {
            Self::All => true,
            Self::One(directory) => user.is_in(directory),
        }
    }

    /// Of these directories (of all, where there is no list), those that are spoken of.
    pub(crate) fn narrow(self, directories: Option<Vec<usize>>) -> Option<Vec<usize>> {
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
