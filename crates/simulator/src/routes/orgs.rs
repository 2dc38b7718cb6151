//! Organizations.

use atlassian_admin_core::api::orgs::{GetOrgById, GetOrgs};
use atlassian_admin_core::model::{One, Org};
use atlassian_admin_core::paging::LinkedPage;

use super::Call;
use crate::data::model;
use crate::problem::Problem;
use crate::quirk::Quirk;

pub(super) fn list(call: &Call<'_>, request: GetOrgs) -> Result<LinkedPage<Org>, Problem> {
    let visible = u64::from(!call.world.quirks.has(Quirk::ScopedKey));
    call.page_by_index::<GetOrgs>(request.cursor.as_deref(), visible, 20, |_| call.world.org())
}

pub(super) fn get(call: &Call<'_>, _: GetOrgById) -> Result<One<Org>, Problem> {
    Ok(model!(One<Org> { data: call.world.org() }))
}
