//! In which directory something is.
//!
//! Questions can be put to every directory at once (`-`), but a change must name the one that its
//! user or group is in.

use crate::api;
use crate::error::Error;
use crate::handles::{Directory, Organization};
use crate::model::{self, AccountId, DirectoryId, GroupId};

/// Why it cannot be said which directory something is in.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResolveError {
    /// It is in no directory that the key may manage.
    Nowhere,
    /// It is in several: choose one of them.
    Several(Vec<model::Directory>),
    /// To ask for it failed.
    Call(Error),
}

impl From<Error> for ResolveError {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl std::fmt::Display for ResolveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nowhere => f.write_str("it is in no directory that the key may manage"),
            Self::Several(directories) => {
                f.write_str("it is in several directories, of which a change must name one:")?;
                let ids = directories.iter().filter_map(|directory| directory.directory_id.as_ref());
                ids.enumerate()
                    .try_for_each(|(index, id)| write!(f, "{} {id}", if index == 0 { "" } else { "," }))
            }
            Self::Call(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ResolveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call(error) => Some(error),
            Self::Nowhere | Self::Several(_) => None,
        }
    }
}

impl Organization {
    /// The directory that an account is in.
    ///
    /// ```
    /// # use atlassian_admin_core::{Client, model::AccountId};
    /// # use std::error::Error;
    /// # async fn example(client: Client, leaver: AccountId) -> Result<(), Box<dyn Error>> {
    /// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    /// let directory = organization.directory_of_account(leaver.clone()).await?;
    /// directory.users().suspend(leaver).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`ResolveError`].
    pub async fn directory_of_account(
        &self,
        account_id: impl Into<AccountId>,
    ) -> Result<Directory, ResolveError> {
        let call = api::directories::List::new(self.scope.org_id.clone()).account_id(account_id);
        self.one_of(call).await
    }

    /// The organization's directory, where it has but one.
    ///
    /// # Errors
    /// [`ResolveError`].
    pub async fn sole_directory(&self) -> Result<Directory, ResolveError> {
        self.one_of(api::directories::List::new(self.scope.org_id.clone())).await
    }

    /// The directory that a group is in.
    ///
    /// # Errors
    /// [`ResolveError`].
    pub async fn directory_of_group(&self, group_id: impl Into<GroupId>) -> Result<Directory, ResolveError> {
        let group_id = group_id.into();
        let call = api::groups::Search::new(self.scope.org_id.clone(), DirectoryId::EVERY)
            .group_ids([group_id.clone()]);
        let mut groups = self.client.pages(call).items();
        while let Some(group) = groups.next().await {
            let group = group?;
            // A change follows: a filter that the server ignored must not lead it to another
            // group's directory.
            if let (Some(id), true) = (group.directory_id, group.id.as_ref() == Some(&group_id)) {
                return Ok(self.directory(id));
            }
        }
        Err(ResolveError::Nowhere)
    }

    async fn one_of(&self, call: api::directories::List) -> Result<Directory, ResolveError> {
        let mut pages = self.client.pages(call);
        let mut directories = Vec::new();
        while let Some(page) = pages.next().await {
            directories.extend(page?.items);
        }
        let mut ids = directories.iter().filter_map(|directory| directory.directory_id.clone());
        match (ids.next(), ids.next()) {
            (None, _) => Err(ResolveError::Nowhere),
            (Some(only), None) => Ok(self.directory(only)),
            (Some(_), Some(_)) => Err(ResolveError::Several(directories)),
        }
    }
}
