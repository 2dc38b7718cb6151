//! A request on its way to its handler.

use serde_json::Value;

use crate::fault::Arguments;
use crate::organization::audit_log::AuditLog;
use crate::organization::{Transaction, View};

/// What a handler can see.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) tx: Transaction<'a>,
    /// The faults that make events visible late.
    pub(crate) late: &'a [Arguments],
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
    /// What readers see.
    pub(crate) fn view(&self) -> View<'_> {
        self.tx.view()
    }

    /// The state with all changes, on which rules decide.
    pub(crate) fn truth(&self) -> View<'_> {
        self.tx.truth()
    }

    /// The audit log as it can be read now.
    pub(crate) fn log(&self) -> AuditLog<'_> {
        AuditLog::new(self.tx.world, &self.tx.store.log, self.late, self.tx.now)
    }
}

/// The response of a handler: the operation's own type, or JSON text where a quirk needs another
/// form.
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
