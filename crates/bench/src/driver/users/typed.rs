//! Our walk.

use atlassian_admin::api::users::{SearchDirectoryUsers, UserExpansion};
use atlassian_admin::model::{AccountId, DirectoryId, DirectoryUser, Timestamp};

use crate::Outcome;
use crate::checksum::Tally;
use crate::options::Options;
use crate::typed;

pub(crate) async fn walk(options: &Options) -> Outcome<Tally> {
    let search = SearchDirectoryUsers::new(options.org.as_str(), DirectoryId::EVERY).limit(100_u32).expand([
        UserExpansion::PlatformRoles,
        UserExpansion::ResourceCounts,
        UserExpansion::ProductAccess,
        UserExpansion::Groups,
    ]);
    typed::walk(options, options.client()?.pages(search), add).await
}

/// Adds a user; what is missing counts as empty.
fn add(tally: &mut Tally, user: &DirectoryUser) {
    let id = user.account_id.as_ref().map_or("", AccountId::as_str);
    let added = user.added_to_org.as_ref().map_or("", Timestamp::as_str);
    let products = user.product_access.as_ref().map_or(0, Vec::len);
    let groups = user.groups.as_ref().map_or(0, Vec::len);
    tally.add(id, added, user.name.as_deref().unwrap_or_default(), products + groups);
}
