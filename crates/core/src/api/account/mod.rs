//! A managed account: its profile, API tokens and lifecycle.

mod cancel_delete;
mod delete;
mod delete_token;
mod disable;
mod enable;
mod get_profile;
mod list_tokens;
mod permissions;
mod set_email;
mod update_profile;

pub use cancel_delete::CancelDelete;
pub use delete::Delete;
pub use delete_token::DeleteToken;
pub use disable::Disable;
pub use enable::Enable;
pub use get_profile::GetProfile;
pub use list_tokens::ListTokens;
pub use permissions::Permissions;
pub use set_email::SetEmail;
pub use update_profile::UpdateProfile;
