//! Managed accounts.

use atlassian_admin_core::model::{AccountId, AccountStatus, Links};

use crate::hash::{Draw, Subject};
use crate::organization::names;
use crate::organization::names::PRODUCTS;
use crate::organization::world::{HOME, World, model};

impl World {
    /// How many accounts are managed: none without a claimed domain.
    pub(crate) fn managed_accounts(&self) -> u64 {
        if self.claimed_domains() == 0 { 0 } else { self.accounts }
    }

    pub(crate) fn account_id(&self, index: u64) -> AccountId {
        match account_form(index) {
            Form::Hex => self.account_ids.to_hex24(index).into(),
            Form::Prefixed(prefix) => format!("{prefix}:{}", self.account_ids.to_uuid(index)).into(),
        }
    }

    /// The index of the account with this identifier, whether or not there are that many accounts.
    pub(crate) fn account_index(&self, id: &str) -> Option<u64> {
        let index = match id.split_once(':') {
            Some((_, uuid)) => self.account_ids.index_of_uuid(uuid),
            None => self.account_ids.index_of_hex24(id),
        };
        index.filter(|index| self.account_id(*index).as_str() == id)
    }

    /// How many accounts there are at the start; people who come later have the indices from here on.
    pub(crate) fn accounts(&self) -> u64 {
        self.accounts
    }

    /// Name and e-mail address.
    pub(crate) fn person(&self, index: u64) -> (String, String) {
        let mut draw = Draw::new(self.seed, Subject::Account, index);
        let (name, local) = names::person(&mut draw, index);
        let domain = draw.below(self.domains.min(3));
        (name, format!("{local}@{}", names::domain(domain)))
    }

    /// What can be known of an account without writing it.
    pub(crate) fn usage(&self, index: u64) -> Usage {
        // Another index than the person's, since the number of draws there is not ours to know.
        let mut draw = Draw::new(self.seed, Subject::Account, !index);
        let status = match draw.below(40) {
            0 => AccountStatus::Closed,
            1 | 2 => AccountStatus::Inactive,
            _ => AccountStatus::Active,
        };
        let products = PRODUCTS.map(|_| self.product_use(&mut draw, status == AccountStatus::Active));
        Usage { status, products, draw }
    }

    fn product_use(&self, draw: &mut Draw, active: bool) -> Option<LastActive> {
        if !draw.once_in(2) || !active {
            return None;
        }
        let used = !draw.once_in(5);
        Some(used.then(|| {
            let back = i64::try_from(draw.below(170 * 86_400)).unwrap_or_default();
            self.timeline.start() - back * 1_000
        }))
    }

    pub(crate) fn picture(&self, index: u64) -> String {
        format!("https://avatars.example.net/{}/128", self.usage(index).draw.hex(32))
    }

    pub(crate) fn profile_links(&self, account_id: &str) -> Links {
        model!(Links { this: format!("{HOME}/users/{account_id}/manage/profile") })
    }
}

/// When a product was last used, in milliseconds since 1970; `None` where it never was.
type LastActive = Option<i64>;

/// What can be known of an account without writing it.
#[derive(Debug, Clone)]
pub(crate) struct Usage {
    pub(crate) status: AccountStatus,
    /// For each of [`PRODUCTS`], whether the account can use it.
    pub(crate) products: [Option<LastActive>; PRODUCTS.len()],
    /// Where the draw for the remaining members goes on.
    draw: Draw,
}

/// How an identifier is written. Old accounts have other forms than new ones.
enum Form {
    Prefixed(&'static str),
    Hex,
}

fn account_form(index: u64) -> Form {
    match index % 10 {
        3 => Form::Prefixed("557058"),
        7 => Form::Hex,
        _ => Form::Prefixed("712020"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::directories::Site;
    use crate::organization::fixture::world;
    use atlassian_admin_core::model::{Account, AccountType, Product, Timestamp};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    impl World {
        /// The account as it is listed while nothing has changed: the measure for the store.
        pub(crate) fn account(&self, index: u64) -> Account {
            let (name, email) = self.person(index);
            let Usage { status, products, .. } = self.usage(index);
            let url = self.sites.get(self.directory_of_account(index)).map(Site::url).unwrap_or_default();
            let products: Vec<_> = PRODUCTS
                .iter()
                .zip(products)
                .filter_map(|((key, name), last_active)| {
                    let mut product = model!(Product {
                        key: (*key).to_owned(),
                        name: (*name).to_owned(),
                        url: url.clone()
                    });
                    product.last_active = last_active?.map(Timestamp::from_millis);
                    Some(product)
                })
                .collect();
            let id = self.account_id(index);
            model!(Account {
                account_type: AccountType::Atlassian,
                account_status: status,
                name: name,
                picture: self.picture(index),
                email: email,
                access_billable: !products.is_empty(),
                // ISO 8601 in UTC: the order of the texts is the order of the times.
                last_active: products
                    .iter()
                    .filter_map(|product| product.last_active.clone())
                    .max_by(|a, b| a.as_str().cmp(b.as_str())),
                product_access: products,
                links: self.profile_links(id.as_str()),
                account_id: id,
            })
        }
    }

    proptest! {
        #[test]
        fn an_account_is_found_by_its_identifier(seed in any::<u64>(), index in any::<u64>()) {
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

    #[test]
    fn accounts_differ_and_some_names_are_not_ascii() {
        let world = world(1, &[]);
        let accounts: Vec<_> = (0..1_000).map(|index| world.account(index)).collect();
        let emails: BTreeSet<_> = accounts.iter().filter_map(|account| account.email.clone()).collect();
        assert_eq!(emails.len(), 1_000);
        assert!(emails.iter().all(|email| email.is_ascii()));
        assert!(accounts.iter().any(|account| !account.name.as_deref().unwrap().is_ascii()));
        assert!(accounts.iter().any(|account| account.last_active.is_none()));
    }
}
