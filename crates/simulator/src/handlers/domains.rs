//! Claimed domains.

use atlassian_admin_core::api::domains::{GetDomainById, GetDomains};
use atlassian_admin_core::model::{Domain, One};
use atlassian_admin_core::paging::LinkedPage;

use crate::call::Call;
use crate::data::model;
use crate::ids::is_uuid;
use crate::problem::Problem;

pub(crate) fn list(call: &Call<'_>, request: GetDomains) -> Result<LinkedPage<Domain>, Problem> {
    let count = call.world.claimed_domains();
    call.page_by_index::<GetDomains>(request.cursor.as_deref(), count, 20, |index| call.world.domain(index))
}

pub(crate) fn get(call: &Call<'_>, request: GetDomainById) -> Result<One<Domain>, Problem> {
    if !is_uuid(request.domain_id.as_str()) {
        return Err(Problem::BAD_DOMAIN_ID);
    }
    let domain = call.world.domain_by_id(&request.domain_id).ok_or(Problem::NO_DOMAIN)?;
    Ok(model!(One<Domain> { data: domain }))
}
