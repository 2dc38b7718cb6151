//! The life of an account: deactivated, activated, deleted after days of grace.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{Message, Privilege};

use crate::organization::{Call, account, model};
use crate::refusal::Failure;

pub(crate) fn disable(call: &mut Call<'_>, request: api::account::Disable) -> Result<(), Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::LifecycleEnablement)?;
    Ok(account::disable(&mut call.tx, user.index)?)
}

pub(crate) fn enable(call: &mut Call<'_>, request: api::account::Enable) -> Result<(), Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::LifecycleEnablement)?;
    Ok(account::enable(&mut call.tx, user.index)?)
}

pub(crate) fn delete(call: &mut Call<'_>, request: api::account::Delete) -> Result<Message, Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::LifecycleDelete)?;
    account::delete(&mut call.tx, user.index)?;
    Ok(message(&format!("AccountId {} has been deleted.", user.account_id)))
}

pub(crate) fn cancel_delete(
    call: &mut Call<'_>,
    request: api::account::CancelDelete,
) -> Result<Message, Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::LifecycleDelete)?;
    account::cancel_delete(&mut call.tx, user.index)?;
    Ok(message(&format!("The deletion of AccountId {} has been canceled.", user.account_id)))
}

/// A response that only says what was done.
pub(crate) fn message(text: &str) -> Message {
    model!(Message { message: text.to_owned() })
}
