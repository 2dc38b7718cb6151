//! Provisioning by SCIM.

mod discovery;
mod groups;
mod links;
mod users;

use atlassian_admin::handles::{ScimApi, ScimDirectoryScope};
use atlassian_admin::model::{ScimId, ScimUser};

use crate::world::World;

type Scim = ScimApi<ScimDirectoryScope>;

/// The directory of the world's key.
fn scim(world: &World) -> Scim {
    world.directory_client().scim(world.simulator.directory_id())
}

/// A new user.
fn ada() -> ScimUser {
    ScimUser::with_email("Ada", "ada@example.com").display_name("Ada Example").external_id("x-1")
}

async fn create(scim: &Scim, user: ScimUser) -> (ScimId, ScimUser) {
    let user = scim.create_user(user).send().await.unwrap();
    (user.id.clone().unwrap(), user)
}
