//! The same members as the client's account, as one would write them by hand.

#![allow(dead_code, reason = "members are decoded to be measured; few are read")]

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;

use crate::checksum::Tally;
use crate::floor::{FloorPage, Links, Meta};
use crate::options::Options;

impl FloorPage for Page {
    fn request(client: &Client, options: &Options, cursor: Option<&str>) -> RequestBuilder {
        let cursor = cursor.map_or(String::new(), |cursor| format!("?cursor={cursor}"));
        client.get(format!("{}/admin/v1/orgs/{}/users{cursor}", options.url, options.org))
    }

    fn add(&self, tally: &mut Tally) {
        for account in &self.data {
            let last_active = account.last_active.as_deref().unwrap_or_default();
            let products = account.product_access.as_ref().map_or(0, Vec::len);
            tally.add(
                &account.account_id,
                last_active,
                account.name.as_deref().unwrap_or_default(),
                products,
            );
        }
    }

    fn next(self) -> Option<String> {
        let next = self.links?.next?;
        let (_, cursor) = next.split_once("cursor=")?;
        Some(cursor.to_owned())
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    data: Vec<Account>,
    links: Option<Links>,
    meta: Option<Meta>,
}

#[derive(Debug, Deserialize)]
struct Account {
    account_id: String,
    account_type: Option<AccountType>,
    account_status: Option<AccountStatus>,
    name: Option<String>,
    picture: Option<String>,
    email: Option<String>,
    access_billable: Option<bool>,
    last_active: Option<String>,
    product_access: Option<Vec<Product>>,
    links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AccountType {
    Atlassian,
    Customer,
    App,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AccountStatus {
    Active,
    Inactive,
    Closed,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
struct Product {
    key: Option<String>,
    name: Option<String>,
    url: Option<String>,
    last_active: Option<String>,
}
