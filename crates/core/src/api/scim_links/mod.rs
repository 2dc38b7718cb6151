//! Links between accounts and SCIM records.

mod scim_delete_user_in_db;
mod scim_get_links;
mod scim_get_links_for_email;
mod scim_unlink_user;

pub use scim_delete_user_in_db::ScimDeleteUserInDb;
pub use scim_get_links::ScimGetLinks;
pub use scim_get_links_for_email::ScimGetLinksForEmail;
pub use scim_unlink_user::ScimUnlinkUser;
