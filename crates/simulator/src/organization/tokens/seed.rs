//! The API tokens that accounts have at the start.

use crate::hash::{Draw, Subject};
use crate::organization::world::World;

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
    /// The tokens of the account of this index, the oldest first. Whoever comes later has none.
    pub(crate) fn tokens(&self, account: u64) -> Vec<Token> {
        if account >= self.accounts() {
            return Vec::new();
        }
        let count = Draw::new(self.seed, Subject::Token, account).below(MOST + 1);
        let mut tokens: Vec<_> = (0..count).map(|number| self.token(account, number)).collect();
        tokens.sort_by_key(|token| token.created);
        tokens
    }

    fn token(&self, account: u64, number: u64) -> Token {
        // Other indices than the counts', which the accounts take.
        let mut draw = Draw::new(self.seed, Subject::Token, !(account * MOST + number));
        let age = 1 + draw.below(300 * DAY);
        let back =
            |millis: u64| self.timeline.start().saturating_sub(i64::try_from(millis).unwrap_or_default());
        let year = i64::try_from(365 * DAY).unwrap_or_default();
        Token {
            id: draw.uuid(),
            label: format!("{} {}", draw.pick(&["backup", "reports", "deploy", "import"]), 1 + draw.below(9)),
            created: back(age),
            last_access: (!draw.once_in(4)).then(|| back(draw.below(age))),
            expiry: (!draw.once_in(3)).then(|| back(age).saturating_add(year)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::organization::fixture::{START, world};
    use std::collections::BTreeSet;

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
