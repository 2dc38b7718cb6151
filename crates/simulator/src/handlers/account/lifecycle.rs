//! The life of an account: deactivated, activated, deleted after days of grace.

use atlassian_admin_core::api::account::{UmCancelDelete, UmDelete, UmDisable, UmEnable};
use atlassian_admin_core::model::{Message, Privilege};

use crate::call::Call;
use crate::data::model;
use crate::problem::Problem;

pub(crate) fn disable(call: &mut Call<'_>, request: UmDisable) -> Result<(), Problem> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::LifecycleEnablement)?;
    call.store
        .disable(call.world, call.now, user.index)
        .map_err(|refusal| Problem::of_account(refusal, &request.account_id))
}

pub(crate) fn enable(call: &mut Call<'_>, request: UmEnable) -> Result<(), Problem> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::LifecycleEnablement)?;
    call.store
        .enable(call.world, call.now, user.index)
        .map_err(|refusal| Problem::of_account(refusal, &request.account_id))
}

pub(crate) fn delete(call: &mut Call<'_>, request: UmDelete) -> Result<Message, Problem> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::LifecycleDelete)?;
    call.store
        .delete_account(call.world, call.now, user.index)
        .map_err(|refusal| Problem::of_account(refusal, &request.account_id))?;
    Ok(message(&format!("AccountId {} has been deleted.", user.account_id)))
}

pub(crate) fn cancel_delete(call: &mut Call<'_>, request: UmCancelDelete) -> Result<Message, Problem> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::LifecycleDelete)?;
    call.store
        .cancel_delete(call.world, call.now, user.index)
        .map_err(|refusal| Problem::of_account(refusal, &request.account_id))?;
    Ok(message(&format!("The deletion of AccountId {} has been canceled.", user.account_id)))
}

fn message(text: &str) -> Message {
    model!(Message { message: text.to_owned() })
}
