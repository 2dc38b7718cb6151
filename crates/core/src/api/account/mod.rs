//! A managed account: its profile, API tokens and lifecycle.

mod um_cancel_delete;
mod um_delete;
mod um_delete_api_token;
mod um_disable;
mod um_enable;
mod um_get_api_tokens;
mod um_get_permissions;
mod um_get_profile;
mod um_set_email;
mod um_update_profile;

pub use um_cancel_delete::UmCancelDelete;
pub use um_delete::UmDelete;
pub use um_delete_api_token::UmDeleteApiToken;
pub use um_disable::UmDisable;
pub use um_enable::UmEnable;
pub use um_get_api_tokens::UmGetApiTokens;
pub use um_get_permissions::UmGetPermissions;
pub use um_get_profile::UmGetProfile;
pub use um_set_email::UmSetEmail;
pub use um_update_profile::UmUpdateProfile;
