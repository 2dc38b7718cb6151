//! The API tokens of users: those of the start, less what was deleted.

use std::collections::BTreeSet;

use super::{Change, Object, Refusal, Store};
use crate::data::{Token, World};

/// The identifiers of the deleted tokens.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    deleted: BTreeSet<String>,
}

impl Store {
    /// The tokens of the user of this index, the oldest first.
    pub(crate) fn tokens(&self, world: &World, user: u64) -> Vec<Token> {
        let mut tokens = world.tokens(user);
        tokens.retain(|token| !self.tokens.deleted.contains(&token.id));
        tokens
    }

    /// Deletes a token, which is worth nothing from then on.
    pub(crate) fn delete_token(
        &mut self,
        world: &World,
        now: i64,
        user: u64,
        id: &str,
    ) -> Result<(), Refusal> {
        let owner = self.view(world, now).user(user).ok_or(Refusal::UnknownUser)?;
        let tokens = self.tokens(world, user);
        let token = tokens.into_iter().find(|token| token.id == id).ok_or(Refusal::UnknownToken)?;
        let message = format!("revoked the API token {} of {}", token.label, owner.name);
        self.tokens.deleted.insert(token.id.clone());
        self.log.record(
            now,
            Change {
                action: "api_token_revoked",
                object: Object { kind: "api-tokens", id: token.id, name: token.label },
                also: vec![Object::user(&owner)],
                message,
            },
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{NOW, store};

    #[test]
    fn a_deleted_token_is_gone_and_the_others_stay() {
        let (world, mut store) = store(&[]);
        let user = (0..200).find(|user| world.tokens(*user).len() == 3).unwrap();
        let tokens = store.tokens(&world, user);
        assert_eq!(tokens, world.tokens(user));
        assert_eq!(store.delete_token(&world, NOW, user, &tokens[1].id), Ok(()));
        assert_eq!(store.tokens(&world, user), [tokens[0].clone(), tokens[2].clone()]);
        assert_eq!(store.delete_token(&world, NOW, user, &tokens[1].id), Err(Refusal::UnknownToken));
        assert_eq!(store.log_of_actions(), ["api_token_revoked"]);
        let told = &store.log.written(0).unwrap().change;
        let (kind, id, name) = ("api-tokens", tokens[1].id.clone(), tokens[1].label.clone());
        assert_eq!(told.object, Object { kind, id, name });
        let owner = world.user(user);
        assert_eq!(told.also, [Object::user(&owner)]);
        assert_eq!(told.message, format!("revoked the API token {} of {}", tokens[1].label, owner.name));
    }

    #[test]
    fn a_token_belongs_to_its_user() {
        let (world, mut store) = store(&[]);
        let user = (0..200).find(|user| !world.tokens(*user).is_empty()).unwrap();
        let id = world.tokens(user)[0].id.clone();
        assert_eq!(store.delete_token(&world, NOW, user + 1, &id), Err(Refusal::UnknownToken));
        assert_eq!(store.delete_token(&world, NOW, 200, &id), Err(Refusal::UnknownUser));
        assert_eq!(store.tokens(&world, user), world.tokens(user));
        assert_eq!(store.log_of_actions(), [""; 0]);
    }
}
