//! The API tokens of users: those of the start, less what was deleted.

use std::collections::BTreeSet;

use crate::organization::audit_log::{Change, Object};
use crate::organization::tokens::Token;
use crate::organization::transaction::{Transaction, View};
use crate::organization::users;
use crate::refusal::Refusal;

/// The identifiers of the deleted tokens.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    deleted: BTreeSet<String>,
}

/// The tokens of the user of this index, the oldest first.
pub(crate) fn of(view: View<'_>, user: u64) -> Vec<Token> {
    let mut tokens = view.world.tokens(user);
    tokens.retain(|token| !view.store.tokens.deleted.contains(&token.id));
    tokens
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::org;
    use crate::organization::tokens;

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
        let told = &org.store.log.written(0).unwrap().change;
        let (kind, id, name) = ("api-tokens", tokens[1].id.clone(), tokens[1].label.clone());
        assert_eq!(told.object, Object { kind, id, name });
        let owner = world.user(user);
        assert_eq!(told.also, [Object::user(&owner)]);
        assert_eq!(told.message, format!("revoked the API token {} of {}", tokens[1].label, owner.name));
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
}
