//! Why a request is refused, and how each family of operations writes that.

use atlassian_admin_core::model::RestrictionReason;
use http::StatusCode;

use crate::problem::{Family, Problem, ScimType};

/// Why a handler does not succeed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Failure {
    /// A rule, for which each family of operations has its own text, and the record of provisioning
    /// that it is about, such as `USER 1234`, or nothing.
    Refused(Refusal, String),
    /// What this operation alone responds.
    Problem(Problem),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        refusal.about("")
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Failure {
    /// The response of an operation of this family. `account` is the one in its path, if there is
    /// one.
    pub(crate) fn problem(self, family: Family, account: &str) -> Problem {
        let (refusal, resource) = match self {
            Self::Problem(problem) => return problem,
            Self::Refused(refusal, resource) => (refusal, resource),
        };
        match family {
            Family::V1 | Family::Workspaces | Family::LegacySearch => refusal.v1(),
            Family::V2 => refusal.v2(),
            // Atlassian documents one code of 404 for them, whatever is not found.
            Family::Roles if refusal.v2().status == StatusCode::NOT_FOUND => {
                Problem::UAM_NO_GROUP.with_detail("The user or the resource was not found")
            }
            Family::Roles => refusal.v2(),
            Family::UserManagement => refusal.account()(account),
            Family::Scim => refusal.provisioning()(&resource),
        }
    }
}

macro_rules! refusals {
    ($($(#[$meta:meta])* $name:ident:
        $v1:ident $($detail1:literal)?, $v2:ident $($detail2:literal)?
        $(, account $account:expr)? $(, provisioning $provisioning:expr)?;)*) => {
        /// A rule that a request would break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Refusal { $($(#[$meta])* $name,)* }

        impl Refusal {
            fn v1(self) -> Problem {
                match self { $(Self::$name => Problem::$v1$(.with_detail($detail1))?,)* }
            }

            fn v2(self) -> Problem {
                match self { $(Self::$name => Problem::$v2$(.with_detail($detail2))?,)* }
            }

            /// Of the account's identifier. What has no words there is not about accounts, or the
            /// handler words it.
            fn account(self) -> fn(&str) -> Problem {
                match self { $($(Self::$name => $account,)?)* _ => |_| Problem::NOT_FOUND }
            }

            /// Of the name of the record. What has no words there cannot be, or is not about
            /// records.
            fn provisioning(self) -> fn(&str) -> Problem {
                match self { $($(Self::$name => $provisioning,)?)* _ => unfit }
            }
        }
    };
}

// A row is a rule. Its columns are version 1 of the organization API (and the links to identity
// providers), version 2 (and roles), user management, and user provisioning: the code, and the
// detail where it is not that of the code.
refusals! {
    UnknownDirectory: NO_RESOURCE "The directory was not found", UAM_NO_RESOURCE "The directory was not found";
    /// A change must name the directory, and `-` means all of them.
    DirectoryNeeded: BAD_RESOURCE "A change needs one directory",
        UAM_BAD_REQUEST "A change needs the identifier of one directory";
    UnknownUser: NO_USER, UAM_NO_RESOURCE "One or more user not found in the directory",
        account |_| Problem::NO_ACCOUNT, provisioning unknown;
    UnknownGroup: NO_GROUP, UAM_NO_GROUP, provisioning unknown;
    UnknownResource: NO_RESOURCE, UAM_NO_RESOURCE;
    UnknownRole: BAD_BODY "The role is not known", UAM_BAD_REQUEST "The role is not known";
    /// The user is not in the group.
    NotMember: NO_USER "The user is not in the group", UAM_NO_RESOURCE "The user is not in the group";
    /// The user is in the group already; only with a quirk, else it is taken as done.
    AlreadyMember: CONFLICT "The user is in the group already", UAM_CONFLICT "The user is in the group already";
    /// The user is not in the directory, or in another one than the group or the resource.
    NotInDirectory: NO_USER "The user is not in the directory",
        UAM_NO_RESOURCE "One or more user not found in the directory";
    NameTaken: CONFLICT "There is a group of this name", UAM_CONFLICT "The name is taken", provisioning taken;
    InvalidName: BAD_BODY "The name is not valid", UAM_BAD_REQUEST "The name must have 1 to 255 characters";
    /// An identity provider decides about the members of the group.
    SyncedGroup: MAY_NOT_MANAGE_GROUP "An identity provider manages the group",
        UAM_FORBIDDEN "The group is managed by an identity provider";
    /// An identity provider decides about the profile.
    SyncedUser: MAY_NOT_MANAGE_ORG "An identity provider manages the user",
        UAM_FORBIDDEN "The user is managed by an identity provider",
        account |_| Problem::forbidden_action(RestrictionReason::Scim.as_str());
    GroupNotEmpty: GROUP_NOT_EMPTY, UAM_CONFLICT "The group still has members";
    /// The group by which users get into a product cannot be deleted.
    DefaultGroup: DEFAULT_GROUP, UAM_FORBIDDEN "The group is a default group";
    /// A group of administrators cannot be deleted.
    AdminGroup: ADMIN_GROUP, UAM_FORBIDDEN "The group grants the access of an administrator";
    /// The resource has no such role.
    RoleDoesNotFit: UAM_BAD_ROLE, UAM_BAD_ROLE;
    LicenceLimit: LICENCE_LIMIT, UAM_LICENCE_LIMIT,
        provisioning |_| Problem::scim(ScimType::TooMany, "no license is left");
    /// Administrators of the organization cannot be suspended.
    OrgAdmin: BAD_RESOURCE "An administrator of the organization cannot be suspended",
        UAM_BAD_REQUEST "An organization administrator cannot be suspended", account administrative;
    /// The organization would be left without an administrator.
    LastOrgAdmin: BAD_RESOURCE "The organization would be left without an administrator",
        UAM_BAD_REQUEST "The organization needs an administrator", account administrative,
        provisioning |_| Problem::scim(ScimType::Mutability, "the organization would have no administrator");
    InactiveUser: UAM_INACTIVE_USER, UAM_INACTIVE_USER;
    /// The account is deleted, or is about to be.
    DeletedAccount: BAD_RESOURCE "The account is deleted",
        UAM_NO_RESOURCE "One or more user not found in the directory",
        account |id| Problem::lifecycle_conflict(id, "deleted", "The account is deleted or about to be"),
        provisioning taken;
    /// The account has no deletion that could be cancelled.
    NotForDeletion: CONFLICT "The account is not about to be deleted",
        UAM_CONFLICT "The account is not about to be deleted";
    /// The account's domain is not the organization's.
    UnmanagedAccount: MAY_NOT_MANAGE_ORG "The organization does not manage the account",
        UAM_FORBIDDEN "The organization does not manage the account",
        account |_| Problem::FORBIDDEN_USER, provisioning taken;
    /// The domain of the new address is not the organization's.
    UnverifiedDomain: BAD_RESOURCE "The domain is not verified", UAM_FORBIDDEN "The domain is not verified",
        provisioning |_| Problem::scim(ScimType::InvalidValue, "the domain of the primary address is not verified");
    InvalidEmail: BAD_BODY "The address is not valid", UAM_BAD_REQUEST "An address is not valid";
    /// Another account has this address.
    EmailTaken: CONFLICT "There is an account with this address", UAM_CONFLICT "The address is taken",
        provisioning taken;
    UnknownPolicy: NO_POLICY, UAM_NO_RESOURCE;
    UnknownPolicyResource: NO_POLICY_RESOURCE, UAM_NO_RESOURCE;
    /// The policy's type is one that can only be read.
    ReadOnlyPolicy: BAD_RESOURCE "Policies of this type cannot be changed",
        UAM_FORBIDDEN "Policies of this type cannot be changed";
    /// Something that a policy needs is missing, or is not of its kind.
    InvalidPolicy: BAD_RESOURCE "The policy is not valid", UAM_BAD_REQUEST "The policy is not valid";
    UnknownToken: NO_RESOURCE "The token was not found", UAM_NO_RESOURCE;
    /// A property that cannot be changed, such as the name of a provisioned group.
    Immutable: BAD_BODY "The property cannot be changed", UAM_BAD_REQUEST "The property cannot be changed",
        provisioning |_| Problem::scim(ScimType::Mutability, "displayName cannot be changed");
}

impl Refusal {
    /// Names the record of provisioning that the refusal is about.
    pub(crate) fn about(self, resource: impl Into<String>) -> Failure {
        Failure::Refused(self, resource.into())
    }
}

fn administrative(_: &str) -> Problem {
    Problem::forbidden_action(RestrictionReason::Administrative.as_str())
}

fn unknown(resource: &str) -> Problem {
    Problem::scim(None, format!("Resource {resource} not found."))
}

fn taken(resource: &str) -> Problem {
    Problem::scim(ScimType::Uniqueness, format!("Resource {resource} already exists."))
}

fn unfit(resource: &str) -> Problem {
    Problem::scim(ScimType::InvalidValue, format!("The values of resource {resource} are not valid."))
}
