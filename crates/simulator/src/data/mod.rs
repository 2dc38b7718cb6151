//! The organization and all that is in it. Every item is a pure function of the seed and its index, so none is stored.

mod accounts;
mod actions;
mod event_json;
mod facts;
mod groups;
mod names;
mod places;
mod role;
mod sites;
mod timeline;
mod tokens;
mod users;
mod workspaces;

use atlassian_admin_core::model::{
    ClaimStatus, ClaimType, Domain, DomainAttributes, DomainClaim, DomainId, Links, Org, OrgAttributes,
    OrgId, OrgRelationships, RelatedLinks, Relationship,
};

pub(crate) use actions::ACTIONS;
pub(crate) use facts::{Actor, Facts, MAX_LAG};
pub(crate) use groups::{Group, Purpose};
pub(crate) use names::PRODUCTS;
pub(crate) use role::Role;
pub(crate) use sites::{Directory, Resource, Site};
pub(crate) use timeline::Timeline;
pub(crate) use tokens::Token;
#[cfg(test)]
pub(crate) use users::GRACE;
pub(crate) use users::{ManagementSource, MembershipStatus, Scim, User, UserStatus, nickname};

use crate::hash::{Draw, Subject};
use crate::ids::IdSpace;
use crate::quirk::{Quirk, Quirks};

/// The numbers of the changes among the events begin here; the timeline's indices never reach it.
const WRITTEN: u64 = 1 << 63;

/// Where items say that they stand.
const HOME: &str = "https://api.atlassian.com";

/// Fills in some members of a model, whose other members stay absent.
macro_rules! model {
    ($model:ty { $($member:ident: $value:expr),* $(,)? }) => {{
        let mut value = <$model>::default();
        $(value.$member = $value.into();)*
        value
    }};
}

pub(crate) use model;

/// Everything that does not change from request to request.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) org_id: OrgId,
    pub(crate) quirks: Quirks,
    pub(crate) timeline: Timeline,
    accounts: u64,
    domains: u64,
    groups: u64,
    directories: Vec<Directory>,
    sites: Vec<Site>,
    resources: Vec<Resource>,
    account_ids: IdSpace,
    domain_ids: IdSpace,
    event_ids: IdSpace,
    group_ids: IdSpace,
    scim_ids: IdSpace,
}

/// How much there is at the start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) accounts: u64,
    pub(crate) domains: u64,
    pub(crate) groups: u64,
    pub(crate) directories: u64,
}

impl Default for Size {
    fn default() -> Self {
        Self { accounts: 1_000, domains: 3, groups: 24, directories: 1 }
    }
}

impl World {
    pub(crate) fn new(seed: u64, size: Size, timeline: Timeline, quirks: Quirks) -> Self {
        let mut draw = Draw::new(seed, Subject::Org, 0);
        let mut org_id = draw.uuid();
        if quirks.has(Quirk::NonUuidOrg) {
            org_id.replace_range(19..23, "jjk7");
        }
        let directories = sites::directories(seed, size.directories);
        let sites = sites::sites(seed, directories.len());
        let resources = sites::resources(&org_id, &sites);
        Self {
            seed,
            org_id: org_id.into(),
            quirks,
            timeline,
            accounts: size.accounts,
            domains: size.domains,
            groups: size.groups,
            directories,
            sites,
            resources,
            account_ids: IdSpace::new(seed, Subject::AccountId),
            domain_ids: IdSpace::new(seed, Subject::DomainId),
            event_ids: IdSpace::new(seed, Subject::EventId),
            group_ids: IdSpace::new(seed, Subject::GroupId),
            scim_ids: IdSpace::new(seed, Subject::ScimId),
        }
    }

    /// How many accounts are managed: none without a claimed domain.
    pub(crate) fn managed_accounts(&self) -> u64 {
        if self.claimed_domains() == 0 { 0 } else { self.accounts }
    }

    pub(crate) fn claimed_domains(&self) -> u64 {
        if self.quirks.has(Quirk::NoClaimedDomains) { 0 } else { self.domains }
    }

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

    pub(crate) fn domain(&self, index: u64) -> Domain {
        let id: DomainId = self.domain_ids.to_uuid(index).into();
        let (status, mut draw) = self.draw_claim(index);
        let kind = if draw.once_in(3) { ClaimType::Http } else { ClaimType::Dns };
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

    fn draw_claim(&self, index: u64) -> (ClaimStatus, Draw) {
        let mut draw = Draw::new(self.seed, Subject::Domain, index);
        let status = match draw.below(20) {
            0 => ClaimStatus::Unverified,
            1 => ClaimStatus::MissingToken,
            2 => ClaimStatus::Superseded,
            _ => ClaimStatus::Verified,
        };
        // The first domain is claimed for good: the accounts are there.
        (if index == 0 { ClaimStatus::Verified } else { status }, draw)
    }

    /// Whether the organization has verified that this domain is its own.
    pub(crate) fn is_verified_domain(&self, name: &str) -> bool {
        (0..self.claimed_domains()).any(|index| {
            names::domain(index).eq_ignore_ascii_case(name)
                && self.draw_claim(index).0 == ClaimStatus::Verified
        })
    }

    /// The claimed domain with this identifier.
    pub(crate) fn domain_by_id(&self, id: &DomainId) -> Option<Domain> {
        let index = self.domain_ids.index_of_uuid(id.as_str())?;
        (index < self.claimed_domains()).then(|| self.domain(index))
    }

    /// The index of the event with this identifier, whether or not there is such an event yet.
    pub(crate) fn event_index(&self, id: &str) -> Option<u64> {
        self.event_ids.index_of_uuid(id).filter(|index| *index < WRITTEN)
    }

    /// The identifier of the change of this number in the audit log.
    pub(crate) fn written_id(&self, number: u64) -> String {
        self.event_id(WRITTEN | number)
    }

    /// The number of the change with this identifier, whether or not there is such a change yet.
    pub(crate) fn written_number(&self, id: &str) -> Option<u64> {
        self.event_ids.index_of_uuid(id)?.checked_sub(WRITTEN)
    }

    pub(crate) fn event_id(&self, index: u64) -> String {
        self.event_ids.to_uuid(index)
    }

    fn links(&self, path: &str) -> Links {
        model!(Links { this: format!("{HOME}/admin/v1/orgs/{}{path}", self.org_id) })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// 2026-01-01T00:00Z.
    pub(crate) const START: i64 = 1_767_225_600_000;

    pub(crate) fn sized(seed: u64, size: Size, quirks: &[Quirk]) -> World {
        let mut switched = Quirks::default();
        switched.extend(quirks.iter().copied());
        World::new(seed, size, Timeline::new(seed, START, 10_000, 0.0), switched)
    }

    pub(crate) fn world(seed: u64, quirks: &[Quirk]) -> World {
        sized(seed, Size { domains: 30, ..Size::default() }, quirks)
    }

    fn everything(world: &World, index: u64) -> [String; 4] {
        [
            serde_json::to_string(&world.org()).unwrap(),
            serde_json::to_string(&world.account(index)).unwrap(),
            serde_json::to_string(&world.domain(index)).unwrap(),
            serde_json::to_string(&world.write_event(&world.facts(index))).unwrap(),
        ]
    }

    proptest! {
        #[test]
        fn everything_follows_from_seed_and_index(seed in any::<u64>(), index in any::<u32>()) {
            let index = u64::from(index);
            prop_assert_eq!(everything(&world(seed, &[]), index), everything(&world(seed, &[]), index));
            let changed = seed.wrapping_add(1);
            prop_assert_ne!(world(changed, &[]).account(index), world(seed, &[]).account(index));
            let event = |world: &World| world.write_event(&world.facts(index));
            prop_assert_ne!(event(&world(changed, &[])), event(&world(seed, &[])));
        }
    }

    #[test]
    fn an_organization_can_have_an_identifier_that_is_no_uuid() {
        assert_eq!(&world(1, &[Quirk::NonUuidOrg]).org_id.as_str()[18..24], "-jjk7-");
    }

    #[test]
    fn domains_are_found_by_their_identifiers() {
        let world = world(1, &[]);
        let ids: BTreeSet<_> = (0..30).map(|index| world.domain(index).id).collect();
        assert_eq!(ids.len(), 30);
        assert_eq!(world.domain_by_id(&world.domain(29).id), Some(world.domain(29)));
        assert_eq!(world.domain_by_id(&world.domain(30).id), None);
        assert_eq!(world.domain_by_id(&"example.com".into()), None);
    }
}
