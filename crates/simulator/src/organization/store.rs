//! What requests have changed. All else follows from the seed: see [`World`].

use super::audit_log::Log;
use super::groups::Groups;
use super::groups::members::Members;
use super::policies::Policies;
use super::roles::Grants;
use super::tokens::Tokens;
use super::users::People;
use super::world::World;

/// Everything that changes by requests. Only the domain of a part reads and changes it.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) log: Log,
    pub(super) people: People,
    pub(super) groups: Groups,
    pub(super) members: Members,
    pub(super) grants: Grants,
    pub(super) policies: Policies,
    pub(super) tokens: Tokens,
}

impl Store {
    pub(crate) fn new(world: &World) -> Self {
        Self {
            log: Log::new(world.timeline.clone()),
            people: People::default(),
            groups: Groups::default(),
            members: Members::new(world),
            grants: Grants::default(),
            policies: Policies::new(world),
            tokens: Tokens::default(),
        }
    }
}
