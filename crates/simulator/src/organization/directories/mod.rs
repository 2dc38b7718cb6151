//! Directories, and the sites and resources behind them.

pub(crate) mod routes;
mod scope;
mod seed;

use super::World;

pub(crate) use routes::list;
pub(crate) use scope::*;
pub(crate) use seed::*;
