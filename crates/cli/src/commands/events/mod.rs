//! `events`: the audit log.

mod delivery;
mod export;
mod follow;
mod pump;
mod query;

pub(super) use export::run as export;
pub(super) use follow::run as follow;
pub(super) use query::run as query;
