//! The operations, one file each, in the groups under which clients offer them.

pub mod accounts;
pub mod domains;
pub mod events;
pub mod orgs;
