//! Suggests known names for a misspelled one.

/// Minimum similarity of two names, from 0 to 1.
const ALIKE: f64 = 0.75;

/// Maximum number of suggestions.
const MAX_SUGGESTIONS: usize = 3;

/// Returns `: did you mean a, b or c?`, or nothing if no name is similar.
pub(crate) fn hint<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(name, known).as_slice() {
        [] => String::new(),
        [only] => format!(": did you mean {only}?"),
        [others @ .., last] => format!(": did you mean {} or {last}?", others.join(", ")),
    }
}

/// Returns the similar names, the most similar first; equals keep the order of `known`.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let name = name.to_lowercase();
    let mut alike: Vec<_> = known
        .into_iter()
        .map(|known| (strsim::jaro_winkler(&name, &known.to_lowercase()), known))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    alike.into_iter().map(|(_, known)| known).take(MAX_SUGGESTIONS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_sorts_most_similar_first() {
        let known = ["accountIds", "accountStatus", "limit"];
        assert_eq!(hint("acountids", known), ": did you mean accountIds or accountStatus?");
        assert_eq!(hint("limits", known), ": did you mean limit?");
        assert_eq!(hint("zzz", known), "");
    }
}
