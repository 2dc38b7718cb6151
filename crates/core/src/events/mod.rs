//! The audit log as a feed: every event at least once, none twice within the overlap, across restarts.

mod checkpoint;
mod feed;
mod head;
mod machine;
mod recent;
mod window;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use feed::{Feed, FeedBatch, FeedBuilder};
pub use machine::{EventFeed, FeedConfig, FeedInput, FeedStep};
pub use window::Window;
