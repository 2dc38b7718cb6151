//! The wire types, one file per noun.
//!
//! Deserialization is tolerant: string enums are open, and unknown properties are kept in `extra`.
//! A property is optional unless the client cannot work without it, even if Atlassian documents it
//! as required.
//!
//! The identifier of an item is required, even where Atlassian's documents leave it open: nothing
//! can be done with a user or a group without it. In a listing, an item without its identifier is
//! an error in its place, with the item's JSON
//! ([`Error::item_json`](crate::Error::item_json)), and the other items are returned.
//!
//! `Default` is for tests and fixtures, which set the fields that they need. It has empty
//! identifiers, which no record has; a path argument that is empty is refused before sending.
//!
//! An optional property of another type than documented is `None`, and its JSON text is in
//! `extra`. A list omits elements that cannot be deserialized, and its JSON text is in `extra`
//! too. A value of another type is converted if the conversion is unambiguous: a number to a
//! string, a string to a number or boolean (`"7"`, `"True"`). In a string, a lone surrogate
//! becomes U+FFFD.

mod account;
mod count;
mod directory;
mod domain;
mod event;
mod extra;
mod group;
mod ids;
mod invitation;
mod last_active;
mod link;
pub(crate) mod macros;
mod managed_account;
mod message;
mod optional;
mod org;
mod permission;
mod policy;
mod role;
mod role_assignment;
mod scim;
mod token;
mod user;
mod workspace;

pub use account::{Account, AccountStatus, AccountType, Product};
pub use count::Count;
pub use directory::Directory;
pub use domain::{ClaimStatus, ClaimType, Domain, DomainAttributes, DomainClaim};
pub use event::{
    AuthType, Event, EventAction, EventActionAttributes, EventActions, EventActor, EventActorApp,
    EventActorAuth, EventAttributes, EventLocation, EventMessage, EventObject, EventProduct, OnBehalfOf,
    SortOrder,
};
pub use extra::Extra;
pub(crate) use extra::FromStr;
pub use group::{Group, GroupCounts, GroupManager, GroupType, ManagementAccess};
pub use ids::{
    AccountId, DirectoryId, DomainId, EventId, GroupId, OrgId, PolicyId, ResourceId, ScimId, TokenId,
};
pub use invitation::{
    Failure, Invitation, InvitationResult, InvitationStatus, Invitations, InvitedGroup, InvitedRole,
};
pub use last_active::LastActiveProduct;
pub use link::{Links, PageMeta};
pub use managed_account::{AccountCharacteristics, AccountProfile, ExtendedProfile, ManagedAccount};
pub use message::Message;
pub(crate) use optional::Optional;
pub use org::{Org, OrgAttributes, OrgRelationships, RelatedLinks, Relationship};
pub use permission::{
    AccountPermissions, Permission, Privilege, ProfilePermissions, Restriction, RestrictionReason,
};
pub use policy::{
    ApplicationStatus, MissingPolicyType, Policy, PolicyAttributes, PolicyInput, PolicyInputAttributes,
    PolicyNotification, PolicyResource, PolicyResourceInput, PolicyResourceLinks, PolicyResourceMeta,
    PolicyRule, PolicyStatus, PolicyType,
};
pub use role::{RoleId, Roles};
pub use role_assignment::{AssignedRole, GroupRoles, RoleAssignmentMethod, UserRoles};
pub use scim::{
    AtlassianUser, EnterpriseUser, PatchAction, ScimChange, ScimEmail, ScimFilter, ScimGroup, ScimLink,
    ScimLinks, ScimMeta, ScimName, ScimPatch, ScimPhoneNumber, ScimReference, ScimUser,
};
pub use token::ApiToken;
pub use user::{
    AccountClaim, DirectoryUser, ManagementSource, MembershipStatus, ProductAccess, UserCounts, UserGroup,
    UserStatus,
};
pub use workspace::{
    EntitlementOffering, ProductListing, RelatedEntitlement, Sandbox, SandboxKind, Workspace,
    WorkspaceAttributes, WorkspaceRelationships, WorkspaceRelative, WorkspaceRelativeAttributes,
    WorkspaceStatus,
};

use crate::response::ResponseBody;
pub use crate::time::{EpochMillis, Instant, InvalidTime, Timestamp};
use macros::object;

object! {
    /// The envelope around a single item: `{"data": …}`.
    One<T> {
        required {
            /// The item.
            data: T = "data",
        }
    }
}

impl<T: crate::schema::HasSchema + serde::Serialize + serde::de::DeserializeOwned + Send + 'static>
    ResponseBody for One<T>
{
}
