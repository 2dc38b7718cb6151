//! Organizations.

use atlassian_admin_core::api::orgs::{GetOrgById, GetOrgs};
use atlassian_admin_core::model::{One, Org, OrgAttributes, OrgRelationships, RelatedLinks, Relationship};
use atlassian_admin_core::paging::LinkedPage;

use crate::organization::{Call, HOME, World, model};
use crate::problem::Problem;
use crate::quirk::Quirk;

pub(crate) fn list(call: &Call<'_>, request: GetOrgs) -> Result<LinkedPage<Org>, Problem> {
    let world = call.tx.world;
    let orgs: Vec<_> = match world.quirks.has(Quirk::ScopedKey) {
        true => Vec::new(),
        false => std::iter::once(world.org()).chain(world.others.clone()).collect(),
    };
    let visible = orgs.len() as u64;
    let org = |index| usize::try_from(index).ok().and_then(|index| orgs.get(index)).cloned();
    let cursor = request.cursor.as_deref();
    let mut page =
        call.page_by_index::<GetOrgs>(cursor, visible, 20, |index| org(index).unwrap_or_default())?;
    page.meta.total = call.tx.world.quirks.has(Quirk::UndocumentedProperties).then_some(visible);
    Ok(page)
}

pub(crate) fn get(call: &Call<'_>, _: GetOrgById) -> Result<One<Org>, Problem> {
    Ok(model!(One<Org> { data: call.tx.world.org() }))
}

impl World {
    pub(crate) fn org(&self) -> Org {
        let stands_at = format!("{HOME}/admin/v1/orgs/{}", self.org_id);
        let related = |name: &str| {
            let listing = format!("{stands_at}/{name}");
            let mut related =
                model!(Relationship { links: model!(RelatedLinks { related: listing.clone() }) });
            related.related = self.quirks.has(Quirk::UndocumentedProperties).then_some(listing);
            related
        };
        model!(Org {
            id: self.org_id.clone(),
            kind: "orgs".to_owned(),
            attributes: model!(OrgAttributes { name: "Example Corp".to_owned() }),
            relationships: model!(OrgRelationships { domains: related("domains"), users: related("users") }),
            links: self.links(""),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::world;

    #[test]
    fn an_organization_can_have_an_identifier_that_is_no_uuid() {
        assert_eq!(&world(1, &[Quirk::NonUuidOrg]).org_id.as_str()[18..24], "-jjk7-");
    }
}
