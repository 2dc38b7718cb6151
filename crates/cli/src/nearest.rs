//! Names that somebody may have meant.

/// How alike two names must be, of 1.
const ALIKE: f64 = 0.75;

/// The most names to offer.
const MOST: usize = 3;

/// `: did you mean a, b or c?`, or nothing where no name is near.
pub(crate) fn hint<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(name, known).as_slice() {
        [] => String::new(),
        [only] => format!(": did you mean {only}?"),
        [others @ .., last] => format!(": did you mean {} or {last}?", others.join(", ")),
    }
}

/// The names that are alike, the likeliest first; among equals, the order of `known`.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let name = name.to_lowercase();
    let mut alike: Vec<_> = known
        .into_iter()
        .map(|known| (strsim::jaro_winkler(&name, &known.to_lowercase()), known))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    alike.into_iter().map(|(_, known)| known).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_comes_first() {
        let known = ["accountIds", "accountStatus", "limit"];
        assert_eq!(hint("acountids", known), ": did you mean accountIds or accountStatus?");
        assert_eq!(hint("limits", known), ": did you mean limit?");
        assert_eq!(hint("zzz", known), "");
    }
}
