//! Organizations.

use atlassian_admin_core::api::orgs::{GetOrgById, GetOrgs};
use atlassian_admin_core::model::{One, Org};
use atlassian_admin_core::paging::LinkedPage;

use crate::call::Call;
use crate::data::model;
use crate::problem::Problem;
use crate::quirk::Quirk;

pub(crate) fn list(call: &Call<'_>, request: GetOrgs) -> Result<LinkedPage<Org>, Problem> {
    let visible = u64::from(!call.world.quirks.has(Quirk::ScopedKey));
    let cursor = request.cursor.as_deref();
    let mut page = call.page_by_index::<GetOrgs>(cursor, visible, 20, |_| call.world.org())?;
    page.meta.total = call.world.quirks.has(Quirk::UndocumentedProperties).then_some(visible);
    Ok(page)
}

pub(crate) fn get(call: &Call<'_>, _: GetOrgById) -> Result<One<Org>, Problem> {
    Ok(model!(One<Org> { data: call.world.org() }))
}
