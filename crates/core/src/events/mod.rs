//! The audit log as a feed: each event at least once, without duplicates within the overlap
//! window, across restarts.

mod checkpoint;
mod entry;
mod feed;
mod header;
mod machine;
mod seen_events;
#[cfg(test)]
mod tests;
mod window;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use entry::FeedEntry;
pub use feed::{Feed, FeedBatch, FeedBuilder};
pub use header::EventHeader;
pub use machine::{FeedConfig, FeedInput, FeedMachine, FeedPage, FeedStep};
pub use window::Window;
