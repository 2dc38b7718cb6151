//! The listing of managed accounts.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{Account, AccountStatus, AccountType, Links, Product, Timestamp};
use atlassian_admin_core::page::LinkedPage;

use crate::organization::{Call, HOME, PRODUCTS, Site, User, View, model, roles, users};
use crate::problem::Problem;

pub(crate) fn list(call: &Call<'_>, request: api::accounts::List) -> Result<LinkedPage<Account>, Problem> {
    let view = call.view();
    let at_start = view.world.managed_accounts();
    let came_later = |user: &&User| user.index >= view.world.accounts && user.managed;
    let later: Vec<_> = users::changed(view).filter(came_later).collect();
    let user = |number: u64| match number.checked_sub(at_start) {
        None => users::get(view, number),
        Some(number) => later.get(usize::try_from(number).ok()?).copied().cloned(),
    };
    let count = at_start + later.len() as u64;
    let mut page =
        call.page_by_index::<api::accounts::List>(request.cursor.as_deref(), count, 100, |number| {
            user(number).map(|user| account_of(view, user)).unwrap_or_default()
        })?;
    page.meta.total = Some(count);
    Ok(page)
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
        let resource = view.world.resources.get(resource)?;
        let (key, name) = PRODUCTS.get(resource.product?)?;
        let url = view.world.sites.get(resource.site?).map(Site::url);
        let mut product = model!(Product { key: (*key).to_owned(), name: (*name).to_owned(), url: url });
        product.last_active =
            user.last_active.get(resource.product?).copied().flatten().map(Timestamp::from_millis);
        Some(product)
    };
    roles::products(view, user.index).into_iter().filter_map(product).collect()
}
