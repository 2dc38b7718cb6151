//! The listing of managed accounts.

use atlassian_admin_core::api::accounts::GetUsers;
use atlassian_admin_core::model::{Account, AccountStatus, AccountType, Links, Product, Timestamp};
use atlassian_admin_core::paging::LinkedPage;

use crate::organization::{Call, HOME, PRODUCTS, Site, User, View, model, roles, users};
use crate::problem::Problem;

pub(crate) fn list(call: &Call<'_>, request: GetUsers) -> Result<LinkedPage<Account>, Problem> {
    let view = call.view();
    let count = count(view);
    let mut page = call.page_by_index::<GetUsers>(request.cursor.as_deref(), count, 100, |number| {
        get(view, number).unwrap_or_default()
    })?;
    page.meta.total = Some(count);
    Ok(page)
}

/// How many accounts the organization manages.
fn count(view: View<'_>) -> u64 {
    view.world.managed_accounts() + newcomers(view).count() as u64
}

/// The managed account of this number.
fn get(view: View<'_>, number: u64) -> Option<Account> {
    let later = number.checked_sub(view.world.managed_accounts());
    let index = match later {
        None => number,
        Some(later) => newcomers(view).nth(usize::try_from(later).ok()?)?,
    };
    Some(account_of(view, users::get(view, index)?))
}

fn newcomers(view: View<'_>) -> impl Iterator<Item = u64> {
    let later = users::changed(view).filter(move |user| user.index >= view.world.accounts());
    later.filter(|user| user.managed).map(|user| user.index)
}

fn account_of(view: View<'_>, user: User) -> Account {
    let status = user.account_status(view.now);
    let products = if status == AccountStatus::Active { products_of(view, &user) } else { Vec::new() };
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
        links: model!(Links { this: format!("{HOME}/users/{}/manage/profile", user.account_id) }),
        account_id: user.account_id,
    })
}

fn products_of(view: View<'_>, user: &User) -> Vec<Product> {
    let product = |resource: usize| {
        let resource = view.world.resource(resource)?;
        let (key, name) = PRODUCTS.get(resource.product?)?;
        let url = view.world.sites().get(resource.site?).map(Site::url);
        let mut product = model!(Product { key: (*key).to_owned(), name: (*name).to_owned(), url: url });
        product.last_active =
            user.last_active.get(resource.product?).copied().flatten().map(Timestamp::from_millis);
        Some(product)
    };
    roles::products(view, user.index).into_iter().filter_map(product).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{Org, able, org};
    use crate::organization::members;
    use crate::organization::users::Invitation;
    use crate::quirk::Quirk;

    #[test]
    fn accounts_follow_changes_of_groups_and_invitations() {
        let (world, mut org) = org(&[]);
        let user = able(world);
        let keys = |org: &Org| -> Vec<_> {
            let products = get(org.view(), user).unwrap().product_access.unwrap();
            products.into_iter().filter_map(|product| product.key).collect()
        };
        let mut expected = keys(&org);
        members::remove(&mut org.tx(), 3, user).unwrap();
        assert_eq!(expected.remove(0), "jira-software");
        assert_eq!(keys(&org), expected);

        for email in ["stranger@elsewhere.example", "new@example.com"] {
            users::invite(&mut org.tx(), email, &Invitation::default()).unwrap();
        }
        assert_eq!(count(org.view()), 201);
        assert_eq!(get(org.view(), 200).unwrap().email.as_deref(), Some("new@example.com"));
    }

    #[test]
    fn no_account_is_listed_without_a_domain() {
        let (_, mut org) = org(&[Quirk::NoClaimedDomains]);
        users::invite(&mut org.tx(), "new@example.com", &Invitation::default()).unwrap();
        assert_eq!((count(org.view()), get(org.view(), 0)), (0, None));
    }
}
