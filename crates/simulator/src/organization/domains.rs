//! Claimed domains.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{
    ClaimStatus, ClaimType, Domain, DomainAttributes, DomainClaim, DomainId, One,
};
use atlassian_admin_core::page::LinkedPage;

use crate::hex::is_uuid;
use crate::organization::{Call, World, model, names};
use crate::problem::Problem;
use crate::quirk::Quirk;
use crate::rng::{Rng, Subject};

pub(crate) fn list(call: &Call<'_>, request: api::domains::List) -> Result<LinkedPage<Domain>, Problem> {
    let count = call.tx.world.claimed_domains();
    call.page_by_index::<api::domains::List>(request.cursor.as_deref(), count, 20, |index| {
        call.tx.world.domain(index)
    })
}

pub(crate) fn get(call: &Call<'_>, request: api::domains::Get) -> Result<One<Domain>, Problem> {
    if !is_uuid(request.domain_id.as_str()) {
        return Err(Problem::BAD_DOMAIN_ID);
    }
    let world = call.tx.world;
    let index = world.domain_ids.index_of_uuid(request.domain_id.as_str());
    let index = index.filter(|index| *index < world.claimed_domains()).ok_or(Problem::NO_DOMAIN)?;
    Ok(model!(One<Domain> { data: world.domain(index) }))
}

impl World {
    pub(crate) fn claimed_domains(&self) -> u64 {
        if self.quirks.has(Quirk::NoClaimedDomains) { 0 } else { self.domains }
    }

    pub(crate) fn domain(&self, index: u64) -> Domain {
        let id: DomainId = self.domain_ids.to_uuid(index).into();
        let (status, mut rng) = self.draw_claim(index);
        let kind = if rng.once_in(3) { ClaimType::Http } else { ClaimType::Dns };
        model!(Domain {
            links: self.links(&format!("/domains/{id}")),
            id: id,
            kind: "domains".to_owned(),
            attributes: model!(DomainAttributes {
                name: names::domain(index),
                claim: model!(DomainClaim { kind: kind, status: status }),
            }),
        })
    }

    fn draw_claim(&self, index: u64) -> (ClaimStatus, Rng) {
        let mut rng = Rng::new(self.seed, Subject::Domain, index);
        let status = match rng.below(20) {
            0 => ClaimStatus::Unverified,
            1 => ClaimStatus::MissingToken,
            2 => ClaimStatus::Superseded,
            _ => ClaimStatus::Verified,
        };
        // The first domain is claimed for good: the accounts are there.
        (if index == 0 { ClaimStatus::Verified } else { status }, rng)
    }

    /// Whether the organization has verified that this domain is its own.
    pub(crate) fn is_verified_domain(&self, name: &str) -> bool {
        (0..self.claimed_domains()).any(|index| {
            names::domain(index).eq_ignore_ascii_case(name)
                && self.draw_claim(index).0 == ClaimStatus::Verified
        })
    }
}
