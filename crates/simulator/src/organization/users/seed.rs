//! Users: everything that is known of a person, at the start as a pure function.

use atlassian_admin_core::model::{
    AccountClaim, AccountId, AccountStatus, ManagementSource, MembershipStatus, UserStatus,
};
use serde_json::{Map, Value};

use crate::organization::audit_log::PLACES;
use crate::organization::names::{DEPARTMENTS, JOB_TITLES};
use crate::organization::{PRODUCTS, World, names};
use crate::rng::{Rng, Subject};

/// In milliseconds.
const DAY: u64 = 86_400_000;

/// An account is deleted for good that long after the request.
const GRACE: u64 = 14 * DAY;

/// What the identity provider calls the users of the start: this, and their index.
const EXTERNAL: &str = "ext-";

/// The record of a user at the identity provider. Times are milliseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Scim {
    pub(crate) id: String,
    pub(crate) user_name: String,
    pub(crate) external_id: Option<String>,
    /// What the provider has sent since the start, as it came; until then it follows from the
    /// profile.
    pub(crate) sent: Option<Map<String, Value>>,
    /// Whether it is linked to the account; otherwise neither knows of the other.
    pub(crate) linked: bool,
    /// Whether the provider has deleted it: it is not found until the user is active again.
    pub(crate) deleted: bool,
    pub(crate) created: i64,
    pub(crate) modified: i64,
}

impl Scim {
    /// Whether the user is active by what the provider has sent.
    pub(crate) fn is_sent_active(&self) -> bool {
        self.sent.as_ref().and_then(|sent| sent.get("active")) != Some(&Value::Bool(false))
    }

    /// A record that is made now.
    pub(crate) fn new(id: String, user_name: &str, now: i64) -> Self {
        Self {
            id,
            user_name: user_name.to_owned(),
            linked: true,
            created: now,
            modified: now,
            ..Self::default()
        }
    }
}

/// A person. Times are milliseconds since 1970. Roles and groups are not in here: they are
/// relations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) index: u64,
    pub(crate) account_id: String,
    pub(crate) name: String,
    pub(crate) nickname: String,
    pub(crate) email: String,
    pub(crate) email_verified: bool,
    /// As it was last set; see [`User::account_status`].
    pub(crate) set_status: AccountStatus,
    pub(crate) job_title: Option<String>,
    pub(crate) department: Option<String>,
    pub(crate) organization: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) time_zone: Option<String>,
    pub(crate) locale: Option<String>,
    pub(crate) picture: String,
    /// Whether the account's domain is the organization's.
    pub(crate) managed: bool,
    pub(crate) mfa_enabled: bool,
    pub(crate) management_source: Option<ManagementSource>,
    pub(crate) added_to_org: i64,
    /// Which directory it is in, or would be.
    pub(crate) directory: usize,
    pub(crate) membership: MembershipStatus,
    /// For each of [`PRODUCTS`].
    pub(crate) last_active: [Option<i64>; PRODUCTS.len()],
    pub(crate) deactivated_on: Option<i64>,
    pub(crate) delete_requested: Option<i64>,
    pub(crate) scim: Option<Scim>,
}

impl User {
    /// An account that is to be deleted looks deactivated until it is gone.
    pub(crate) fn account_status(&self, now: i64) -> AccountStatus {
        match self.delete_requested {
            Some(time) if now >= time.saturating_add_unsigned(GRACE) => AccountStatus::Closed,
            Some(_) => AccountStatus::Inactive,
            None => self.set_status.clone(),
        }
    }

    pub(crate) fn status(&self, now: i64) -> UserStatus {
        match (self.account_status(now), &self.membership) {
            _ if self.delete_requested.is_some() => UserStatus::ForDeletion,
            (AccountStatus::Active, MembershipStatus::Active) => UserStatus::Active,
            (AccountStatus::Active, MembershipStatus::Suspended) => UserStatus::Suspended,
            (AccountStatus::Active, _) => UserStatus::NotInvited,
            _ => UserStatus::Deactivated,
        }
    }

    pub(crate) const fn claim(&self) -> AccountClaim {
        if self.managed { AccountClaim::Managed } else { AccountClaim::Unmanaged }
    }

    /// Whether an identity provider decides about the profile.
    pub(crate) fn is_synced(&self) -> bool {
        self.scim.as_ref().is_some_and(|scim| scim.linked)
    }

    pub(crate) fn is_in(&self, directory: usize) -> bool {
        self.directory == directory && self.membership != MembershipStatus::NoMembership
    }

    /// The part of the address behind the `@`.
    pub(crate) fn email_domain(&self) -> &str {
        self.email.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl World {
    /// A user as at the start. Every index has one; only the first `accounts` exist.
    pub(crate) fn user(&self, index: u64) -> User {
        let (name, email) = self.person(index);
        let usage = self.usage(index);
        let membership = self.membership(index);
        let mut rng = Rng::new(self.seed, Subject::Profile, !index);
        let place = rng.pick(&PLACES);
        let mut some = |items: &[&'static str]| (!rng.once_in(8)).then(|| rng.pick(items).to_owned());
        let (job_title, department) = (some(&JOB_TITLES), some(&DEPARTMENTS));
        let start = self.timeline.start();
        let mut days_ago =
            |from: u64, to: u64| start.saturating_sub_unsigned(DAY * (from + rng.below(to - from)));
        let (added_to_org, deactivated) = (days_ago(200, 2_000), days_ago(1, 180));
        let synced = self.is_synced(index);
        let scim = synced.then(|| Scim {
            external_id: Some(format!("{EXTERNAL}{index}")),
            ..Scim::new(self.scim_ids.to_uuid(index), &email, added_to_org)
        });
        let source = if synced { ManagementSource::Synced } else { ManagementSource::Invited };
        User {
            index,
            account_id: self.account_id(index).as_str().to_owned(),
            nickname: nickname(&name),
            name,
            email,
            email_verified: synced || !rng.once_in(50),
            deactivated_on: (usage.status != AccountStatus::Active).then_some(deactivated),
            set_status: usage.status,
            job_title,
            department,
            organization: Some("Example Corp".to_owned()),
            location: Some(format!("{}, {}", place.city, place.country)),
            time_zone: Some(place.time_zone.to_owned()),
            locale: Some("en-US".to_owned()),
            picture: self.picture(index),
            managed: self.managed_accounts() > 0,
            mfa_enabled: rng.once_in(2),
            management_source: (membership != MembershipStatus::NoMembership).then_some(source),
            added_to_org,
            directory: self.directory_of_account(index),
            membership,
            last_active: usage.products.map(Option::flatten),
            delete_requested: None,
            scim,
        }
    }

    /// Whether a user is in the directory at the start. Users of products always are.
    pub(crate) fn membership(&self, index: u64) -> MembershipStatus {
        let usage = self.usage(index);
        let mut rng = Rng::new(self.seed, Subject::Profile, index);
        let (suspended, outside) = (rng.once_in(30), rng.once_in(2));
        match usage.status {
            AccountStatus::Active if usage.products.iter().all(Option::is_none) && outside => {
                MembershipStatus::NoMembership
            }
            AccountStatus::Active if suspended && !self.is_org_admin(index) => MembershipStatus::Suspended,
            AccountStatus::Active | AccountStatus::Inactive => MembershipStatus::Active,
            _ => MembershipStatus::NoMembership,
        }
    }

    /// Whether a user of the start came from the identity provider.
    pub(crate) fn is_synced(&self, index: u64) -> bool {
        index < self.accounts
            && Rng::new(self.seed, Subject::ScimId, index).once_in(3)
            && self.membership(index) != MembershipStatus::NoMembership
    }

    /// The index of the user of the start whom the identity provider calls this.
    pub(crate) fn external_index(&self, external_id: &str) -> Option<u64> {
        let index = external_id.strip_prefix(EXTERNAL)?.parse().ok()?;
        (self.is_synced(index) && external_id == format!("{EXTERNAL}{index}")).then_some(index)
    }

    /// The identifier of a group at the identity provider.
    pub(crate) fn scim_group_id(&self, group: u64) -> String {
        // The other end of the indices: no user has them.
        self.scim_ids.to_uuid(!group)
    }

    /// The index of the group with this identifier at the identity provider, whether or not there
    /// is one.
    pub(crate) fn scim_group_index(&self, id: &str) -> Option<u64> {
        self.scim_ids.index_of_uuid(id).map(|index| !index)
    }

    /// How many accounts are managed: none without a claimed domain.
    pub(crate) fn managed_accounts(&self) -> u64 {
        if self.claimed_domains() == 0 { 0 } else { self.accounts }
    }

    pub(crate) fn account_id(&self, index: u64) -> AccountId {
        // Old accounts have other forms than new ones.
        let prefix = match index % 10 {
            3 => "557058",
            7 => return self.account_ids.to_hex24(index).into(),
            _ => "712020",
        };
        format!("{prefix}:{}", self.account_ids.to_uuid(index)).into()
    }

    /// The index of the account with this identifier, whether or not there are that many accounts.
    pub(crate) fn account_index(&self, id: &str) -> Option<u64> {
        let index = match id.split_once(':') {
            Some((_, uuid)) => self.account_ids.index_of_uuid(uuid),
            None => self.account_ids.index_of_hex24(id),
        };
        index.filter(|index| self.account_id(*index).as_str() == id)
    }

    /// Name and e-mail address.
    pub(crate) fn person(&self, index: u64) -> (String, String) {
        let mut rng = Rng::new(self.seed, Subject::Account, index);
        let (name, local) = names::person(&mut rng, index);
        let domain = rng.below(self.domains.min(3));
        (name, format!("{local}@{}", names::domain(domain)))
    }

    /// What can be known of an account without writing it.
    pub(crate) fn usage(&self, index: u64) -> Usage {
        // Another index than the person's, whose count of random numbers depends on the names.
        let mut rng = Rng::new(self.seed, Subject::Account, !index);
        let status = match rng.below(40) {
            0 => AccountStatus::Closed,
            1 | 2 => AccountStatus::Inactive,
            _ => AccountStatus::Active,
        };
        let start = self.timeline.start();
        let products = PRODUCTS.map(|_| {
            let can_use = rng.once_in(2) && status == AccountStatus::Active;
            can_use.then(|| {
                let used = !rng.once_in(5);
                used.then(|| start.saturating_sub_unsigned(1_000 * rng.below(170 * DAY / 1_000)))
            })
        });
        Usage { status, products, rng }
    }

    pub(crate) fn picture(&self, index: u64) -> String {
        format!("https://avatars.example.net/{}/128", self.usage(index).rng.hex(32))
    }
}

/// What can be known of an account without writing it.
#[derive(Debug, Clone)]
pub(crate) struct Usage {
    pub(crate) status: AccountStatus,
    /// For each of [`PRODUCTS`], whether the account can use it, and when it last did, in
    /// milliseconds since 1970.
    pub(crate) products: [Option<Option<i64>>; PRODUCTS.len()],
    /// Where the random numbers of the remaining properties begin.
    rng: Rng,
}

/// The first word of a name.
pub(crate) fn nickname(name: &str) -> String {
    name.split(' ').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::world;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn accounts_are_of_every_status_and_source() {
        let world = world(1, &[]);
        let users: Vec<_> = (0..1_000).map(|index| world.user(index)).collect();
        let count = |fits: &dyn Fn(&User) -> bool| users.iter().filter(|user| fits(user)).count();
        for status in UserStatus::KNOWN {
            let found = count(&|user| user.status(0).as_str() == *status);
            assert_eq!(found > 5, *status != "for_deletion", "{status}: {found}");
        }
        assert!((250..400).contains(&count(&User::is_synced)));
        assert!(count(&|user| !user.name.is_ascii()) > 0);
        assert!(count(&|user| user.last_active == [None; PRODUCTS.len()]) > 0);
        assert_eq!(count(&|user| user.email.is_ascii()), 1_000);
        assert_eq!(users.iter().map(|user| &user.email).collect::<BTreeSet<_>>().len(), 1_000);
    }

    proptest! {
        #[test]
        fn account_is_found_by_its_identifier(seed in any::<u64>(), index in any::<u64>()) {
            let world = world(seed, &[]);
            prop_assert_eq!(world.account_index(world.account_id(index).as_str()), Some(index));
        }
    }

    #[test]
    fn identifiers_have_all_known_forms() {
        let world = world(1, &[]);
        let forms: BTreeSet<_> = (0..10)
            .map(|index| world.account_id(index))
            .map(|id| (id.as_str().split_once(':').map(|(prefix, _)| prefix.to_owned()), id.as_str().len()))
            .collect();
        let expected = [(None, 24), (Some("557058".into()), 43), (Some("712020".into()), 43)];
        assert_eq!(forms, BTreeSet::from(expected));
        assert_eq!(world.account_index("712020:nobody"), None);
    }
}
