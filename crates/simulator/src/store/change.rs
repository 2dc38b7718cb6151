//! What a request has changed, for the audit log.

/// One thing that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// What was done, as `event-actions` names it.
    pub(crate) action: &'static str,
    /// What kind of thing it was done to, such as `groups`.
    pub(crate) object_type: &'static str,
    pub(crate) object_id: String,
    /// The thing's name.
    pub(crate) label: String,
    /// What follows the actor's name in the sentence, such as `suspended Alice Adams`.
    pub(crate) message: String,
}
