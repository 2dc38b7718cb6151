//! A request on its way to its handler.

use serde_json::Value;

use crate::audit_log::AuditLog;
use crate::data::World;
use crate::fault::Lateness;
use crate::store::Store;

/// What a handler can see.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) world: &'a World,
    /// What the requests so far have changed.
    pub(crate) store: &'a mut Store,
    /// Simulated time, in milliseconds since 1970.
    pub(crate) now: i64,
    /// Which events are visible late.
    pub(crate) late: &'a [Lateness],
    /// Scheme and host, as the client knows them.
    pub(crate) origin: &'a str,
    pub(crate) path: &'a str,
    /// The document that a request of provisioning writes, as it came.
    pub(crate) document: Option<Value>,
    /// A fault: the next cursor is the one that was asked with.
    pub(crate) repeat_cursor: bool,
    /// A fault: the page begins with the last item of the page before.
    pub(crate) duplicate: bool,
}

impl Call<'_> {
    /// The audit log as it can be read now.
    pub(crate) fn log(&self) -> AuditLog<'_> {
        AuditLog::new(self.world, &self.store.log, self.late, self.now)
    }
}

/// What a handler answers: the operation's own type, or JSON text where a quirk needs another shape.
#[derive(Debug)]
pub(crate) enum Answered<T> {
    Typed(T),
    Json(String),
}

impl<T> From<T> for Answered<T> {
    fn from(value: T) -> Self {
        Self::Typed(value)
    }
}
