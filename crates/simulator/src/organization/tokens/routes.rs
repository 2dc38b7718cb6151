//! API tokens of users.

use atlassian_admin_core::List;
use atlassian_admin_core::api::account::{UmDeleteApiToken, UmGetApiTokens};
use atlassian_admin_core::model::{ApiToken, Privilege, Timestamp};

use crate::organization::call::Call;
use crate::organization::tokens;
use crate::organization::tokens::Token;
use crate::organization::world::model;
use crate::refusal::Failure;

pub(crate) fn list_tokens(call: &Call<'_>, request: UmGetApiTokens) -> Result<List<ApiToken>, Failure> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::ApiTokenRead)?;
    Ok(tokens::of(call.truth(), user.index).into_iter().map(token).collect())
}

pub(crate) fn delete_token(call: &mut Call<'_>, request: UmDeleteApiToken) -> Result<(), Failure> {
    let user = call.account(&request.account_id)?;
    call.may(&user, &Privilege::ApiTokenDelete)?;
    Ok(tokens::delete(&mut call.tx, user.index, request.token_id.as_str())?)
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
