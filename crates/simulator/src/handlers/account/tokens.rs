//! API tokens of users.

use atlassian_admin_core::List;
use atlassian_admin_core::api::account::{UmDeleteApiToken, UmGetApiTokens};
use atlassian_admin_core::model::{ApiToken, Privilege, Timestamp};

use crate::call::Call;
use crate::data::{Token, model};
use crate::problem::Problem;

pub(crate) fn list_tokens(call: &Call<'_>, request: UmGetApiTokens) -> Result<List<ApiToken>, Problem> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::ApiTokenRead)?;
    Ok(call.store.tokens(call.world, user.index).into_iter().map(token).collect())
}

pub(crate) fn delete_token(call: &mut Call<'_>, request: UmDeleteApiToken) -> Result<(), Problem> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::ApiTokenDelete)?;
    call.store
        .delete_token(call.world, call.now, user.index, request.token_id.as_str())
        .map_err(|refusal| Problem::of_account(refusal, &request.account_id))
}

fn token(token: Token) -> ApiToken {
    model!(ApiToken {
        id: token.id,
        label: token.label,
        created_at: Timestamp::from_millis(token.created),
        last_access: token.last_access.map(Timestamp::from_millis),
        expiry: token.expiry.map(Timestamp::from_millis),
    })
}
