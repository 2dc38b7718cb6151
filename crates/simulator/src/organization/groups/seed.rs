//! The groups of the start, their members and what they grant, as a pure function.

use atlassian_admin_core::model::GroupType;
use serde_json::{Map, Value};

use crate::organization::names::DEPARTMENTS;
use crate::organization::{Grant, Holder, MembershipStatus, PRODUCTS, Role, World};
use crate::rng::{Rng, Subject};

/// How many groups come with a directory: for administrators of the organization and of the site,
/// for the users of each product, and for the administrators of Jira.
const BUILT_IN: u64 = 3 + PRODUCTS.len() as u64;

/// What a group is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    OrgAdmins,
    SiteAdmins,
    /// The users of one of [`PRODUCTS`]; the product adds its users to it.
    Product(usize),
    JiraAdmins,
    /// The organization's own business.
    Other,
    /// A team, which its members manage.
    Team,
}

/// A group. Members and roles are not in here: they are relations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) index: u64,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) directory: usize,
    pub(crate) purpose: Purpose,
    /// An identity provider decides about its members.
    pub(crate) synced: bool,
    /// What the identity provider calls it.
    pub(crate) external_id: Option<String>,
    /// Its other attributes at the identity provider.
    pub(crate) others: Map<String, Value>,
    /// When it was made and last changed, in milliseconds since 1970.
    pub(crate) created: i64,
    pub(crate) modified: i64,
}

impl Group {
    /// Its type.
    pub(crate) const fn kind(&self) -> GroupType {
        match self.purpose {
            Purpose::Team => GroupType::Team,
            Purpose::Other => GroupType::Group,
            _ => GroupType::UserbaseGroup,
        }
    }
}

impl World {
    /// How many groups there are at the start; created ones have the indices from here on.
    pub(crate) fn groups(&self) -> u64 {
        self.groups.max(self.built_in())
    }

    fn built_in(&self) -> u64 {
        BUILT_IN * self.directories.len() as u64
    }

    /// A group as at the start.
    pub(crate) fn group(&self, index: u64) -> Group {
        let (purpose, directory) = (self.purpose(index), self.directory_of_group(index));
        let mut rng = Rng::new(self.seed, Subject::Group, index);
        let department = rng.pick(&DEPARTMENTS);
        let synced = purpose == Purpose::Other && rng.once_in(2);
        let site = self.sites.get(directory).map_or("", |site| &site.name);
        let (name, description) = match purpose {
            Purpose::OrgAdmins => {
                let site = if directory == 0 { String::new() } else { format!("-{site}") };
                (format!("org-admins{site}"), "Administrators of the organization".to_owned())
            }
            Purpose::SiteAdmins => (format!("site-admins-{site}"), format!("Administrators of {site}")),
            Purpose::Product(product) => {
                let (key, name) = PRODUCTS.get(product).copied().unwrap_or_default();
                (format!("{key}-users-{site}"), format!("Users of {name} on {site}"))
            }
            Purpose::JiraAdmins => {
                (format!("jira-admins-{site}"), format!("Administrators of Jira on {site}"))
            }
            Purpose::Other if synced => (
                format!("idp-{}-{index}", department.to_lowercase()),
                format!("{department}, from the directory"),
            ),
            Purpose::Other => (format!("{}-{index}", department.to_lowercase()), department.to_owned()),
            Purpose::Team => (format!("{department} team {index}"), format!("A team of {department}")),
        };
        Group {
            index,
            id: self.group_ids.to_uuid(index),
            name,
            description: Some(description),
            directory,
            purpose,
            synced,
            external_id: synced.then(|| format!("ext-group-{index}")),
            others: Map::new(),
            created: self.timeline.start() - 200 * 86_400_000,
            modified: self.timeline.start() - 200 * 86_400_000,
        }
    }

    pub(crate) fn directory_of_group(&self, index: u64) -> usize {
        let directories = self.directories.len() as u64;
        let directory = if index < self.built_in() { index / BUILT_IN } else { index % directories };
        usize::try_from(directory).unwrap_or_default()
    }

    fn purpose(&self, index: u64) -> Purpose {
        match index % BUILT_IN {
            _ if index >= self.built_in() && index % 4 == 3 => Purpose::Team,
            _ if index >= self.built_in() => Purpose::Other,
            0 => Purpose::OrgAdmins,
            1 => Purpose::SiteAdmins,
            2 => Purpose::JiraAdmins,
            product => Purpose::Product(usize::try_from(product - 3).unwrap_or_default()),
        }
    }

    /// Whether a user is in a group at the start.
    pub(crate) fn is_member(&self, group: u64, user: u64) -> bool {
        if user >= self.accounts
            || group >= self.groups()
            || self.directory_of_account(user) != self.directory_of_group(group)
        {
            return false;
        }
        let once_in =
            |times| Rng::new(self.seed, Subject::Member, group.rotate_left(40) ^ user).once_in(times);
        let in_directory = || self.membership(user) != MembershipStatus::NoMembership;
        match self.purpose(group) {
            Purpose::OrgAdmins => self.is_org_admin(user),
            Purpose::SiteAdmins => once_in(60) && in_directory(),
            Purpose::JiraAdmins => once_in(40) && in_directory(),
            Purpose::Product(product) => self.usage(user).products.get(product).is_some_and(Option::is_some),
            Purpose::Other | Purpose::Team => once_in(5 + group % 30) && in_directory(),
        }
    }

    /// Whether a user administers the organization at the start: a few do, and always the owner.
    pub(crate) fn is_org_admin(&self, user: u64) -> bool {
        let usage = self.usage(user);
        let uses_any = usage.products.iter().any(Option::is_some);
        uses_any
            && user < self.accounts
            && (Rng::new(self.seed, Subject::Member, !user).once_in(150) || self.owner() == Some(user))
    }

    /// The administrator that set up the organization: the first user of a product.
    pub(crate) fn owner(&self) -> Option<u64> {
        (0..self.accounts).find(|user| self.usage(*user).products.iter().any(Option::is_some))
    }

    /// The role that a holder has at the start.
    pub(crate) fn role_at_start(&self, holder: Holder) -> Option<Grant> {
        let directory = match holder {
            Holder::User(user) if user < self.accounts => self.directory_of_account(user),
            Holder::Group(group) if group < self.groups() => self.directory_of_group(group),
            _ => return None,
        };
        let product = |product| self.resource_at(directory, Some(product));
        let (resource, role) = match holder {
            Holder::User(user) if self.membership(user) == MembershipStatus::NoMembership => return None,
            Holder::User(user) if self.owner() == Some(user) => return Some(Grant::ORG_ADMIN),
            Holder::User(user) => match Rng::new(self.seed, Subject::Grant, user).below(200) {
                0 | 1 => (product(2), Role::Admin),
                2 => (self.resource_at(directory, None), Role::UserAccessAdmin),
                _ => return None,
            },
            Holder::Group(group) => match self.purpose(group) {
                Purpose::OrgAdmins => return Some(Grant::ORG_ADMIN),
                Purpose::SiteAdmins => (self.resource_at(directory, None), Role::SiteAdmin),
                Purpose::JiraAdmins => (product(0), Role::Admin),
                Purpose::Product(index) => (product(index), Role::User),
                Purpose::Other if group % 4 == 1 => (product(2), Role::Admin),
                Purpose::Other | Purpose::Team => return None,
            },
        };
        Some(Grant { resource: resource?, role })
    }
}
