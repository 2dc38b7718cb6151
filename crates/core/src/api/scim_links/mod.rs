//! Links between accounts and SCIM records.

mod delete_user;
mod get;
mod get_for_email;
mod unlink;

pub use delete_user::DeleteUser;
pub use get::Get;
pub use get_for_email::GetForEmail;
pub use unlink::Unlink;
