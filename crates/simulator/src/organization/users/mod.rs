//! The users of directories.

pub(crate) mod invitations;
mod invite;
pub(crate) mod last_active;
mod membership;
pub(crate) mod routes;
mod search;
mod seed;
mod state;
mod wire;

pub(crate) use atlassian_admin_core::model::{ManagementSource, MembershipStatus};

pub(crate) use invite::*;
pub(crate) use membership::*;
pub(crate) use search::*;
pub(crate) use seed::*;
pub(crate) use state::*;
pub(crate) use wire::*;
