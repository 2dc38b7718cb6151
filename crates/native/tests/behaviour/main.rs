//! The behaviour suite: the same cases, the same expectations, over every backend.
//!
//! Each case runs over the simulator in process and over reqwest → loopback. Time is virtual in
//! both, so nothing sleeps. `caller_context`, `export`, `key_rotation`, `paused_time` and `traced`
//! test what this crate adds to the core, over the simulator in process.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod account;
mod caller_context;
#[cfg(feature = "tracing")]
#[path = "../../../core/tests/support/canary.rs"]
mod canary;
mod directories;
mod errors;
mod export;
mod faults;
mod feed;
mod groups;
mod handles;
mod invitations;
mod key_rotation;
#[cfg(feature = "legacy")]
mod legacy;
mod limits;
mod listings;
mod operations;
mod paused_time;
mod policies;
mod requests;
mod retries;
mod roles;
mod scim;
mod support;
#[cfg(feature = "tracing")]
mod traced;
mod users;
mod workspaces;
mod world;
mod writes;

/// Defines a case: the simulator's setup, and the test itself.
macro_rules! behaviour {
    ($(#[$meta:meta])* $name:ident, |$simulator:ident| $setup:expr, async |$world:ident| $case:block) => {
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use atlassian_admin_simulator::SimulatorBuilder;
            use $crate::world::{Backend, World};

            fn set_up($simulator: SimulatorBuilder) -> SimulatorBuilder {
                $setup
            }

            async fn case($world: World) $case

            #[tokio::test]
            async fn in_process() {
                case(World::new(Backend::InProcess, set_up)).await;
            }

            #[tokio::test]
            async fn over_reqwest() {
                case(World::new(Backend::Reqwest, set_up)).await;
            }
        }
    };
}

pub(crate) use behaviour;
