//! Managed accounts, as version 1 of the API lists them.

use atlassian_admin_core::model::{Account, AccountStatus, AccountType, Product, Timestamp};

use super::View;
use crate::data::{PRODUCTS, Site, User, model};

impl View<'_> {
    /// How many accounts the organization manages.
    pub(crate) fn managed_accounts(self) -> u64 {
        self.world.managed_accounts() + self.managed_newcomers().count() as u64
    }

    /// The managed account of this number.
    pub(crate) fn managed_account(self, number: u64) -> Option<Account> {
        let later = number.checked_sub(self.world.managed_accounts());
        let index = match later {
            None => number,
            Some(later) => self.managed_newcomers().nth(usize::try_from(later).ok()?)?,
        };
        Some(self.account_of(self.user(index)?))
    }

    fn managed_newcomers(self) -> impl Iterator<Item = u64> {
        let later = self.changed_users().filter(move |user| user.index >= self.world.accounts());
        later.filter(|user| user.managed).map(|user| user.index)
    }

    fn account_of(self, user: User) -> Account {
        let status = user.account_status(self.now);
        let products = if status == AccountStatus::Active { self.products_of(&user) } else { Vec::new() };
        model!(Account {
            account_type: AccountType::Atlassian,
            account_status: status,
            name: user.name,
            picture: user.picture,
            email: user.email,
            access_billable: !products.is_empty(),
            // ISO 8601 in UTC: the order of the texts is the order of the times.
            last_active: products
                .iter()
                .filter_map(|product| product.last_active.clone())
                .max_by(|a, b| a.as_str().cmp(b.as_str())),
            product_access: products,
            links: self.world.profile_links(&user.account_id),
            account_id: user.account_id,
        })
    }

    fn products_of(self, user: &User) -> Vec<Product> {
        let product = |resource: usize| {
            let resource = self.world.resource(resource)?;
            let (key, name) = PRODUCTS.get(resource.product?)?;
            let url = self.world.sites().get(resource.site?).map(Site::url);
            let mut product = model!(Product { key: (*key).to_owned(), name: (*name).to_owned(), url: url });
            product.last_active =
                user.last_active.get(resource.product?).copied().flatten().map(Timestamp::from_millis);
            Some(product)
        };
        self.products(user.index).into_iter().filter_map(product).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, able, store};
    use super::super::{By, Invitation};
    use crate::quirk::Quirk;

    #[test]
    fn accounts_are_at_first_those_of_the_seed() {
        let (world, store) = store(&[]);
        let view = store.view(&world, NOW);
        assert_eq!(view.managed_accounts(), 200);
        for index in 0..200 {
            assert_eq!(view.managed_account(index), Some(world.account(index)));
        }
        assert_eq!(view.managed_account(200), None);
    }

    #[test]
    fn accounts_follow_what_is_changed() {
        let (world, mut store) = store(&[]);
        let user = able(&world);
        store.remove_member(&world, NOW, 3, user, By::Admin).unwrap();
        let keys = |products: Option<Vec<super::Product>>| -> Vec<_> {
            products.unwrap().into_iter().filter_map(|product| product.key).collect()
        };
        let mut expected = keys(world.account(user).product_access);
        assert_eq!(expected.remove(0), "jira-software");
        assert_eq!(keys(store.view(&world, NOW).managed_account(user).unwrap().product_access), expected);

        store.invite(&world, NOW, "stranger@elsewhere.example", &Invitation::default()).unwrap();
        store.invite(&world, NOW, "new@example.com", &Invitation::default()).unwrap();
        let view = store.view(&world, NOW);
        assert_eq!(view.managed_accounts(), 201);
        assert_eq!(view.managed_account(200).unwrap().email.as_deref(), Some("new@example.com"));
    }

    #[test]
    fn without_a_domain_there_is_none() {
        let (world, mut store) = store(&[Quirk::NoClaimedDomains]);
        store.invite(&world, NOW, "new@example.com", &Invitation::default()).unwrap();
        assert_eq!(store.view(&world, NOW).managed_accounts(), 0);
        assert_eq!(store.view(&world, NOW).managed_account(0), None);
    }
}
