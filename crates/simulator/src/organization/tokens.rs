//! The API tokens of users: those of the start and the added ones, without the deleted ones.

use atlassian_admin_core::api;
use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::List;
use atlassian_admin_core::model::{ApiToken, Privilege, Timestamp, TokenId};

use crate::organization::{
    Call, Change, Object, Transaction, User, View, World, account, model, tokens, users,
};
use crate::refusal::{Failure, Refusal};
use crate::rng::{Rng, Subject};

pub(crate) fn list_tokens(
    call: &Call<'_>,
    request: api::account::ListTokens,
) -> Result<List<ApiToken>, Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::ApiTokenRead)?;
    Ok(tokens::of(call.truth(), user.index).into_iter().collect())
}

pub(crate) fn delete_token(call: &mut Call<'_>, request: api::account::DeleteToken) -> Result<(), Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::ApiTokenDelete)?;
    Ok(tokens::delete(&mut call.tx, user.index, &request.token_id)?)
}

/// The tokens that are no longer as at the start.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// By user.
    added: BTreeMap<u64, Vec<ApiToken>>,
    deleted: BTreeSet<TokenId>,
}

/// The tokens of the user of this index, the oldest first.
pub(crate) fn of(view: View<'_>, user: u64) -> Vec<ApiToken> {
    let mut tokens = view.world.tokens(user);
    tokens.extend(view.store.tokens.added.get(&user).into_iter().flatten().cloned());
    tokens.retain(|token| !view.store.tokens.deleted.contains(&token.id));
    tokens
}

/// Gives a user a token that was never used and does not expire.
pub(crate) fn add(tx: &mut Transaction<'_>, user: u64, label: &str) -> Result<(), Refusal> {
    let owner = users::get(tx.truth(), user).ok_or(Refusal::UnknownUser)?;
    let added = tx.store.tokens.added.entry(user).or_default();
    let token = model!(ApiToken {
        id: tx.world.later_token_id(user, added.len() as u64),
        label: label.to_owned(),
        created_at: Timestamp::from_millis(tx.now),
    });
    added.push(token.clone());
    record(tx, "api_token_created", "created", token, &owner);
    Ok(())
}

/// Deletes a token, which is invalid from then on.
pub(crate) fn delete(tx: &mut Transaction<'_>, user: u64, id: &TokenId) -> Result<(), Refusal> {
    let owner = users::get(tx.view(), user).ok_or(Refusal::UnknownUser)?;
    let tokens = of(tx.truth(), user);
    let token = tokens.into_iter().find(|token| token.id == *id).ok_or(Refusal::UnknownToken)?;
    tx.store.tokens.deleted.insert(token.id.clone());
    record(tx, "api_token_revoked", "revoked", token, &owner);
    Ok(())
}

fn record(tx: &mut Transaction<'_>, action: &'static str, done: &str, token: ApiToken, owner: &User) {
    let label = token.label.unwrap_or_default();
    let message = format!("{done} the API token {label} of {}", owner.name);
    let object = Object { kind: "api-tokens", id: token.id.to_string(), name: label };
    tx.record(Change { action, object, also: vec![Object::user(owner)], message });
}

/// In milliseconds.
const DAY: u64 = 86_400_000;

/// The most tokens of an account at the start.
const MOST: u64 = 3;

impl World {
    /// The tokens of the account of this index, the oldest first. Later accounts have none.
    pub(crate) fn tokens(&self, account: u64) -> Vec<ApiToken> {
        if account >= self.accounts {
            return Vec::new();
        }
        let count = Rng::new(self.seed, Subject::Token, account).below(MOST + 1);
        let mut tokens: Vec<_> = (0..count).map(|number| self.token(account, number)).collect();
        tokens.sort_by_key(|(created, _)| *created);
        tokens.into_iter().map(|(_, token)| token).collect()
    }

    /// The identifier of the token of this number that an account got later.
    fn later_token_id(&self, account: u64, number: u64) -> String {
        // Indices that neither the accounts nor the tokens of the start take.
        Rng::new(self.seed, Subject::Token, (1 << 62) + (account << 20) + number).uuid()
    }

    /// A token and when it was created.
    fn token(&self, account: u64, number: u64) -> (i64, ApiToken) {
        // Other indices than the counts', which the accounts take.
        let mut rng = Rng::new(self.seed, Subject::Token, !(account * MOST + number));
        let age = 1 + rng.below(300 * DAY);
        let back = |millis| self.timeline.start().saturating_sub_unsigned(millis);
        let created = back(age);
        let token = model!(ApiToken {
            id: rng.uuid(),
            label: format!("{} {}", rng.pick(&["backup", "reports", "deploy", "import"]), 1 + rng.below(9)),
            created_at: Timestamp::from_millis(created),
            last_access: (!rng.once_in(4)).then(|| Timestamp::from_millis(back(rng.below(age)))),
            expiry: (!rng.once_in(3))
                .then(|| Timestamp::from_millis(created.saturating_add_unsigned(365 * DAY))),
        });
        (created, token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{START, world};

    #[test]
    fn accounts_have_up_to_three_tokens_of_every_kind() {
        let world = world(1, &[]);
        let all: Vec<_> = (0..200).map(|account| world.tokens(account)).collect();
        assert_eq!(all.iter().map(Vec::len).collect::<BTreeSet<_>>(), [0, 1, 2, 3].into());
        let created = |token: &ApiToken| token.created_at.as_ref().unwrap().millis().unwrap();
        assert!(all.iter().all(|tokens| tokens.is_sorted_by_key(created)));
        let tokens: Vec<_> = all.into_iter().flatten().collect();
        assert_eq!(tokens.iter().map(|token| &token.id).collect::<BTreeSet<_>>().len(), tokens.len());
        let millis = |time: &Option<Timestamp>| time.as_ref().map(|time| time.millis().unwrap());
        for token in &tokens {
            assert!(created(token) < START);
            assert!(millis(&token.last_access).is_none_or(|time| (created(token)..=START).contains(&time)));
            assert!(millis(&token.expiry).is_none_or(|time| time > START));
        }
        for given in [true, false] {
            assert!(tokens.iter().any(|token| token.last_access.is_some() == given));
            assert!(tokens.iter().any(|token| token.expiry.is_some() == given));
        }
        assert_eq!(world.tokens(1_000), [], "an account that came later");
    }
}
