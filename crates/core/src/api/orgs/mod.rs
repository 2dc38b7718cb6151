//! Organizations.

mod get_org_by_id;
mod get_orgs;

pub use get_org_by_id::GetOrgById;
pub use get_orgs::GetOrgs;
