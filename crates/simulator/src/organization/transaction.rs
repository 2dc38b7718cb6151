//! How a request reads the organization, and how it changes it.

use super::audit_log::Change;
use super::store::Store;
use super::world::World;

/// The author of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// An administrator, for whom synced users and groups are read-only.
    Admin,
    /// The identity provider.
    Provider,
}

impl By {
    /// The action in the log, which is one or the other.
    pub(crate) fn action(self, [by_admin, by_provider]: [&'static str; 2]) -> &'static str {
        match self {
            Self::Admin => by_admin,
            Self::Provider => by_provider,
        }
    }
}

/// The organization, for one request that may change it.
#[derive(Debug)]
pub(crate) struct Transaction<'a> {
    pub(crate) world: &'a World,
    pub(crate) store: &'a mut Store,
    /// Simulated time, in milliseconds since 1970.
    pub(crate) now: i64,
    pub(crate) by: By,
}

impl Transaction<'_> {
    /// What readers see: with the quirk `read-lag`, the latest changes are missing.
    pub(crate) const fn view(&self) -> View<'_> {
        View { world: self.world, store: self.store, now: self.now, seen: self.now }
    }

    /// The state with all changes, on which rules decide.
    pub(crate) const fn truth(&self) -> View<'_> {
        View { seen: i64::MAX, ..self.view() }
    }

    /// Writes a change that was made into the audit log.
    pub(crate) fn record(&mut self, change: Change) {
        self.store.log.record(self.now, change);
    }
}

/// The organization as it is seen at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) world: &'a World,
    pub(crate) store: &'a Store,
    pub(crate) now: i64,
    /// Changes that become visible later than this are not seen.
    pub(crate) seen: i64,
}
