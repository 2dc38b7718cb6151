//! Groups, their members and their roles.

mod create_group;

pub use create_group::CreateGroup;
