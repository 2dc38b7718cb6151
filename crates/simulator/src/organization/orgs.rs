//! Organizations.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{One, Org, OrgAttributes, OrgRelationships, RelatedLinks, Relationship};
use atlassian_admin_core::page::LinkedPage;

use crate::organization::{Call, HOME, World, model};
use crate::problem::Problem;
use crate::quirk::Quirk;

pub(crate) fn list(call: &Call<'_>, request: api::orgs::List) -> Result<LinkedPage<Org>, Problem> {
    let world = call.tx.world;
    let mut orgs = Vec::new();
    if !world.quirks.has(Quirk::ScopedKey) {
        orgs.push(world.org());
        orgs.extend_from_slice(&world.others);
    }
    let (cursor, count) = (request.cursor.as_deref(), orgs.len() as u64);
    let mut page = call.page_by_index::<api::orgs::List>(cursor, count, 20, |index| {
        usize::try_from(index).ok().and_then(|index| orgs.get(index)).cloned().unwrap_or_default()
    })?;
    page.meta.total = world.quirks.has(Quirk::UndocumentedProperties).then_some(count);
    Ok(page)
}

pub(crate) fn get(call: &Call<'_>, _: api::orgs::Get) -> Result<One<Org>, Problem> {
    Ok(model!(One<Org> { data: call.tx.world.org() }))
}

impl World {
    pub(crate) fn org(&self) -> Org {
        let related = |name: &str| {
            let listing = format!("{HOME}/admin/v1/orgs/{}/{name}", self.org_id);
            let undocumented = self.quirks.has(Quirk::UndocumentedProperties).then(|| listing.clone());
            model!(Relationship { links: model!(RelatedLinks { related: listing }), related: undocumented })
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
