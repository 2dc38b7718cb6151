//! The TypeScript of the npm package: its models, and the arguments and responses of each
//! operation.

mod example;
mod groups;
mod models;
mod operations;
mod syntax;

pub(crate) use models::render as models;
pub(crate) use operations::render as operations;
