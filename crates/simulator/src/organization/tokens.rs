//! The API tokens of users: those of the start and the added ones, without the deleted ones.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::List;
use atlassian_admin_core::api::account::{UmDeleteApiToken, UmGetApiTokens};
use atlassian_admin_core::model::{ApiToken, Privilege, Timestamp};

use crate::organization::{Call, Change, Object, Transaction, View, World, account, model, tokens, users};
use crate::refusal::{Failure, Refusal};
use crate::rng::{Rng, Subject};

pub(crate) fn list_tokens(call: &Call<'_>, request: UmGetApiTokens) -> Result<List<ApiToken>, Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::ApiTokenRead)?;
    Ok(tokens::of(call.truth(), user.index).into_iter().map(token).collect())
}

pub(crate) fn delete_token(call: &mut Call<'_>, request: UmDeleteApiToken) -> Result<(), Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::ApiTokenDelete)?;
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

/// The tokens that are no longer as at the start.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// By user.
    added: BTreeMap<u64, Vec<Token>>,
    /// By identifier.
    deleted: BTreeSet<String>,
}

/// The tokens of the user of this index, the oldest first.
pub(crate) fn of(view: View<'_>, user: u64) -> Vec<Token> {
    let mut tokens = view.world.tokens(user);
    tokens.extend(view.store.tokens.added.get(&user).into_iter().flatten().cloned());
    tokens.retain(|token| !view.store.tokens.deleted.contains(&token.id));
    tokens
}

/// Gives a user a token that was never used and does not expire.
pub(crate) fn add(tx: &mut Transaction<'_>, user: u64, label: &str) -> Result<(), Refusal> {
    let owner = users::get(tx.truth(), user).ok_or(Refusal::UnknownUser)?;
    let added = tx.store.tokens.added.entry(user).or_default();
    let token = Token {
        id: tx.world.later_token_id(user, added.len() as u64),
        label: label.to_owned(),
        created: tx.now,
        last_access: None,
        expiry: None,
    };
    added.push(token.clone());
    tx.record(Change {
        action: "api_token_created",
        object: Object { kind: "api-tokens", id: token.id, name: token.label },
        also: vec![Object::user(&owner)],
        message: format!("created the API token {label} of {}", owner.name),
    });
    Ok(())
}

/// Deletes a token, which is worth nothing from then on.
pub(crate) fn delete(tx: &mut Transaction<'_>, user: u64, id: &str) -> Result<(), Refusal> {
    let owner = users::get(tx.view(), user).ok_or(Refusal::UnknownUser)?;
    let tokens = of(tx.truth(), user);
    let token = tokens.into_iter().find(|token| token.id == id).ok_or(Refusal::UnknownToken)?;
    let message = format!("revoked the API token {} of {}", token.label, owner.name);
    tx.store.tokens.deleted.insert(token.id.clone());
    tx.record(Change {
        action: "api_token_revoked",
        object: Object { kind: "api-tokens", id: token.id, name: token.label },
        also: vec![Object::user(&owner)],
        message,
    });
    Ok(())
}

const DAY: u64 = 86_400_000;

/// No account has more.
const MOST: u64 = 3;

/// An API token of an account. Times are in milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) created: i64,
    /// Absent where it was never used.
    pub(crate) last_access: Option<i64>,
    /// Absent where it is valid for ever.
    pub(crate) expiry: Option<i64>,
}

impl World {
    /// The tokens of the account of this index, the oldest first. Later accounts have none.
    pub(crate) fn tokens(&self, account: u64) -> Vec<Token> {
        if account >= self.accounts() {
            return Vec::new();
        }
        let count = Rng::new(self.seed, Subject::Token, account).below(MOST + 1);
        let mut tokens: Vec<_> = (0..count).map(|number| self.token(account, number)).collect();
        tokens.sort_by_key(|token| token.created);
        tokens
    }

    /// The identifier of the token of this number that an account got later.
    fn later_token_id(&self, account: u64, number: u64) -> String {
        // Indices that neither the accounts nor the tokens of the start take.
        Rng::new(self.seed, Subject::Token, (1 << 62) + (account << 20) + number).uuid()
    }

    fn token(&self, account: u64, number: u64) -> Token {
        // Other indices than the counts', which the accounts take.
        let mut rng = Rng::new(self.seed, Subject::Token, !(account * MOST + number));
        let age = 1 + rng.below(300 * DAY);
        let back =
            |millis: u64| self.timeline.start().saturating_sub(i64::try_from(millis).unwrap_or_default());
        let year = i64::try_from(365 * DAY).unwrap_or_default();
        Token {
            id: rng.uuid(),
            label: format!("{} {}", rng.pick(&["backup", "reports", "deploy", "import"]), 1 + rng.below(9)),
            created: back(age),
            last_access: (!rng.once_in(4)).then(|| back(rng.below(age))),
            expiry: (!rng.once_in(3)).then(|| back(age).saturating_add(year)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{START, org, world};
    use crate::organization::tokens;
    use std::collections::BTreeSet;

    #[test]
    fn a_deleted_token_is_gone_and_the_others_stay() {
        let (world, mut org) = org(&[]);
        let user = (0..200).find(|user| world.tokens(*user).len() == 3).unwrap();
        let tokens = tokens::of(org.view(), user);
        assert_eq!(tokens, world.tokens(user));
        assert_eq!(tokens::delete(&mut org.tx(), user, &tokens[1].id), Ok(()));
        assert_eq!(tokens::of(org.view(), user), [tokens[0].clone(), tokens[2].clone()]);
        assert_eq!(tokens::delete(&mut org.tx(), user, &tokens[1].id), Err(Refusal::UnknownToken));
        assert_eq!(org.log_of_actions(), ["api_token_revoked"]);
        let change = &org.store.log.written(0).unwrap().change;
        let (kind, id, name) = ("api-tokens", tokens[1].id.clone(), tokens[1].label.clone());
        assert_eq!(change.object, Object { kind, id, name });
        let owner = world.user(user);
        assert_eq!(change.also, [Object::user(&owner)]);
        assert_eq!(change.message, format!("revoked the API token {} of {}", tokens[1].label, owner.name));
    }

    #[test]
    fn a_token_belongs_to_its_user() {
        let (world, mut org) = org(&[]);
        let user = (0..200).find(|user| !world.tokens(*user).is_empty()).unwrap();
        let id = world.tokens(user)[0].id.clone();
        assert_eq!(tokens::delete(&mut org.tx(), user + 1, &id), Err(Refusal::UnknownToken));
        assert_eq!(tokens::delete(&mut org.tx(), 200, &id), Err(Refusal::UnknownUser));
        assert_eq!(tokens::of(org.view(), user), world.tokens(user));
        assert_eq!(org.log_of_actions(), [""; 0]);
    }

    #[test]
    fn accounts_have_up_to_three_tokens_of_every_kind() {
        let world = world(1, &[]);
        let all: Vec<_> = (0..200).map(|account| world.tokens(account)).collect();
        assert_eq!(all.iter().map(Vec::len).collect::<BTreeSet<_>>(), [0, 1, 2, 3].into());
        assert!(all.iter().all(|tokens| tokens.is_sorted_by_key(|token| token.created)));
        let tokens: Vec<_> = all.into_iter().flatten().collect();
        assert_eq!(tokens.iter().map(|token| &token.id).collect::<BTreeSet<_>>().len(), tokens.len());
        for token in &tokens {
            assert!(token.created < START);
            assert!(token.last_access.is_none_or(|time| (token.created..=START).contains(&time)));
            assert!(token.expiry.is_none_or(|time| time > START));
        }
        for given in [true, false] {
            assert!(tokens.iter().any(|token| token.last_access.is_some() == given));
            assert!(tokens.iter().any(|token| token.expiry.is_some() == given));
        }
        assert_eq!(world.tokens(1_000), [], "an account that came later");
    }
}
