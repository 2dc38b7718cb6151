//! The audit log.

mod get_event_actions;
mod get_event_by_id;
mod get_events;
mod poll_events;

pub use get_event_actions::GetEventActions;
#[allow(deprecated)]
pub use get_event_by_id::GetEventById;
pub use get_events::{EventPlace, GetEvents};
pub use poll_events::PollEvents;
