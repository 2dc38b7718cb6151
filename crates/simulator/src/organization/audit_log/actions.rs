//! What can happen in the audit log.

use std::sync::LazyLock;

use crate::organization::names::{TITLES, rows};
use crate::rng::Rng;

/// A kind of event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Action {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) group: &'static str,
    /// The product that it happens in, as the filter of the audit log names it.
    pub(crate) product: Option<&'static str>,
    /// What follows the actor's name in the sentence; `{}` is the thing that it happens to.
    sentence: &'static str,
    /// What kind of thing it happens to.
    pub(crate) object: &'static str,
}

/// All of them, in the order of `event-actions`. The first ones are the most frequent.
///
/// An action without a sentence is one that only requests do: it brings a sentence and an object
/// of its own.
pub(crate) static ACTIONS: LazyLock<Vec<Action>> = LazyLock::new(|| {
    let actions = rows(include_str!("actions.txt")).into_iter();
    let action = |[product, group, id, name, object, sentence]: [&'static str; 6]| {
        let product = Some(product).filter(|product| !product.is_empty());
        Action { id, name, group, product, sentence, object }
    };
    actions.map(action).collect()
});

/// How many of the actions happen without a request.
const BY_THEMSELVES: usize = 32;

/// One of the actions; half of the time one of the first five.
pub(crate) fn draw_action(rng: &mut Rng) -> Action {
    let frequent = if rng.once_in(2) { 5 } else { BY_THEMSELVES };
    rng.pick(ACTIONS.get(..frequent).unwrap_or_default())
}

impl Action {
    /// The action of a change; one that is not among [`ACTIONS`] belongs to no product and no
    /// group.
    pub(crate) fn of_change(id: &'static str) -> Self {
        let known = ACTIONS.iter().copied().find(|action| action.id == id);
        known.unwrap_or(Self { id, ..Self::default() })
    }

    /// The thing that it happens to.
    pub(crate) fn label(&self, rng: &mut Rng) -> String {
        let [title] = rng.pick(&TITLES);
        format!("{title} {}", 1 + rng.below(400))
    }

    /// What happened, as a sentence.
    pub(crate) fn message(&self, actor: &str, label: &str) -> String {
        format!("{actor} {}", self.sentence.replacen("{}", label, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn actions_have_unique_ids() {
        let ids: BTreeSet<_> = ACTIONS.iter().map(|action| action.id).collect();
        assert_eq!(ids.len(), ACTIONS.len());
        let by_themselves = ACTIONS.iter().take_while(|action| !action.sentence.is_empty()).count();
        assert_eq!(by_themselves, BY_THEMSELVES);
    }
}
