//! Domains that an organization has claimed.

mod get_domain_by_id;
mod get_domains;

pub use get_domain_by_id::GetDomainById;
pub use get_domains::GetDomains;
