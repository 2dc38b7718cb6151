//! What can be walked over.

use crate::template::Template;
use crate::{Outcome, accounts, events, users};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Listing {
    /// The audit log, by polling.
    Events,
    /// Managed accounts, as version 1 lists them.
    Accounts,
    /// The users of all directories, as version 2 finds them.
    Users,
}

impl Listing {
    pub(crate) const ALL: [Self; 3] = [Self::Events, Self::Accounts, Self::Users];

    pub(crate) fn named(name: &str) -> Outcome<Self> {
        match name {
            "events" => Ok(Self::Events),
            "accounts" => Ok(Self::Accounts),
            "users" => Ok(Self::Users),
            unknown => Err(format!("there is no listing `{unknown}`").into()),
        }
    }

    /// A page whose items each have so many members that the client does not know, 0 to 2.
    pub(crate) fn template(self, unknown: usize) -> Template {
        match self {
            Self::Events => events::page::template(unknown),
            Self::Accounts => accounts::page::template(unknown),
            Self::Users => users::page::template(unknown),
        }
    }
}
