//! What the programs share: the client and the organization of the environment.

use std::env;
use std::error::Error;

use atlassian_admin::model::OrgId;
use atlassian_admin::{Client, ClientBuilder, OrganizationKey};

/// The result of a program: each error reaches `main`, which prints it.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Starts a client with `ATLASSIAN_ADMIN_API_KEY`, at `ATLASSIAN_ADMIN_BASE_URL` if that is set.
///
/// # Errors
/// The key is missing, or is not a key.
pub fn builder() -> Outcome<ClientBuilder> {
    let builder = atlassian_admin::client(OrganizationKey::from_env("ATLASSIAN_ADMIN_API_KEY")?);
    Ok(match env::var("ATLASSIAN_ADMIN_BASE_URL") {
        Ok(url) => builder.base_url(url),
        Err(_) => builder,
    })
}

/// The client of the environment.
///
/// # Errors
/// As [`builder`], and a wrong base URL.
pub fn client() -> Outcome<Client> {
    Ok(builder()?.build()?)
}

/// The organization in `ATLASSIAN_ADMIN_ORG_ID`.
///
/// # Errors
/// It is not set.
pub fn org_id() -> Outcome<OrgId> {
    Ok(env::var("ATLASSIAN_ADMIN_ORG_ID").map_err(|_| "set ATLASSIAN_ADMIN_ORG_ID")?.into())
}

/// An argument of the program, or an error that names what is missing.
///
/// # Errors
/// It is missing.
pub fn argument(position: usize, name: &str) -> Outcome<String> {
    Ok(env::args().nth(position).ok_or_else(|| format!("missing argument: {name}"))?)
}
