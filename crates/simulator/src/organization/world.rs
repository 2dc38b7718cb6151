//! The organization and all that is in it. Every item is a pure function of the seed and its
//! index, so none is stored.

use atlassian_admin_core::model::{Links, Org, OrgId};

use super::audit_log::Timeline;
use super::directories::{self, Directory, Resource, Site};
use crate::ids::IdSpace;
use crate::quirk::{Quirk, Quirks};
use crate::rng::{Rng, Subject};

/// The host in the links of items.
pub(crate) const HOME: &str = "https://api.atlassian.com";

/// Fills in some members of a model, whose other members stay absent.
macro_rules! model {
    ($model:ty { $($member:ident: $value:expr),* $(,)? }) => {{
        let mut value = <$model>::default();
        $(value.$member = $value.into();)*
        value
    }};
}

pub(crate) use model;

/// What follows from the seed and does not change from request to request.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) org_id: OrgId,
    pub(crate) quirks: Quirks,
    /// The other organizations that the key opens.
    pub(crate) others: Vec<Org>,
    pub(crate) timeline: Timeline,
    /// The number of accounts at the start, which is the index of the first later one.
    pub(super) accounts: u64,
    pub(super) domains: u64,
    pub(super) groups: u64,
    pub(crate) directories: Vec<Directory>,
    pub(super) sites: Vec<Site>,
    pub(super) resources: Vec<Resource>,
    pub(super) account_ids: IdSpace,
    pub(super) domain_ids: IdSpace,
    pub(super) event_ids: IdSpace,
    pub(super) group_ids: IdSpace,
    pub(super) scim_ids: IdSpace,
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
        let mut rng = Rng::new(seed, Subject::Org, 0);
        let mut org_id = rng.uuid();
        if quirks.has(Quirk::NonUuidOrg) {
            org_id.replace_range(19..23, "jjk7");
        }
        let directories = directories::directories(seed, size.directories);
        let sites = directories::sites(seed, directories.len());
        let resources = directories::resources(&org_id, &sites);
        Self {
            seed,
            org_id: org_id.into(),
            quirks,
            others: Vec::new(),
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

    pub(crate) fn links(&self, path: &str) -> Links {
        model!(Links { this: format!("{HOME}/admin/v1/orgs/{}{path}", self.org_id) })
    }
}
