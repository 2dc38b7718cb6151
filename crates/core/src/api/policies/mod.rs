//! Policies.

mod add_resource;
mod create;
mod delete;
mod delete_resource;
mod get;
mod list;
mod update;
mod update_resource;
mod validate;

pub use add_resource::AddResource;
pub use create::Create;
pub use delete::Delete;
pub use delete_resource::DeleteResource;
pub use get::Get;
pub use list::List;
pub use update::Update;
pub use update_resource::UpdateResource;
pub use validate::Validate;
